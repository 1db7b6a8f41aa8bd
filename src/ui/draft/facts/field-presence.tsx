import type { FocusEvent } from 'react'
import { initials } from '../../elements/avatar.tsx'
import { SectorMark } from '../../elements/sector-mark.tsx'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { useDraft, useDraftView } from '../draft-context.ts'
import { oncePerPerson } from '../present-people.ts'
import css from './facts-form.module.css'

/** Tells the others that this person is in a field, for the element around it. */
export const useFieldPlace = (fieldKey: string) => {
  const draft = useDraft()
  return {
    onFocus: () => draft.enterField(fieldKey),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) draft.enterField(null)
    },
  }
}

/** Who else is in this field now: shape and initials, the name on hovering and for screen readers. */
export const FieldPresence = ({ fieldKey }: { fieldKey: string }) => {
  const { draft } = useWording()
  const format = useFormat()
  const people = useDraftView(({ present }) =>
    oncePerPerson(present.filter((each) => each.field === fieldKey)).map(({ person }) => person),
  )
  if (people.length === 0) return null
  const names = draft.hereInShort(format.list(people.map(({ name }) => name)))
  return (
    <span className={css.present} title={names}>
      <span className="visually-hidden">{names}</span>
      {people.map(({ name, organisation, sector }) => (
        <span key={`${name}\n${organisation}`} aria-hidden="true">
          <SectorMark sector={sector} /> {initials(name)}
        </span>
      ))}
    </span>
  )
}
