import { useLayoutEffect, useRef } from 'react'
import type { SectionMount } from '../../../state/opened-draft.ts'
import { isSuggestedIn } from '../../../state/suggesting/may-suggest.ts'
import { useScreen, useScreenView } from '../screen.ts'
import { useDraft, useDraftView } from '../draft-context.ts'
import { useSuggestionsShown } from '../suggestions-shown.ts'
import css from './section-text.module.css'

// Expressions of interest are German documents, whatever language the app's own words are in.
const textLanguage = 'de'

interface SectionTextProps {
  sectionId: string
  label: string
  describedBy: string
}

/** The text of one section. React draws the frame once; everything inside belongs to the editor. */
export const SectionText = ({ sectionId, label, describedBy }: SectionTextProps) => {
  const draft = useDraft()
  const screen = useScreen()
  const isOfNewerApp = useDraftView((view) => view.isOfNewerApp)
  const isChosen = useScreenView(({ isSuggesting }) => isSuggesting)
  const areShown = useSuggestionsShown()
  const isSuggested = useDraftView((view) => isSuggestedIn(view, { isChosen, areShown }, sectionId))
  const suggesting = useScreenView((view) => (isSuggested ? view.suggesting : null))
  const place = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (place.current === null) return undefined
    if (isOfNewerApp) {
      const reading = draft.showSection(sectionId, { element: place.current, label, language: textLanguage })
      return () => reading.destroy()
    }
    const options: SectionMount = {
      element: place.current,
      label,
      describedBy,
      language: textLanguage,
      onState: (state) => screen.noteEditor(sectionId, state),
      askForLink: screen.askForLink,
      onHelp: () => screen.view.setState({ dialog: 'keys' }),
    }
    const editor = suggesting ? suggesting.part.mount(sectionId, options) : draft.mountSection(sectionId, options)
    const takeAway = screen.place(sectionId, editor)
    screen.view.getState().suggesting?.part.look()
    return () => {
      takeAway()
      editor.destroy()
    }
  }, [draft, screen, sectionId, label, describedBy, isOfNewerApp, suggesting])

  return <div ref={place} className={css.text} />
}
