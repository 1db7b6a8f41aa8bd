import { useId, useRef, useState, type SyntheticEvent } from 'react'
import X from 'lucide-react/icons/x'
import { isSameName } from '../../domain/partner.ts'
import { duties, noWork, type Assignee, type Duty } from '../../domain/section-work.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { useGoToPlace } from '../draft/go-to-place.ts'
import { factsPlace } from '../draft/screen.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { FieldFrame } from '../elements/field-frame.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { SegmentedChoice } from '../elements/segmented-choice.tsx'
import { useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { dutyWords } from '../wording/duties.ts'
import { workWords } from '../wording/work.ts'
import { AssigneeName, useAssigneeName } from './assignee.tsx'
import css from './work.module.css'

interface DutiesDialogProps {
  sectionId: string
  title: string
  onClose: () => void
}

/** Who writes, reviews and releases one section. */
export const DutiesDialog = ({ sectionId, title, onClose }: DutiesDialogProps) => {
  const words = useWordsOf(dutyWords)
  const given = useDraftView(({ work }) => (work.get(sectionId) ?? noWork).duties)
  const hasPartners = useDraftView(({ partners }) => partners.length > 0)
  return (
    <Dialog title={words.titleOf(title)} width="medium" onClose={onClose}>
      <div className={css.dialog}>
        {hasPartners ? <NewAssignee sectionId={sectionId} /> : <NoPartners />}
        {duties.map((duty) => (
          <Assigned key={duty} sectionId={sectionId} duty={duty} assigned={given[duty]} />
        ))}
      </div>
    </Dialog>
  )
}

/** The organisations come from the facts: there is nobody to choose before. */
const NoPartners = () => {
  const words = useWordsOf(dutyWords)
  const goTo = useGoToPlace()
  return (
    <div>
      <p>{words.noPartners}</p>
      <Button onClick={() => goTo(factsPlace)}>{words.toFacts}</Button>
    </div>
  )
}

interface AssignedProps {
  sectionId: string
  duty: Duty
  assigned: readonly Assignee[]
}

const Assigned = ({ sectionId, duty, assigned }: AssignedProps) => {
  const { names } = useWordsOf(workWords).duty
  const words = useWordsOf(dutyWords)
  const draft = useDraft()
  const nameOf = useAssigneeName()
  const known = assigned.filter((assignee) => nameOf(assignee) !== null)
  const title = useRef<HTMLHeadingElement>(null)
  return (
    <section>
      <h3 ref={title} tabIndex={-1}>
        {names[duty]}
      </h3>
      {known.length === 0 && <p className={css.aside}>{words.nobodyYet[duty]}</p>}
      <ul>
        {known.map((assignee) => (
          <li key={`${assignee.partnerId}\n${assignee.person}`} className={css.assigned}>
            <AssigneeName assignee={assignee} />
            <IconButton
              icon={X}
              label={words.remove(nameOf(assignee) ?? '', names[duty])}
              onClick={() => {
                draft.work.unassign(sectionId, duty, assignee)
                // The button that had the focus goes with its row.
                title.current?.focus()
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

const NewAssignee = ({ sectionId }: { sectionId: string }) => {
  const { names } = useWordsOf(workWords).duty
  const words = useWordsOf(dutyWords)
  const { draft: draftWords } = useWording()
  const draft = useDraft()
  const partners = useDraftView((view) => view.partners.map(({ id, name }) => ({ id, name })))
  const [duty, setDuty] = useState<Duty>('writes')
  const [chosen, choose] = useState<string | null>(null)
  const [person, setPerson] = useState('')
  const listId = useId()
  const partner = partners.find(({ id }) => id === chosen) ?? partners[0]
  const people = useDraftView(({ members, invitations }) => [
    ...new Set(
      [...members, ...invitations]
        .filter(({ organisation }) => partner && isSameName(organisation, partner.name))
        .map(({ name }) => name),
    ),
  ])
  const add = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!partner) return
    draft.work.assign(sectionId, duty, { partnerId: partner.id, person: person.trim() })
    setPerson('')
  }
  return (
    <form className={css.new} onSubmit={add}>
      <SegmentedChoice
        legend={words.what}
        legendHidden
        choices={duties.map((each) => ({ value: each, label: names[each] }))}
        value={duty}
        onChange={setDuty}
      />
      <FieldFrame label={words.organisation}>
        {(control) => (
          <select {...control} value={partner?.id ?? ''} onChange={({ target }) => choose(target.value)}>
            {partners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name || draftWords.partners.unnamed}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <FieldFrame label={words.person} hint={words.personHint} optional>
        {(control) => (
          <>
            <input
              {...control}
              list={listId}
              maxLength={120}
              autoComplete="off"
              value={person}
              onChange={({ target }) => setPerson(target.value)}
            />
            <datalist id={listId}>
              {people.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </datalist>
          </>
        )}
      </FieldFrame>
      <Button type="submit">{words.add}</Button>
    </form>
  )
}
