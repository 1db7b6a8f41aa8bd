import { useState } from 'react'
import Lock from 'lucide-react/icons/lock'
import LockOpen from 'lucide-react/icons/lock-open'
import type { CallSection } from '../../domain/call.ts'
import { finalEditorOf, mayClose, mayOpen } from '../../domain/last-edit.ts'
import { isSamePerson } from '../../domain/person.ts'
import { may } from '../../domain/role.ts'
import type { Named } from '../../domain/section-work.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { FieldFrame } from '../elements/field-frame.tsx'
import { TextField } from '../elements/text-field.tsx'
import { useWordsOf } from '../wording/words-of.ts'
import { lastEditWords } from '../wording/last-edit.ts'
import css from './work.module.css'

/** Leaves sections to one person for the last edit, and opens them again. */
export const LastEditDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useWordsOf(lastEditWords).dialog
  const draft = useDraft()
  const [reason, setReason] = useState('')
  const sections = useDraftView(({ call }) => call.sections)
  const isCloser = useDraftView(({ me, mayWrite, finalEditor }) => mayWrite && mayClose(me, finalEditor))
  const closed = useDraftView(({ work }) => sections.filter(({ id }) => work.get(id)?.closing).map(({ id }) => id))
  const open = sections.map(({ id }) => id).filter((id) => !closed.includes(id))
  return (
    <Dialog
      title={words.title}
      width="medium"
      onClose={onClose}
      footer={
        isCloser && (
          <>
            {closed.length > 0 && (
              <Button size="large" icon={LockOpen} onClick={() => draft.work.open(closed)}>
                {words.openAll}
              </Button>
            )}
            {open.length > 0 && (
              <Button size="large" icon={Lock} onClick={() => draft.work.close(open, reason)}>
                {words.closeAll}
              </Button>
            )}
          </>
        )
      }
    >
      <div className={css.dialog}>
        <p className={css.aside}>{words.what}</p>
        <FinalEditor />
        {isCloser && (
          <TextField
            label={words.reason}
            hint={words.reasonHint}
            optional
            maxLength={200}
            autoComplete="off"
            value={reason}
            onChange={setReason}
          />
        )}
        {!isCloser && <p className={css.aside}>{words.whoMay}</p>}
        <h3>{words.sections}</h3>
        <ul className={css.sections}>
          {sections.map((section) => (
            <SectionRow key={section.id} section={section} isCloser={isCloser} reason={reason} />
          ))}
        </ul>
        <p className={css.aside}>{words.offline}</p>
      </div>
    </Dialog>
  )
}

const keyOf = ({ name, organisation }: Named) => `${name}\n${organisation}`

/** Who makes the last edit: one of those who write, named by those who lead. */
const FinalEditor = () => {
  const { dialog: words, named } = useWordsOf(lastEditWords)
  const draft = useDraft()
  const editor = useDraftView(({ finalEditor }) => finalEditor)
  const isLeading = useDraftView(({ me, mayWrite }) => mayWrite && may(me.role, 'lead'))
  const writers = useDraftView(({ members }) =>
    members
      .filter(({ role }) => may(role, 'write-content'))
      .map(({ name, organisation }): Named => ({ name, organisation })),
  )
  if (!isLeading) {
    const value = editor ? named(editor.name, editor.organisation) : words.nobody
    return <TextField label={words.editor} value={value} readOnly onChange={() => undefined} />
  }
  const choices = editor && !writers.some((each) => isSamePerson(each, editor)) ? [...writers, editor] : writers
  return (
    <FieldFrame label={words.editor}>
      {(control) => (
        <select
          {...control}
          value={editor ? keyOf(editor) : ''}
          onChange={({ target }) =>
            draft.work.setFinalEditor(choices.find((each) => keyOf(each) === target.value) ?? null)
          }
        >
          <option value="">{words.nobody}</option>
          {choices.map((each) => (
            <option key={keyOf(each)} value={keyOf(each)}>
              {named(each.name, each.organisation)}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}

interface SectionRowProps {
  section: CallSection
  isCloser: boolean
  reason: string
}

const SectionRow = ({ section: { id, title }, isCloser, reason }: SectionRowProps) => {
  const { dialog: words, named } = useWordsOf(lastEditWords)
  const draft = useDraft()
  const closing = useDraftView(({ work }) => work.get(id)?.closing ?? null)
  const editor = useDraftView(({ finalEditor }) => closing && finalEditorOf(closing, finalEditor))
  const isOpener = useDraftView(
    ({ me, mayWrite, finalEditor }) => mayWrite && closing !== null && mayOpen(me, closing, finalEditor),
  )
  const Icon = closing ? Lock : LockOpen
  return (
    <li className={css.section}>
      <Icon size={18} strokeWidth={1.75} />
      <span>
        <span className={css.title}>{title}</span>
        <span className={css.aside}>
          {editor ? words.isClosed(named(editor.name, editor.organisation)) : words.isOpen}
        </span>
      </span>
      {closing === null && isCloser && (
        <Button kind="quiet" aria-label={words.closeOf(title)} onClick={() => draft.work.close([id], reason)}>
          {words.close}
        </Button>
      )}
      {isOpener && (
        <Button kind="quiet" aria-label={words.openOf(title)} onClick={() => draft.work.open([id])}>
          {words.open}
        </Button>
      )}
    </li>
  )
}
