import { Suspense, useId, useState } from 'react'
import ChevronDown from 'lucide-react/icons/chevron-down'
import X from 'lucide-react/icons/x'
import type { Partner } from '../../../document/read-expression.ts'
import { partnerKey } from '../../../domain/partner.ts'
import { isSector } from '../../../domain/sector.ts'
import { IconButton } from '../../elements/icon-button.tsx'
import { SectorMark } from '../../elements/sector-mark.tsx'
import { createPart } from '../../part.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { useDraft, useDraftView } from '../draft-context.ts'
import { FieldPresence, useFieldPlace } from './field-presence.tsx'
import { SectorSelect } from './sector-select.tsx'
import { useOwnTyping } from './use-own-typing.ts'
import css from './partners-editor.module.css'

interface PartnerRowProps {
  partner: Partner
  mayWrite: boolean
  onLead: () => void
  onRemove: () => void
}

const PartnerRivals = createPart(() => import('./partner-rivals.tsx').then((part) => part.PartnerRivals))
const PartnerMore = createPart(() => import('./partner-more.tsx').then((part) => part.PartnerMore))

/** One organisation: its shape, name, side, and whether it leads. */
export const PartnerRow = ({ partner, mayWrite, onLead, onRemove }: PartnerRowProps) => {
  const draft = useDraft()
  const words = useWording().draft.partners
  const radioName = useId()
  const [isOpen, setOpen] = useState(false)
  const called = partner.name || words.unnamed
  const nameKey = partnerKey(partner.id, 'name')
  const place = useFieldPlace(nameKey)
  const hasRivals = useDraftView(({ rivals }) => rivals.has(nameKey) || rivals.has(partnerKey(partner.id, 'sector')))
  const name = useOwnTyping(partner.name, (text) => {
    draft.changePartner(partner.id, { name: text.trim() })
    return true
  })
  return (
    <li className={css.row} data-partner={partner.id}>
      <SectorMark sector={partner.sector} size={12} />
      <span className={css.name} {...place}>
        <input
          className={css.control}
          aria-label={words.nameOf(called)}
          value={name.text}
          maxLength={120}
          autoComplete="off"
          readOnly={!mayWrite}
          onChange={(event) => name.change(event.target.value)}
          onBlur={name.blur}
        />
        <FieldPresence fieldKey={nameKey} />
      </span>
      <SectorSelect
        label={words.sectorOf(called)}
        value={partner.sector}
        disabled={!mayWrite}
        onChange={(sector) => isSector(sector) && draft.changePartner(partner.id, { sector })}
      />
      <label className={css.lead}>
        <input
          type="radio"
          name={radioName}
          aria-label={words.leadOf(called)}
          checked={partner.lead}
          disabled={!mayWrite}
          onChange={onLead}
        />
        <span>{words.lead}</span>
      </label>
      <IconButton
        icon={ChevronDown}
        label={words.more(called)}
        aria-expanded={isOpen}
        className={css.expand}
        onClick={() => setOpen(!isOpen)}
      />
      {mayWrite && <IconButton icon={X} label={words.remove(called)} onClick={onRemove} className={css.remove} />}
      {hasRivals && mayWrite && (
        <div className={css.rivals}>
          <Suspense>
            <PartnerRivals partner={partner} />
          </Suspense>
        </div>
      )}
      {isOpen && (
        <div className={css.more}>
          <Suspense>
            <PartnerMore partner={partner} />
          </Suspense>
        </div>
      )}
    </li>
  )
}
