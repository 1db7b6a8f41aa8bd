import type { ReactNode } from 'react'
import { SectorName } from '../../elements/sector-mark.tsx'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { useDraftView } from '../draft-context.ts'
import { factText } from './fact-text.ts'
import css from './page-head.module.css'

/** What the page is about, before its text: headline facts, deadline, who submits. `children` act on it. */
export const PageHead = ({ children }: { children?: ReactNode }) => {
  const { draft, elements } = useWording()
  const format = useFormat()
  const call = useDraftView((view) => view.call)
  const facts = useDraftView((view) => view.facts)
  const headline = call.headlineFields.flatMap((id) => call.fields.find((field) => field.id === id) ?? [])
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
          <dd>{format.day(call.window.closes)}</dd>
        </div>
      </dl>
      <PartnersLine />
      <div className={css.act}>{children}</div>
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
