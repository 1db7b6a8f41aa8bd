import { useEffect } from 'react'
import { authorMarks } from '../../../editor/author-marks.ts'
import type { Authorship, SectionAuthors } from '../../../state/versions/authorship.ts'
import { useDraft } from '../draft-context.ts'
import { useFailedPart } from '../../use-failed-part.ts'
import { useScreen, type Screen } from '../screen.ts'
import { shownIn } from '../shown-ranges.ts'

/** Keeps the marks of who wrote what in every editor that is on the page, for as long as it is drawn. */
export const AuthorMarks = () => {
  const draft = useDraft()
  const screen = useScreen()
  const fail = useFailedPart(true)
  useEffect(() => {
    let close: (() => void) | null = null
    let isGone = false
    const open = async () => {
      const authorship = await draft.openAuthorship()
      if (isGone) authorship.close()
      else close = keepMarks(authorship, screen)
    }
    open().catch(fail)
    return () => {
      isGone = true
      close?.()
    }
  }, [draft, screen, fail])
  return null
}

/** Until what this returns is called; then the marks are gone. */
const keepMarks = (authorship: Authorship, screen: Screen): (() => void) => {
  const show = (sections: ReadonlyMap<string, SectionAuthors>) => {
    for (const [id, { ranges }] of sections) {
      const editor = screen.editorOf(id)
      editor?.draw('authors', authorMarks(shownIn(editor, ranges)))
    }
    screen.view.setState({ authors: sections })
  }
  show(authorship.view.getState().sections)
  const stop = authorship.view.subscribe(({ sections }) => show(sections))
  // An editor that came onto the page since.
  const stopDrawn = screen.view.subscribe((is, was) => {
    if (is.placed !== was.placed) show(authorship.view.getState().sections)
  })
  return () => {
    stop()
    stopDrawn()
    for (const id of authorship.view.getState().sections.keys()) screen.editorOf(id)?.draw('authors', () => [])
    screen.view.setState({ authors: null })
    authorship.close()
  }
}
