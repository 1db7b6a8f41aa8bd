import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createCommitQueue } from '../../server/sync/commit-queue.ts'
import { createFrameReader } from '../../server/sync/connection.ts'
import { createRooms } from '../../server/sync/rooms.ts'
import { openWorkshop } from '../../server/sync/workshop.ts'
import { compactContent } from '../../server/sync/compact-content.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { closeCode, encodeMark, messageType, syncType } from '../../src/protocol/messages.ts'
import { frame, until } from './line.ts'
import { amina, newDraftId } from './person.ts'

const update = (words: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText('text/ziele').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}

/** A store on a disk that can be full, with one draft. */
const openFullDisk = async () => {
  const store = await openStore(':memory:')
  const draftId = newDraftId()
  await store.access.writeSession({ id: 'session', createdAt: 1, seenAt: 1, expiresAt: 2 })
  const owner = { ...amina, id: 'amina', role: 'owner' as const, joinedAt: 1 }
  await store.access.addDraft({ id: draftId, callId: 'some-call', createdAt: 1 }, owner, 'session')
  const disk = { full: false }
  const drafts = {
    ...store.drafts,
    append: (updates: Parameters<typeof store.drafts.append>[0]) =>
      disk.full ? Promise.reject(new Error('the disk is full')) : store.drafts.append(updates),
  }
  const rooms = createRooms(drafts, createCommitQueue(drafts), openWorkshop(), new Map(), pino({ level: 'silent' }))
  return { disk, draftId, drafts, rooms }
}

const enter = async (rooms: ReturnType<typeof createRooms>, draftId: DraftId) => {
  const { room, release } = await rooms.enter(draftId)
  const guest = {
    member: { ...amina, id: 'amina', role: 'owner' as const, joinedAt: 1 },
    sessionId: 'session',
    heard: [] as number[],
    closed: [] as number[],
    send: (bytes: Uint8Array) => void guest.heard.push(bytes[0] ?? -1),
    // Behind the two bytes of a short frame's head.
    write: (...frames: readonly Uint8Array[]) => guest.heard.push(...frames.map((bytes) => bytes[2] ?? -1)),
    close: (code: number) => void guest.closed.push(code),
  }
  room.join(guest)
  return {
    guest,
    room,
    receive: createFrameReader(
      guest,
      () => 'owner',
      room,
      () => undefined,
    ),
    release,
  }
}

describe('a store that fails', () => {
  it('is never acknowledged nor relayed, and everyone is sent away to come back', async () => {
    const { disk, draftId, rooms } = await openFullDisk()
    const writer = await enter(rooms, draftId)
    const reader = await enter(rooms, draftId)
    disk.full = true
    writer.receive(frame(messageType.sync, syncType.update, update('verloren?')))
    writer.receive(encodeMark(1))
    await until('both are sent away', () => writer.guest.closed.length > 0 && reader.guest.closed.length > 0)
    expect(writer.guest.closed).toEqual([closeCode.storeFailed])
    expect(writer.guest.heard).toEqual([messageType.sync])
    expect(reader.guest.heard).toEqual([messageType.sync])
    writer.release()
    reader.release()
  })

  it('leaves a room that works again when there is space', async () => {
    const { disk, draftId, rooms } = await openFullDisk()
    const before = await enter(rooms, draftId)
    disk.full = true
    before.receive(frame(messageType.sync, syncType.update, update('zu früh')))
    await until('the writer is sent away', () => before.guest.closed.length > 0)
    disk.full = false
    const after = await enter(rooms, draftId)
    before.release()
    after.receive(frame(messageType.sync, syncType.update, update('jetzt')))
    after.receive(encodeMark(2))
    await until('it is stored', () => after.guest.heard.includes(messageType.stored))
    expect(after.guest.closed).toEqual([])
    after.release()
  })

  it.each([1, 2, 3, 4, 5])('at its call %i keeps everything acknowledged before and nothing after', async (failing) => {
    const { disk, draftId, drafts, rooms } = await openFullDisk()
    const doc = new Y.Doc()
    const text = doc.getText('text/ziele')
    let writer = await enter(rooms, draftId)
    const sent: string[] = []
    const say = async (words: string): Promise<void> => {
      const before = Y.encodeStateVector(doc)
      text.insert(text.length, words)
      sent.push(words)
      writer.receive(frame(messageType.sync, syncType.update, Y.encodeStateAsUpdate(doc, before)))
      writer.receive(encodeMark(sent.length))
      const { guest } = writer
      const stored = () => guest.heard.filter((type) => type === messageType.stored).length
      const answered = stored()
      await until('it is stored or refused', () => stored() > answered || guest.closed.length > 0)
    }
    for (let call = 1; call < failing; call++) await say(`${call} `)
    disk.full = true
    await say('zu viel ')
    expect(writer.guest.closed).toEqual([closeCode.storeFailed])
    expect(writer.guest.heard.filter((type) => type === messageType.stored)).toHaveLength(failing - 1)
    writer.release()
    disk.full = false

    // Coming back as a client does: the server says what it has, and is sent the rest.
    writer = await enter(rooms, draftId)
    expect(writer.guest.closed).toEqual([])
    writer.receive(frame(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(doc)))
    await say('danach')
    const { snapshot, updates } = await drafts.read(draftId)
    const kept = new Y.Doc()
    Y.applyUpdate(
      kept,
      compactContent(
        snapshot,
        updates.map(({ bytes }) => bytes),
      ),
    )
    expect(kept.getText('text/ziele').toJSON()).toBe(text.toJSON())
    writer.release()
  })
})
