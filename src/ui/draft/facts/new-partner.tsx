import { useId, useRef, useState, type SyntheticEvent } from 'react'
import Plus from 'lucide-react/icons/plus'
import type { Sector } from '../../../domain/sector.ts'
import { Button } from '../../elements/button.tsx'
import { SectorMark } from '../../elements/sector-mark.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { useDraft } from '../draft-context.ts'
import { SectorSelect } from './sector-select.tsx'
import css from './partners-editor.module.css'

/** Adds an organisation once it has a name and a side; the first one leads. */
export const NewPartner = ({ onAdded }: { onAdded: () => void }) => {
  const draft = useDraft()
  const words = useWording().draft.partners
  const [name, setName] = useState('')
  const [sector, setSector] = useState<Sector | null>(null)
  const [problem, setProblem] = useState<'name' | 'sector' | null>(null)
  const nameField = useRef<HTMLInputElement>(null)
  const problemId = useId()

  const add = (event: SyntheticEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setProblem('name')
    if (sector === null) return setProblem('sector')
    draft.addPartner({ name: name.trim(), sector, lead: !draft.view.getState().partners.some((each) => each.lead) })
    setName('')
    setSector(null)
    setProblem(null)
    onAdded()
    nameField.current?.focus()
  }

  return (
    <form className={css.new} onSubmit={add} noValidate>
      <div className={css.row}>
        <SectorMark sector={sector} size={12} />
        <input
          ref={nameField}
          className={css.control}
          aria-label={words.new}
          placeholder={words.new}
          aria-invalid={problem === 'name' || undefined}
          aria-describedby={problem === 'name' ? problemId : undefined}
          value={name}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <SectorSelect
          label={words.sector}
          value={sector}
          onChange={setSector}
          isInvalid={problem === 'sector'}
          {...(problem === 'sector' && { describedBy: problemId })}
        />
        <Button type="submit" kind="secondary" icon={Plus} className={css.add ?? ''}>
          {words.add}
        </Button>
      </div>
      {problem !== null && (
        <p id={problemId} role="alert" className={css.problem}>
          {problem === 'name' ? words.nameNeeded : words.sectorNeeded}
        </p>
      )}
    </form>
  )
}
