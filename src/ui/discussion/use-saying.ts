import { useLayoutEffect } from 'react'
import { factsPlace, useScreen, useScreenView, withDiscussion, type Screen } from '../draft/screen.ts'
import { bringIntoSight } from './go-to-thread.ts'
import { selectedSection } from './selected-section.ts'

/** Shows where to write as soon as somebody wants to comment; on selected words where there are any. */
export const useSaying = (): void => {
  const screen = useScreen()
  const talk = useScreenView((view) => view.talk)
  const saying = useScreenView((view) => view.saying)
  useLayoutEffect(() => {
    if (talk === null || saying === null) return
    if (saying !== 'selection') return screen.view.setState({ ...withDiscussion, tab: 'text', thread: null })
    const sectionId = selectedSection() ?? currentSection(screen)
    if (sectionId === null) return screen.view.setState({ saying: { on: 'draft' } })
    const editor = screen.editorOf(sectionId)
    const words = editor?.selection() ?? { from: 0, to: 0 }
    // What is typed before the form is there must not replace the words it is about.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    screen.view.setState({ saying: talk.subjectAt(sectionId, words.from, words.to), lastEdited: sectionId })
    if (editor && words.from < words.to) bringIntoSight(() => editor.boxOf(words))
  }, [screen, talk, saying])
}

const currentSection = (screen: Screen): string | null => {
  const { editing, lastEdited, place } = screen.view.getState()
  const section = editing ?? lastEdited ?? place
  return section === factsPlace ? null : section
}
