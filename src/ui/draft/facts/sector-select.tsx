import type { Sector } from '../../../domain/sector.ts'
import { isSector } from '../../../domain/sector.ts'
import { useWording } from '../../wording/use-wording.ts'
import { useDraftView } from '../draft-context.ts'
import css from './partners-editor.module.css'

interface SectorSelectProps {
  label: string
  value: Sector | null
  onChange: (sector: Sector | null) => void
  disabled?: boolean
  isInvalid?: boolean
  describedBy?: string
}

/** The sides this call knows, under the call's own labels. One of another call stays visible. */
export const SectorSelect = ({ label, value, onChange, disabled, isInvalid, describedBy }: SectorSelectProps) => {
  const { draft, elements } = useWording()
  const sectors = useDraftView(({ call }) => call.partners.sectors)
  return (
    <select
      className={css.control}
      aria-label={label}
      aria-invalid={isInvalid || undefined}
      aria-describedby={describedBy}
      value={value ?? ''}
      disabled={disabled}
      onChange={(event) => onChange(isSector(event.target.value) ? event.target.value : null)}
    >
      {value === null && <option value="">{draft.partners.chooseSector}</option>}
      {value !== null && !sectors.some(({ id }) => id === value) && (
        <option value={value}>{elements.sectors[value]}</option>
      )}
      {sectors.map((sector) => (
        <option key={sector.id} value={sector.id}>
          {sector.label}
        </option>
      ))}
    </select>
  )
}
