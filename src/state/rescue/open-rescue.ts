import * as Y from 'yjs'
import { bringIn } from '../../document/bring-in.ts'
import { createDraftDocument } from '../../document/draft-document.ts'
import { judgeWholeDraft } from '../../document/whole-draft.ts'
import type { DraftId } from '../../domain/draft-id.ts'
import { maxDraftBytes } from '../../domain/draft-size.ts'
import { may } from '../../domain/role.ts'
import { countChanges } from '../../storage/count-changes.ts'
import type { Desk } from '../desk.ts'
import { hasText } from '../draft-here.ts'
import { rememberAccess } from '../join-draft.ts'
import type { LiveDraft } from '../live-draft.ts'
import { readFromServer } from '../read-from-server.ts'
import { whenHeard } from '../when-heard.ts'
import { bringDiscussion } from './bring-discussion.ts'
import { maxFileBytes, readRescueFile, type RescueFile, type RescueProblem } from './rescue-file.ts'
import { fileBytesOf } from './rescue-text.ts'

/**
 * Why nothing was taken from a file: `foreign` (of another draft than the one on screen), `no-access` (this device does
 * not belong to the draft), `unreachable` (whether it does, the server alone could say), `may-not-write`, `draft-full`.
 */
export type RescueRefusal = RescueProblem | 'foreign' | 'no-access' | 'unreachable' | 'may-not-write' | 'draft-full'

/** What became of a file. `changes` is how many were missing here, as a person counts. Times in ms since 1970. */
export type RescueOutcome =
  | { name: 'brought'; draftId: DraftId; changes: number; from: FileLabel }
  | { name: 'nothing-new'; draftId: DraftId; from: FileLabel }
  | { name: 'refused'; why: RescueRefusal; from: FileLabel | null }

/** What a file says of itself; whoever made it can have written anything. */
export type FileLabel = Pick<RescueFile, 'title' | 'savedAt' | 'by'>

const firstTextLimitMs = 5_000

/** So long a line that is just being opened is waited for: with it, what comes in is sent without beginning anew. */
const patienceMs = 2_000

/** Merges a rescue file into its draft, where this device belongs to it; otherwise nothing of it is kept. */
export const openRescue = async (desk: Desk, chosen: Blob, only: DraftId | null): Promise<RescueOutcome> => {
  // A text is longer by half.
  if (chosen.size > 2 * maxFileBytes) return { name: 'refused', why: 'too-large', from: null }
  const read = await readRescueFile(fileBytesOf(new Uint8Array(await chosen.arrayBuffer())))
  if (!read.ok) return { name: 'refused', why: read.problem, from: null }
  const { file } = read
  const from = { title: file.title, savedAt: file.savedAt, by: file.by }
  const refuse = (why: RescueRefusal): RescueOutcome => ({ name: 'refused', why, from })
  if (only !== null && file.draftId !== only) return refuse('foreign')
  const refusal = await lookForAccess(desk, file.draftId)
  if (refusal) return refuse(refusal)
  const held = await desk.hold(file.draftId)
  if (!held.ok) return refuse(held.refusal === 'unreachable' ? 'unreachable' : 'no-access')
  try {
    const text = await bringInto(desk, held.value, file)
    // Whoever may only comment brings what they said.
    if (typeof text === 'string' && text !== 'may-not-write') return refuse(text)
    const said = await bringDiscussion(held.value, file.discussion)
    if (text === 'may-not-write' && said === null) return refuse(text)
    const brought = (said ?? 0) + (text === 'may-not-write' ? 0 : text)
    const { draftId } = file
    return brought > 0 ? { name: 'brought', draftId, changes: brought, from } : { name: 'nothing-new', draftId, from }
  } finally {
    await desk.drafts.release(file.draftId)
  }
}

const lookForAccess = async (desk: Desk, draftId: DraftId): Promise<'no-access' | 'unreachable' | null> => {
  const record = await desk.deviceStore.readDraft(draftId)
  if (record?.removed) return 'no-access'
  if (await hasText(desk, draftId, record)) return null
  const access = await desk.api.readAccess(draftId)
  if (!access.ok) return access.refusal === 'unreachable' || access.refusal === 'busy' ? 'unreachable' : 'no-access'
  await rememberAccess(desk, access.value)
  return null
}

/** How many changes were new, as a person counts, or why nothing may come in. */
const bringInto = async (desk: Desk, live: LiveDraft, file: RescueFile): Promise<number | RescueRefusal> => {
  const { doc, call, storage, sync } = live
  if (!may(live.record().access?.me.role ?? 'owner', 'write-content')) return 'may-not-write'
  const { registered, lastContactAt } = live.record()
  if (registered) await whenHeard(sync, lastContactAt === null ? firstTextLimitMs : patienceMs)
  const updates = file.waiting.map(({ update }) => update)
  // Together with what is here: a device with a spoiled row saves a file that has a gap.
  const whole = [Y.encodeStateAsUpdate(doc), file.content, ...updates]
  const verdict = judgeWholeDraft(
    whole,
    call.sections.map(({ id }) => id),
  )
  if (verdict !== 'whole') return verdict === 'too-new' ? 'too-new' : 'damaged'
  if (sizeOf(whole) > maxDraftBytes) return 'draft-full'

  const { idSeed, carried = [] } = live.record()
  const foreign = [...file.seeds].filter(([page, seed]) => seed !== idSeed && carried.every(([each]) => each !== page))
  if (foreign.length > 0) {
    const remembered = [...carried, ...foreign].slice(-maxRemembered)
    live.change({ carried: remembered })
    await desk.deviceStore.changeDraft(live.draftId, { carried: remembered })
  }
  const onServer = sync.state().name === 'live' ? await readFromServer(desk, live.draftId) : null
  const { missing, changed } = bringIn(doc, { content: file.content, waiting: updates, seeds: file.seeds }, onServer)
  await storage.whenIdle()
  const isMissing = new Set(missing)
  const changes = file.waiting.flatMap(({ at, places }, index) =>
    isMissing.has(index) ? [{ seq: index, at, places }] : [],
  )
  return changed ? Math.max(1, countChanges(changes)) : 0
}

const maxRemembered = 5000

const sizeOf = (updates: readonly Uint8Array[]): number => {
  const doc = createDraftDocument()
  for (const update of updates) Y.applyUpdate(doc, update)
  const size = Y.encodeStateAsUpdate(doc).length
  doc.destroy()
  return size
}
