import Download from 'lucide-react/icons/download'
import { Button } from '../elements/button.tsx'
import { agreementWords } from '../wording/agreement.ts'
import { exportWords } from '../wording/export.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import type { Format } from './make-document.ts'
import css from './export.module.css'

export type Outcome =
  { name: 'saved'; lost: readonly string[] } | { name: 'failed'; isMissing: boolean } | { name: 'unreachable' }

interface FormatItemProps {
  format: Format
  isBusy: boolean
  outcome: Outcome | null
  onMake: () => void
}

/** One format: what the file is for, the press that makes it, and what came of it. */
export const FormatItem = ({ format, isBusy, outcome, onMake }: FormatItemProps) => {
  const words = useWordsOf(exportWords)
  const { name, purpose, save } = words.formats[format]
  return (
    <li className={css.format}>
      <div>
        <h2>{name}</h2>
        <p>{purpose}</p>
        <output className={css.outcome}>{isBusy ? words.making : <Told outcome={outcome} />}</output>
      </div>
      <Button
        icon={Download}
        kind={format === 'pdf' ? 'primary' : 'secondary'}
        busy={isBusy}
        aria-label={save}
        onClick={onMake}
      >
        {words.save}
      </Button>
    </li>
  )
}

const shownLost = 12

const Told = ({ outcome }: { outcome: Outcome | null }) => {
  const words = useWordsOf(exportWords)
  const { unreachable } = useWordsOf(agreementWords).export
  const format = useFormat()
  if (outcome === null) return null
  if (outcome.name === 'unreachable') return unreachable
  if (outcome.name === 'failed') return outcome.isMissing ? words.missing : words.failed
  const { lost } = outcome
  if (lost.length === 0) return words.saved
  const list = lost.slice(0, shownLost).join(' ') + (lost.length > shownLost ? ' …' : '')
  return (
    <>
      {words.saved} {words.lost(lost.length, format.number(lost.length))} <bdi>{list}</bdi> {words.lostInstead}
    </>
  )
}
