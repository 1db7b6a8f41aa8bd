import * as encoding from 'lib0/encoding'
import { documentsOf, draftOf, isDiscussion, type DocumentId } from '../domain/document-id.ts'
import type { DraftId } from '../domain/draft-id.ts'
import { may } from '../domain/role.ts'
import { documentPath } from '../protocol/document-path.ts'
import { asFrame, FrameStream } from '../protocol/frame-stream.ts'
import {
  decodeLinePacket,
  encodeLinePacket,
  leftCode,
  maxPacketBytes,
  noBytes,
  type LinePacket,
} from '../protocol/line-packet.ts'
import { encodeMark, encodeStored, maxFrameBytes, messageType, syncType } from '../protocol/messages.ts'
import type { IssuedTicket, OpenedLine } from '../protocol/team-http.ts'
import { openDeviceStore } from '../storage/device-store.ts'
import { openExistingDraftDatabase } from '../storage/draft-database.ts'
import { dropRows, readWaitingRows, type WaitingRow } from '../storage/waiting-rows.ts'

/*
 * Sends what waits in the outboxes of a draft's documents with no page open, on a line by requests (rule 21), and drops
 * the rows the server has acknowledged. It knows updates as bytes only. Whatever is out of the ordinary it leaves to the page, which can
 * explain it to somebody: a session that has ended, a role that changed, a draft the server does not know, a row too long
 * for one frame, a database of another version.
 */

/** The server could not be reached or has no time: worth another try when the browser thinks so. */
export class TryLater extends Error {}

const answerLimitMs = 30_000

/** A sync message is this much longer than its update, at most. */
const headBytes = 16

type Send = (path: string, request: RequestInit) => Promise<Response>

/** Resolves when there is nothing left to do here; rejects with TryLater. */
export const deliverOutbox = async (draftId: DraftId, databases: IDBFactory, send: Send): Promise<void> => {
  for (const documentId of documentsOf(draftId)) await deliverDocument(documentId, databases, send)
}

const deliverDocument = async (documentId: DocumentId, databases: IDBFactory, send: Send): Promise<void> => {
  const database = await openExistingDraftDatabase(databases, documentId).catch(() => null)
  if (database === null) return
  // Deleted or renewed by a page meanwhile: this must not stand in its way.
  database.addEventListener('versionchange', () => database.close())
  try {
    // Others may have brought a saved file meanwhile, with these words under other ids: the page looks for them first.
    const record = await openDeviceStore({ databases, locks: null }).readDraft(draftOf(documentId))
    if (record?.handedOutAt) return
    const rows = await readWaitingRows(database)
    const tooLong = rows.findIndex(({ update }) => update.length > maxFrameBytes - headBytes)
    const fitting = tooLong < 0 ? rows : rows.slice(0, tooLong)
    if (fitting.length > 0 && (await deliver(documentId, fitting, send))) await dropRows(database, fitting)
  } finally {
    database.close()
  }
}

/** Whether the server has them on its disk. */
const deliver = async (documentId: DocumentId, rows: readonly WaitingRow[], send: Send): Promise<boolean> => {
  const path = `/api/drafts/${documentPath(documentId)}`

  const ask = async (to: string, contentType: string, body: BodyInit): Promise<Response | null> => {
    const request = {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': contentType },
      body,
    } as const
    const answer = await send(path + to, { ...request, signal: AbortSignal.timeout(answerLimitMs) }).catch(() => null)
    if (answer === null || answer.status >= 429) throw new TryLater(`${to}: ${answer?.status ?? 'no answer'}`)
    return answer.ok ? answer : null
  }

  const ticket = (await (await ask('/ticket', 'application/json', '{}'))?.json()) as IssuedTicket | undefined
  if (!ticket || !may(ticket.role, isDiscussion(documentId) ? 'discuss' : 'write-content')) return false
  const entering = await ask('/line', 'application/json', JSON.stringify({ ticket: ticket.ticket }))
  const opened = (await entering?.json()) as OpenedLine | undefined
  if (!opened || !('line' in opened)) return false
  const { line } = opened

  const carry = async (what: 'send' | 'receive', packet: Omit<LinePacket, 'line'>): Promise<LinePacket> => {
    const body = encodeLinePacket({ ...packet, line }).slice()
    const answer = await ask(`/line/${what}`, 'application/octet-stream', body)
    if (!answer) throw new TryLater(what)
    return decodeLinePacket(new Uint8Array(await answer.arrayBuffer()))
  }

  const last = rows.at(-1)?.seq ?? 0
  const bytes = joined([...rows.map(({ update }) => asFrame(asUpdate(update))), asFrame(encodeMark(last))])
  for (let offset = 0; offset < bytes.length; offset += maxPacketBytes) {
    const piece = bytes.subarray(offset, offset + maxPacketBytes)
    if ((await carry('send', { closed: 0, offset, bytes: piece })).closed !== 0) return false
  }
  const isStored = await hears(encodeStored(last), (offset) => carry('receive', { closed: 0, offset, bytes: noBytes }))
  // The server notices by itself too.
  await carry('send', { closed: leftCode, offset: bytes.length, bytes: noBytes }).catch(() => null)
  return isStored
}

/** Whether this is said before the line ends or has said nothing else for two answers. */
const hears = async (wanted: Uint8Array, ask: (offset: number) => Promise<LinePacket>): Promise<boolean> => {
  const incoming = new FrameStream()
  let received = 0
  for (let heartbeats = 0; heartbeats < 2;) {
    const packet = await ask(received)
    received += packet.bytes.length
    const messages = incoming.push(packet.bytes)
    if (messages.some((message) => isSame(message, wanted))) return true
    if (packet.closed !== 0) return false
    // An update that builds on what the server lacks is never acknowledged: only a page can bring what is missing.
    if (messages.every(([type]) => type === messageType.awareness)) heartbeats += 1
  }
  return false
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])

const asUpdate = (update: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.sync)
  encoding.writeVarUint(encoder, syncType.update)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
