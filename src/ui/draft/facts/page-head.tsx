import { useState } from 'react'
import { deadlineOf } from '../../../domain/deadline.ts'
import { SectorName } from '../../elements/sector-mark.tsx'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { useDraftView } from '../draft-context.ts'
import { factText } from './fact-text.ts'
import css from './page-head.module.css'

/** What the page is about, before its text: the call's headline facts, the deadline, who submits. */
export const PageHead = () => {
  const { draft, elements } = useWording()
  const format = useFormat()
  const call = useDraftView((view) => view.call)
  const facts = useDraftView((view) => view.facts)
  const headline = call.headlineFields.flatMap((id) => call.fields.find((field) => field.id === id) ?? [])
  const [now] = useState(Date.now)
  const isOver = deadlineOf(call, now).name === 'over'
  return (
    <div className={css.head}>
      <dl className={css.facts}>
        {headline.map((field) => {
          const value = facts.get(field.id)
          return (
            <div key={field.id} className={css.fact}>
              <dt>{field.label}</dt>
              <dd className={value === undefined ? css.open : undefined}>
                {value === undefined ? draft.factOpen : factText(field, value, format, elements)}
              </dd>
            </div>
          )
        })}
        <div className={css.fact}>
          <dt>{draft.deadline}</dt>
          <dd>
            {format.day(call.window.closes)}
            {isOver && <span className={css.over}> ({draft.over})</span>}
          </dd>
        </div>
      </dl>
      <PartnersLine />
    </div>
  )
}

const PartnersLine = () => {
  const { draft } = useWording()
  const partners = useDraftView((view) => view.partners)
  return (
    <div className={css.partners}>
      <p className={css.label}>{draft.partnersInOrder}</p>
      {partners.length === 0 ? (
        <p className={css.open}>{draft.noPartnersYet}</p>
      ) : (
        <ul className={css.names}>
          {partners.map((partner) => (
            <li key={partner.id}>
              <SectorName sector={partner.sector}>{partner.name || draft.partners.unnamed}</SectorName>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
