import { useLayoutEffect, useRef } from 'react'
import { useScreen } from '../screen.ts'
import { useDraft, useDraftView } from '../draft-context.ts'
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
  const place = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (place.current === null) return undefined
    if (isOfNewerApp) {
      const reading = draft.showSection(sectionId, { element: place.current, label, language: textLanguage })
      return () => reading.destroy()
    }
    const editor = draft.mountSection(sectionId, {
      element: place.current,
      label,
      describedBy,
      language: textLanguage,
      onState: (state) => screen.noteEditor(sectionId, state),
      askForLink: screen.askForLink,
      onHelp: () => screen.view.setState({ dialog: 'keys' }),
    })
    const takeAway = screen.place(sectionId, editor)
    return () => {
      takeAway()
      editor.destroy()
    }
  }, [draft, screen, sectionId, label, describedBy, isOfNewerApp])

  return <div ref={place} className={css.text} />
}
