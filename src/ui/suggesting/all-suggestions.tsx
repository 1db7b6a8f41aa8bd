import { useState } from 'react'
import { useStore } from 'zustand'
import CheckCheck from 'lucide-react/icons/check-check'
import type { Suggestion } from '../../domain/discussion.ts'
import type { DraftDiscussion } from '../../state/discussion/draft-discussion.ts'
import { openSuggestions } from '../../state/suggesting/drawn-suggestions.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { suggestingWords } from '../wording/suggesting.ts'
import { useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useAccepting, useSettling } from './use-settling.ts'
import css from './suggesting.module.css'

interface Bundle {
  label: string
  suggestions: readonly Suggestion[]
}

/** Taking in several at once: all of one person, all in one section. Nothing where there are fewer than two. */
export const AllSuggestions = ({ discussion }: { discussion: DraftDiscussion }) => {
  const words = useWordsOf(suggestingWords).all
  const { elements } = useWording()
  const settling = useSettling()
  const accept = useAccepting()
  const threads = useStore(discussion.view, (view) => view.threads)
  const sections = useDraftView((view) => view.sections)
  const [asked, setAsked] = useState<Bundle | null>(null)
  const [news, setNews] = useState('')
  if (!settling) return null
  const open = openSuggestions(threads).filter(({ proposed }) => settling.mayAccept(proposed.section))
  const bundles = [
    ...group(open, ({ opening }) => opening.by.name, words.ofPerson),
    ...group(
      open,
      ({ proposed }) => proposed.section,
      (id, count) => words.ofSection(sections.find(({ section }) => section.id === id)?.section.title ?? id, count),
    ),
  ]
  const take = async ({ suggestions }: Bundle) => {
    setAsked(null)
    const left = await accept(settling, suggestions)
    setNews(`${words.done(suggestions.length - left.length)} ${left.length > 0 ? words.left(left.length) : ''}`)
  }
  return (
    <>
      {bundles.length > 0 && (
        <details className={css.all}>
          <summary>{words.count(open.length)}</summary>
          {bundles.map((bundle) => (
            <Button key={bundle.label} kind="quiet" icon={CheckCheck} onClick={() => setAsked(bundle)}>
              {bundle.label}
            </Button>
          ))}
        </details>
      )}
      <output className={css.settled}>{news}</output>
      {asked && (
        <Dialog
          title={words.sure}
          onClose={() => setAsked(null)}
          footer={
            <>
              <Button onClick={() => setAsked(null)}>{elements.cancel}</Button>
              <Button kind="primary" onClick={() => void take(asked)}>
                {words.accept}
              </Button>
            </>
          }
        >
          <p>{asked.label}.</p>
          <p>{words.what}</p>
        </Dialog>
      )}
    </>
  )
}

const group = (
  open: readonly Suggestion[],
  keyOf: (suggestion: Suggestion) => string,
  label: (key: string, count: number) => string,
): Bundle[] => {
  const groups = new Map<string, Suggestion[]>()
  for (const each of open) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each])
  return [...groups].flatMap(([key, suggestions]) =>
    suggestions.length > 1 ? [{ label: label(key, suggestions.length), suggestions }] : [],
  )
}
