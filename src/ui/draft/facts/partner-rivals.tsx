import type { Partner } from '../../../document/read-expression.ts'
import type { FactValue } from '../../../domain/fact.ts'
import { partnerKey } from '../../../domain/partner.ts'
import { isSector } from '../../../domain/sector.ts'
import { useWording } from '../../wording/use-wording.ts'
import { useDraft, useDraftView } from '../draft-context.ts'
import { Rivals } from './rivals.tsx'

const none: readonly FactValue[] = []

/** What was written at the same time as an organisation's name and side. */
export const PartnerRivals = ({ partner }: { partner: Partner }) => {
  const draft = useDraft()
  const { draft: words, elements } = useWording()
  const names = useDraftView(({ rivals }) => rivals.get(partnerKey(partner.id, 'name')) ?? none)
  const sides = useDraftView(({ rivals }) => rivals.get(partnerKey(partner.id, 'sector')) ?? none)
  const sectors = useDraftView(({ call }) => call.partners.sectors)
  const called = partner.name || words.partners.unnamed
  const saySide = (side: FactValue) =>
    sectors.find(({ id }) => id === side)?.label ?? (isSector(side) ? elements.sectors[side] : String(side))
  return (
    <>
      {names.length > 0 && (
        <Rivals
          label={words.partners.nameOf(called)}
          say={String}
          value={partner.name}
          rivals={names}
          write={(name) => draft.changePartner(partner.id, { name: String(name) })}
        />
      )}
      {sides.length > 0 && (
        <Rivals
          label={words.partners.sectorOf(called)}
          say={saySide}
          value={partner.sector}
          rivals={sides}
          write={(side) => isSector(side) && draft.changePartner(partner.id, { sector: side })}
        />
      )}
    </>
  )
}
