import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { Suggestion } from '../../domain/discussion.ts'
import type { OpenDraft } from '../../state/opened-draft.ts'
import type { AsOneEdit, Settling } from '../../state/suggesting/settling.ts'
import { useScreen, type Screen } from '../draft/screen.ts'
import { useLaterPart } from '../draft/use-later-part.ts'

/** Null until that part is here. */
export const useSettling = (): Settling | null => {
  const [settling, setSettling] = useState<Settling | null>(null)
  useLaterPart(openSettling, setSettling)
  return settling
}

const openSettling = (draft: OpenDraft) => draft.settling()

/** How to write a section's text so that its editor takes it back as one edit. Whoever takes in writes, and suggests no more. */
export const editIn = async (screen: Screen, sectionId: string): Promise<AsOneEdit> => {
  flushSync(() => screen.view.setState({ isSuggesting: false }))
  const editor = await screen.whenPlaced(sectionId)
  return (edit) => editor.asOneEdit(edit)
}

/** Takes in suggestions section by section. Resolves to how many wait because the text is another. */
export const useAccepting = (): ((
  settling: Settling,
  suggestions: readonly Suggestion[],
) => Promise<readonly string[]>) => {
  const screen = useScreen()
  return async (settling, suggestions) => {
    const left: string[] = []
    for (const sectionId of new Set(suggestions.map(({ proposed }) => proposed.section))) {
      const ids = suggestions.flatMap(({ id, proposed }) => (proposed.section === sectionId ? [id] : []))
      left.push(...settling.accept(sectionId, ids, await editIn(screen, sectionId)))
    }
    return left
  }
}
