import * as Y from 'yjs'
import { seedsOf } from '../../document/bring-in.ts'
import { createDraftDocument } from '../../document/draft-document.ts'
import { discussionOf } from '../../domain/document-id.ts'
import type { DraftId } from '../../domain/draft-id.ts'
import type { OutboxRow } from '../../storage/outbox-row.ts'
import { readStoredDraft } from '../../storage/stored-draft.ts'
import { within } from '../../storage/within.ts'
import type { Desk } from '../desk.ts'
import type { LiveDraft } from '../live-draft.ts'
import { createIdSeed } from '../start-draft.ts'
import { writeRescueFile } from './rescue-file.ts'

/** A draft as one file to keep. */
export interface RescueCopy {
  /** Of the draft, and when the file was made, in ms since 1970. */
  title: string
  savedAt: number
  bytes: Uint8Array<ArrayBuffer>
}

/** So long a browser may take to answer where the page has the text itself, and where the device alone has it. */
const inPageMs = 1_500
const longestMs = 10_000

/**
 * Puts together all there is of a draft, from the page where it is open and from what is stored, whichever of the two is
 * still readable. Null when there is nothing of it here.
 */
export const saveRescue = async (desk: Desk, draftId: DraftId): Promise<RescueCopy | null> => {
  const { deviceStore, drafts, surroundings } = desk
  const live = await unlessSilent(longestMs, Promise.resolve(drafts.get(draftId)))
  const patienceMs = live && isThere(live.doc) ? inPageMs : longestMs
  const [stored, discussion] = await Promise.all([
    unlessSilent(patienceMs, readStoredDraft(draftId, surroundings.device)),
    readDiscussion(desk, live, draftId),
  ])
  if (live === null && stored === null) return null

  const waiting = new Map(stored?.outbox)
  for (const [seq, row] of live ? unsentOf(live) : []) waiting.set(seq, row)
  const rows = [...waiting].sort(([a], [b]) => a - b).map(([, row]) => row)
  const content = joined([...(live ? [Y.encodeStateAsUpdate(live.doc)] : []), ...(stored?.rows ?? [])], rows)

  const record = live?.record() ?? (await unlessSilent(longestMs, deviceStore.readDraft(draftId)))
  const savedAt = Date.now()
  const idSeed = record?.idSeed || createIdSeed()
  if (rows.length > 0) {
    live?.change({ idSeed, handedOutAt: savedAt })
    await unlessSilent(inPageMs, deviceStore.changeDraft(draftId, { idSeed, handedOutAt: savedAt }))
  }
  const title = live?.summary().title ?? record?.title ?? ''
  const bytes = await writeRescueFile({
    draftId,
    callId: record?.callId ?? '',
    title,
    savedAt,
    by: { name: record?.me.name ?? '', organisation: record?.me.organisation ?? '' },
    content,
    discussion,
    waiting: rows,
    seeds: seedsOf(
      rows.map(({ update }) => update),
      idSeed,
      new Map(record?.carried),
    ),
  })
  return { title, savedAt, bytes }
}

/** Everything that was said, as one update; empty where nothing of it is here. */
const readDiscussion = async (desk: Desk, live: LiveDraft | null, draftId: DraftId): Promise<Uint8Array> => {
  const open = live && (await unlessSilent(inPageMs, live.discussion()))
  const patienceMs = open ? inPageMs : longestMs
  const stored = await unlessSilent(patienceMs, readStoredDraft(discussionOf(draftId), desk.surroundings.device))
  const here = open ? [Y.encodeStateAsUpdate(open.doc)] : []
  const rows = [...(stored?.outbox.values() ?? [])]
  return here.length + rows.length + (stored?.rows.length ?? 0) === 0
    ? new Uint8Array()
    : joined([...here, ...(stored?.rows ?? [])], rows)
}

/** Null where the browser refuses or does not answer: the file is made of what there is. */
const unlessSilent = <T>(limitMs: number, answer: Promise<T>): Promise<T | null> =>
  within(limitMs, answer).catch(() => null)

const isThere = (doc: Y.Doc): boolean => Y.decodeStateVector(Y.encodeStateVector(doc)).size > 0

const unsentOf = ({ storage }: LiveDraft): [number, OutboxRow][] => {
  const updates = storage.unsent()
  return storage.waiting().flatMap(({ seq, at, places }, index) => {
    const update = updates[index]
    return update ? [[seq, { update, at, places }]] : []
  })
}

/** Everything readable as one update; a spoiled row costs no more than itself. */
const joined = (rows: readonly Uint8Array[], waiting: readonly OutboxRow[]): Uint8Array => {
  const doc = createDraftDocument()
  for (const row of [...rows, ...waiting.map(({ update }) => update)]) {
    try {
      Y.applyUpdate(doc, row)
    } catch {
      // What it held is at the server or lost; the rest is not.
    }
  }
  const content = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return content
}
