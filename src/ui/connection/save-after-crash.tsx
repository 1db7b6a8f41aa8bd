import { useEffect, useState } from 'react'
import type { DraftId } from '../../domain/draft-id.ts'
import { useApp } from '../app-context.tsx'
import { Button } from '../elements/button.tsx'
import { useWording } from '../wording/use-wording.ts'

/**
 * Saves what is on this device when the screens have failed, without anything of theirs: the draft in the address, or
 * every one there is. No part of it is fetched by React, so that a missing one does not end the page that says so.
 */
export const SaveAfterCrash = () => {
  const { connection, shelf } = useWording()
  const { rescue } = useApp()
  const [drafts, setDrafts] = useState<readonly { draftId: DraftId; title: string }[]>([])
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    let isGone = false
    const [, room, draftId] = window.location.pathname.split('/')
    const isMeant = (each: { draftId: DraftId }) => room !== 'entwurf' || each.draftId === draftId
    rescue.list().then(
      (all) => (isGone ? undefined : setDrafts(all.filter(isMeant))),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [rescue])
  const save = (draftId: DraftId) =>
    import('../rescue/save-file.ts')
      .then(({ saveFile }) => saveFile(rescue, draftId))
      .then(
        (isSaved) => setFailed(!isSaved),
        () => setFailed(true),
      )
  return (
    <>
      {drafts.map(({ draftId, title }) => (
        <Button key={draftId} size="large" onClick={() => void save(draftId)}>
          {drafts.length === 1 ? connection.status.saveFile : connection.crash.saveFile(title || shelf.untitled)}
        </Button>
      ))}
      {hasFailed && <p>{connection.crash.saveFailed}</p>}
    </>
  )
}
