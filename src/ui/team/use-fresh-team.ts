import { useEffect } from 'react'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { useScreenView } from '../draft/screen.ts'

/**
 * Asks the server who belongs to the draft when the team comes on screen, and when someone is here whom the list does
 * not know: they have just joined. Without a server the last answer stays.
 */
export const useFreshTeam = (): void => {
  const draft = useDraft()
  const isShown = useScreenView(({ dialog, tab }) => dialog === 'team' || tab === 'team')
  const strangers = useDraftView(({ present, members }) =>
    present
      .filter(({ person }) => !members.some((member) => member.name === person.name && member.sector === person.sector))
      .map(({ person }) => `${person.name}, ${person.organisation}`)
      .sort()
      .join('; '),
  )
  useEffect(() => {
    if (!isShown && strangers === '') return
    // What was known stays on screen; the status line says that the server is away.
    draft.refreshAccess().catch(() => undefined)
  }, [draft, isShown, strangers])
}
