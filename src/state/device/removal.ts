import { documentsOf } from '../../domain/document-id.ts'
import type { DraftId } from '../../domain/draft-id.ts'
import { listDraftDatabases } from '../../storage/stored-draft.ts'
import type { Desk } from '../desk.ts'
import { countWaiting } from '../count-waiting.ts'
import { listStoredDrafts } from '../rescue/stored-drafts.ts'
import { rememberWhoseDevice } from './whose-device.ts'
import { wipeBrowser, wipeDatabases, type LeftInBrowser } from './wipe-browser.ts'

/** A draft of which the server lacks something that would go with it. */
export interface Unsent {
  draftId: DraftId
  title: string
  /** As a person counts. */
  changes: number
}

/** What was found afterwards that should not be there. `session`: the server could not be told that this device is out. */
export type Left = LeftInBrowser | 'draft' | 'session'

/** What would be lost: of one draft, or of all on this device. A draft the server does not know yet is lost whole. */
export const listUnsent = async (desk: Desk, only: DraftId | null): Promise<Unsent[]> => {
  const here = await listStoredDrafts(desk)
  const all = await Promise.all(
    here
      .filter(({ draftId }) => only === null || draftId === only)
      .map(async ({ draftId, title }): Promise<Unsent> => {
        const live = await desk.drafts.get(draftId)
        const { versionsRefused = 0 } = (await desk.deviceStore.readDraft(draftId)) ?? {}
        const changes = (await countWaiting(desk, draftId)) + versionsRefused
        return { draftId, title: live?.summary().title ?? title, changes }
      }),
  )
  return all.filter(({ changes }) => changes > 0)
}

/** Takes one draft off this device, and looks whether anything of it is still there. */
export const removeOne = async (desk: Desk, draftId: DraftId): Promise<Left[]> => {
  await desk.remove(draftId)
  const databases = new Set(await listDraftDatabases(desk.surroundings.device))
  const isThere =
    (await desk.deviceStore.readDraft(draftId)) !== null ||
    documentsOf(draftId).some((documentId) => databases.has(documentId))
  return isThere ? ['draft'] : []
}

/**
 * Ends the session and takes everything off this device: drafts, what is remembered of them, choices, the app itself.
 * `close` ends all work of this page first; it can only be left afterwards.
 */
export const removeEverything = async (desk: Desk, close: () => Promise<void>): Promise<Left[]> => {
  const isSignedOut = await endThisSession(desk)
  await close()
  const left = await wipeBrowser(desk.surroundings.device.databases, desk.surroundings.preferences)
  return isSignedOut ? left : [...left, 'session']
}

/** For a device that turns out to be somebody else's: what this app has begun to keep there, unless drafts lie here. */
export const forgetBeginnings = async ({ deviceStore, surroundings }: Desk): Promise<void> => {
  if ((await deviceStore.listDrafts()).length === 0) await wipeDatabases(surroundings.device.databases)
}

/** Ends the session and the work of a window that has kept nothing. */
export const leaveShared = async (desk: Desk, close: () => Promise<void>): Promise<void> => {
  await endThisSession(desk)
  await close()
  rememberWhoseDevice(false)
}

const endThisSession = async ({ api: { team } }: Desk): Promise<boolean> => {
  const listed = await team.listSessions()
  if (!listed.ok) return listed.refusal === 'signed-out'
  const current = listed.value.find((session) => session.current)
  return current === undefined || (await team.endSession(current.publicId)).ok
}
