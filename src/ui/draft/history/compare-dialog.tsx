import { useEffect, useState } from 'react'
import Undo from 'lucide-react/icons/undo-2'
import { useStore } from 'zustand'
import type { Refusal } from '../../../domain/refusal.ts'
import { now as present, type DraftVersions } from '../../../state/versions/draft-versions.ts'
import type { Comparison } from '../../../state/versions/version-text.ts'
import { Button } from '../../elements/button.tsx'
import { CheckField } from '../../elements/check-field.tsx'
import { ChoiceField } from '../../elements/choice-field.tsx'
import { Dialog } from '../../elements/dialog.tsx'
import { QuietWait } from '../../elements/quiet-wait.tsx'
import { SegmentedChoice } from '../../elements/segmented-choice.tsx'
import { useNow } from '../../elements/use-now.ts'
import { historyWords } from '../../wording/history.ts'
import { useFormat } from '../../wording/use-wording.ts'
import { useWordsOf } from '../../wording/words-of.ts'
import { useDraft } from '../draft-context.ts'
import { useWidth } from '../frame/use-width.ts'
import { ComparedDraft, type Layout } from './compared-draft.tsx'
import { useVersionName } from './version-name.ts'
import css from './history.module.css'

interface CompareDialogProps {
  versions: DraftVersions
  /** The version to compare with now at first. */
  start: string
  onClose: () => void
}

/** What changed from any version to any other, or to now. */
export const CompareDialog = ({ versions, start, onClose }: CompareDialogProps) => {
  const words = useWordsOf(historyWords)
  const isPhone = useWidth() === 'phone'
  const [[before, after], choose] = useState([start, present])
  const [layout, setLayout] = useState<Layout>('inline')
  const [showsSame, showSame] = useState(false)
  const compared = useComparison(versions, before, after)
  const close = () => {
    versions.restoring.forget()
    onClose()
  }
  return (
    <Dialog title={words.compare} width="wide" onClose={close}>
      <div className={css.compare}>
        <div className={css.choices}>
          <VersionChoice label={words.from} value={before} versions={versions} onChange={(id) => choose([id, after])} />
          <VersionChoice label={words.to} value={after} versions={versions} onChange={(id) => choose([before, id])} />
        </div>
        <div className={css.choices}>
          {!isPhone && (
            <SegmentedChoice
              legend={words.view}
              legendHidden
              choices={[
                { value: 'inline', label: words.inline },
                { value: 'beside', label: words.beside },
              ]}
              value={layout}
              onChange={setLayout}
            />
          )}
          <CheckField label={words.showSame} checked={showsSame} onChange={showSame} />
        </div>
        <Restored versions={versions} />
        <Outcome compared={compared}>
          {(comparison) => (
            <ComparedDraft
              key={`${before} ${after}`}
              comparison={comparison}
              layout={isPhone ? 'inline' : layout}
              showsSame={showsSame}
              versions={versions}
              before={before}
            />
          )}
        </Outcome>
      </div>
    </Dialog>
  )
}

const VersionChoice = (props: {
  label: string
  value: string
  versions: DraftVersions
  onChange: (id: string) => void
}) => {
  const { label, value, versions, onChange } = props
  const words = useWordsOf(historyWords)
  const format = useFormat()
  const now = useNow()
  const nameOf = useVersionName()
  const entries = useStore(versions.view, (view) => view.entries)
  const readable = entries.filter(({ isErased }) => !isErased)
  return (
    <ChoiceField
      label={label}
      value={value}
      choices={[
        { value: present, label: words.now },
        ...readable.map((entry) => ({
          value: entry.id,
          label: `${nameOf(entry)} · ${format.moment(entry.madeAt, now)}`,
        })),
      ]}
      onChange={(id) => id !== null && onChange(id)}
    />
  )
}

/** What was brought back can be taken back for as long as the dialog is open. */
const Restored = ({ versions }: { versions: DraftVersions }) => {
  const words = useWordsOf(historyWords)
  const format = useFormat()
  const { restored, leftOut } = useStore(versions.view)
  const { sections } = useDraft().view.getState().call
  const left = sections.filter(({ id }) => leftOut.includes(id)).map(({ title }) => title)
  return (
    <div className={css.done} aria-live="polite">
      {restored === 'undone' && <p>{words.undone}</p>}
      {restored === 'done' && (
        <>
          <p>
            {words.restored} {left.length > 0 && words.leftOut(format.list(left))}
          </p>
          <Button icon={Undo} onClick={() => versions.restoring.undo()}>
            {words.undo}
          </Button>
        </>
      )}
    </div>
  )
}

type Compared = { of: string; comparison: Comparison } | { of: string; refusal: Refusal; again: () => void } | null

/** Read anew when something is written, so that nobody decides on what was. */
const useComparison = (versions: DraftVersions, before: string, after: string): Compared => {
  const { view } = useDraft()
  const [compared, setCompared] = useState<Compared>(null)
  const of = `${before} ${after}`
  useEffect(() => {
    let isGone = false
    const compare = async () => {
      const outcome = await versions.compare(before, after)
      if (isGone) return
      setCompared(outcome.ok ? { of, comparison: outcome.value } : { of, refusal: outcome.refusal, again })
    }
    const again = () => void compare().catch(reportError)
    again()
    const stop = view.subscribe((is, was) => {
      if (is.sections !== was.sections || is.facts !== was.facts || is.partners !== was.partners) again()
    })
    return () => {
      isGone = true
      stop()
    }
  }, [versions, before, after, of, view])
  return compared?.of === of ? compared : null
}

const Outcome = ({ compared, children }: { compared: Compared; children: (made: Comparison) => React.ReactNode }) => {
  const words = useWordsOf(historyWords)
  if (compared === null) return <QuietWait>{words.comparing}</QuietWait>
  if ('comparison' in compared) return children(compared.comparison)
  const { problems } = words
  const said =
    compared.refusal === 'unreachable' || compared.refusal === 'absent' || compared.refusal === 'invalid'
      ? problems[compared.refusal]
      : problems.other
  return (
    <div role="alert" className={css.problem}>
      <p>{said}</p>
      <Button onClick={compared.again}>{words.again}</Button>
    </div>
  )
}
