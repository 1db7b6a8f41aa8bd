import { useRef, useState } from 'react'
import type { Partner } from '../../../document/read-expression.ts'
import { dutiesOf } from '../../../domain/section-work.ts'
import { tickName } from '../../../domain/tick.ts'
import { Button } from '../../elements/button.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { useDraft, useDraftView } from '../draft-context.ts'
import { NewPartner } from './new-partner.tsx'
import { PartnerRow } from './partner-row.tsx'
import { PartnersCheck } from './partners-check.tsx'
import css from './partners-editor.module.css'

interface Removed {
  partner: Partner
  declared: readonly string[]
  had: ReturnType<typeof dutiesOf>
}

/** The organisations that submit together. Removing one can be taken back until the next change here. */
export const PartnersEditor = () => {
  const draft = useDraft()
  const words = useWording().draft.partners
  const partners = useDraftView((view) => view.partners)
  const mayWrite = useDraftView((view) => view.mayWrite)
  const [removed, setRemoved] = useState<Removed | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const undo = useRef<HTMLButtonElement>(null)

  const remove = (partner: Partner) => {
    const { call, ticked, work } = draft.view.getState()
    const declared = call.declarations
      .map(({ id }) => id)
      .filter((id) => ticked.includes(tickName({ kind: 'declaration', id, partnerId: partner.id })))
    draft.removePartner(partner.id)
    setRemoved({ partner, declared, had: dutiesOf(work, partner.id) })
    // The button that had the focus is gone with its row.
    requestAnimationFrame(() => undo.current?.focus())
  }
  const lead = (chosen: Partner) => {
    for (const partner of partners) {
      if (partner.lead !== (partner.id === chosen.id))
        draft.changePartner(partner.id, { lead: partner.id === chosen.id })
    }
  }
  const takeBack = ({ partner, declared, had }: Removed) => {
    const partnerId = draft.addPartner({ ...partner, lead: partner.lead && !partners.some((each) => each.lead) })
    for (const id of declared) draft.setTick({ kind: 'declaration', id, partnerId }, true)
    for (const { sectionId, duty, person } of had) draft.work.assign(sectionId, duty, { partnerId, person })
    setRemoved(null)
    title.current?.focus()
  }

  return (
    <section className={css.partners} aria-labelledby="partner-titel">
      <h3 id="partner-titel" ref={title} tabIndex={-1} className={css.title}>
        {words.title}
      </h3>
      <PartnersCheck />
      {partners.length > 0 && (
        <ul className={css.rows}>
          {partners.map((partner) => (
            <PartnerRow
              key={partner.id}
              partner={partner}
              mayWrite={mayWrite}
              onLead={() => lead(partner)}
              onRemove={() => remove(partner)}
            />
          ))}
        </ul>
      )}
      <output className={css.news}>
        {removed && (
          <span className={css.removed}>
            <span>{words.removed(removed.partner.name || words.unnamed)}</span>
            <Button ref={undo} kind="quiet" onClick={() => takeBack(removed)}>
              {words.undo}
            </Button>
          </span>
        )}
      </output>
      {mayWrite && <NewPartner onAdded={() => setRemoved(null)} />}
    </section>
  )
}
