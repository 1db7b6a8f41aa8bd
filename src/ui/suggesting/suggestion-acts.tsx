import { useSyncExternalStore } from 'react'
import Check from 'lucide-react/icons/check'
import X from 'lucide-react/icons/x'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import type { Suggestion } from '../../domain/discussion.ts'
import type { Settling } from '../../state/suggesting/settling.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { useScreen, useScreenView } from '../draft/screen.ts'
import { Button } from '../elements/button.tsx'
import { suggestingWords } from '../wording/suggesting.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { ChangedDialog } from './changed-dialog.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { editIn, useAccepting, useSettling } from './use-settling.ts'
import css from './suggesting.module.css'

interface SuggestionActsProps {
  suggestion: Suggestion
  /** Whether this person made it. */
  isOwn: boolean
}

/** What can be done about a suggestion. */
export const SuggestionActs = (props: SuggestionActsProps) => {
  const settling = useSettling()
  return settling && <Acts {...props} settling={settling} />
}

const Acts = ({ suggestion, isOwn, settling }: SuggestionActsProps & { settling: Settling }) => {
  const words = useWordsOf(suggestingWords).card
  const screen = useScreen()
  const accept = useAccepting()
  const { id, state, proposed } = suggestion
  const deciding = useScreenView((view) => (view.deciding?.id === id ? view.deciding : null))
  const ask = (on: 'changed' | 'decline', reason = '') => screen.view.setState({ deciding: { id, on, reason } })
  const close = () => screen.view.setState({ deciding: null })
  useTextMoves()
  // Whether the text may be written changes while this stands on the page.
  useDraftView(({ sections, mayWrite }) => `${mayWrite} ${sections.map(({ whyNot }) => whyNot?.name).join()}`)
  const mayAccept = settling.mayAccept(proposed.section)
  const standing = state === 'open' ? settling.standing(suggestion) : null

  const take = async () => {
    const left = await accept(settling, [suggestion])
    if (left.length > 0) ask('changed')
  }
  const takeChanged = async (how: 'replace' | 'both') => {
    // Whoever types there meanwhile changes what was decided about: the dialog then shows it anew.
    const isDone = settling.acceptChanged(suggestion, how, standing, await editIn(screen, proposed.section))
    if (isDone) close()
  }
  const takeOutOne = async () => settling.takeOutOne(suggestion, await editIn(screen, proposed.section))
  const decline = (reason: string) => {
    settling.decline(id, reason)
    close()
  }
  return (
    <>
      {state === 'open' && standing?.name !== 'applies' && (
        <p className={css.settled}>{standing?.name === 'changed' ? words.changed : words.gone}</p>
      )}
      {settling.isInTwice(suggestion) && (
        <div className={css.acts}>
          <p className={css.settled}>{words.twice}</p>
          {mayAccept && <Button onClick={() => void takeOutOne()}>{words.takeOutOne}</Button>}
        </div>
      )}
      {settling.isTakenBack(suggestion) && <p className={css.settled}>{words.takenBack}</p>}
      <div className={css.acts}>
        {state === 'open' && mayAccept && (
          <Button icon={Check} onClick={() => void take()}>
            {words.accept}
          </Button>
        )}
        {state === 'open' && settling.mayDecline() && !isOwn && (
          <Button kind="plain" icon={X} onClick={() => ask('decline')}>
            {words.decline}
          </Button>
        )}
        {settling.mayDecline() && (state === 'declined' || settling.isTakenBack(suggestion)) && (
          <Button kind="plain" icon={RotateCcw} onClick={() => settling.reopen(id)}>
            {words.reopen}
          </Button>
        )}
      </div>
      {state === 'open' && !mayAccept && !isOwn && <p className={css.settled}>{words.mayNot}</p>}
      {deciding?.on === 'changed' && state === 'open' && (
        <ChangedDialog
          suggestion={suggestion}
          standing={standing}
          onClose={close}
          onDecline={() => decline('')}
          onAccept={(how) => void takeChanged(how)}
        />
      )}
      {deciding?.on === 'decline' && (
        <DeclineDialog
          suggestion={suggestion}
          reason={deciding.reason}
          onType={(reason) => ask('decline', reason)}
          onClose={close}
          onDecline={decline}
        />
      )}
    </>
  )
}

const never = () => () => undefined

/** Renders again when the text is another: what can be done about a suggestion goes by how its words stand there. */
const useTextMoves = (): void => {
  const view = useScreenView(({ suggesting }) => suggesting?.part.view ?? null)
  useSyncExternalStore(view?.subscribe ?? never, () => view?.getState().moved ?? 0)
}
