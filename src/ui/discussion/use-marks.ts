import { useEffect } from 'react'
import type { SectionEditor } from '../../editor/section-editor.ts'
import { threadMarks } from '../../editor/thread-marks.ts'
import type { DraftTalk } from '../../state/discussion/draft-talk.ts'
import type { MarkedWords } from '../../state/discussion/read-talk.ts'
import { useScreen, useScreenView, type Screen } from '../draft/screen.ts'
import { shownIn } from '../draft/shown-ranges.ts'
import { placeElementId } from '../draft/go-to-place.ts'
import { useGoToThread } from './go-to-thread.ts'

/** Marks the words of open comments in every editor on the page; a press on them takes their thread in hand. */
export const useMarks = (): void => {
  const screen = useScreen()
  const talk = useScreenView((view) => view.talk)
  const goTo = useGoToThread(talk)
  useEffect(() => (talk ? keepMarks(talk, screen) : undefined), [talk, screen])
  useEffect(() => {
    if (!talk) return undefined
    const press = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || !target.closest('.eb-thread')) return
      // Somebody who selects words does not ask for a thread.
      if (!(getSelection()?.isCollapsed ?? true)) return
      const id = innermost(target)
      if (id) goTo(id, null)
    }
    document.addEventListener('click', press)
    return () => document.removeEventListener('click', press)
  }, [talk, goTo])
}

/** Where comments overlap the shorter one lies within. */
const innermost = (target: Element): string | null =>
  target.closest<HTMLElement>('[data-thread]')?.dataset['thread'] ??
  target.querySelector<HTMLElement>('[data-thread]')?.dataset['thread'] ??
  null

/** What is being commented on looks as if its comment were there already and in hand; nothing leads to it. */
const beingSaid = ''

const wordsInHand = (talk: DraftTalk, screen: Screen): { section: string; words: MarkedWords } | null => {
  const { saying } = screen.view.getState()
  if (saying === null || saying === 'selection' || saying.on !== 'text') return null
  const words = talk.wordsOf(saying)
  return words && { section: saying.section, words: { id: beingSaid, ...words } }
}

const keepMarks = (talk: DraftTalk, screen: Screen): (() => void) => {
  const drawings = new WeakMap<SectionEditor, string>()
  const show = () => {
    const { thread, editors } = screen.view.getState()
    const marks = talk.marks.getState()
    const said = wordsInHand(talk, screen)
    for (const id of Object.keys(editors)) {
      const editor = screen.editorOf(id)
      const isSaid = said?.section === id
      const ranges = [...(marks.get(id) ?? []), ...(isSaid ? [said.words] : [])]
      const inHand = isSaid ? beingSaid : ranges.some((each) => each.id === thread) ? thread : null
      const isMounted = document.getElementById(placeElementId(id)) !== null
      const drawn = `${inHand} ${JSON.stringify(ranges)}`
      if (!editor || !isMounted || (drawings.get(editor) ?? 'null []') === drawn) continue
      drawings.set(editor, drawn)
      editor.draw('threads', threadMarks(shownIn(editor, ranges), inHand))
    }
  }
  show()
  const stops = [
    talk.marks.subscribe(show),
    screen.view.subscribe((is, was) => {
      if (is.thread !== was.thread || is.placed !== was.placed || is.saying !== was.saying) show()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    for (const id of Object.keys(screen.view.getState().editors)) screen.editorOf(id)?.draw('threads', () => [])
  }
}
