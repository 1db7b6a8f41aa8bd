import type { Suggestion } from '../../domain/discussion.ts'
import { wordsAfter } from '../../domain/suggested-words.ts'
import type { Standing } from '../../state/suggesting/settling.ts'
import { classNames } from '../elements/class-names.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { suggestingWords } from '../wording/suggesting.ts'
import { useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './suggesting.module.css'

interface ChangedDialogProps {
  suggestion: Suggestion
  /** How the text is there now; null where the place cannot be told. */
  standing: Standing | null
  onClose: () => void
  onAccept: (how: 'replace' | 'both') => void
  onDecline: () => void
}

/** Shows both wordings before anything is replaced. */
export const ChangedDialog = ({ suggestion, standing, onClose, onAccept, onDecline }: ChangedDialogProps) => {
  const words = useWordsOf(suggestingWords).changed
  const { elements } = useWording()
  const { proposed } = suggestion
  const after = wordsAfter(proposed)
  const isThere = standing !== null && standing.now !== ''
  return (
    <Dialog
      title={words.title}
      width="medium"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{elements.cancel}</Button>
          <Button kind="plain" onClick={onDecline}>
            {words.decline}
          </Button>
          {isThere && <Button onClick={() => onAccept('both')}>{words.both}</Button>}
          <Button kind="primary" onClick={() => onAccept(standing === null ? 'both' : 'replace')}>
            {isThere ? words.replace : words.insert}
          </Button>
        </>
      }
    >
      <p>{words.why}</p>
      <dl className={css.wordings} lang="de">
        <dt>{words.was}</dt>
        <dd className={css.before}>{proposed.quote}</dd>
        <dt>{words.now}</dt>
        <dd className={classNames(css.now, !isThere && css.none)}>{isThere ? standing.now : words.nothing}</dd>
        <dt>{words.proposed}</dt>
        <dd className={classNames(css.proposed, after === '' && css.none)}>{after || words.strike}</dd>
      </dl>
    </Dialog>
  )
}
