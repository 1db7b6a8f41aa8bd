import { DatabaseSync } from '@photostructure/sqlite'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { contentDigest } from '../../src/document/content-digest.ts'
import type { EntryAuthor } from '../../src/domain/discussion-entry.ts'
import { discussionOf } from '../../src/domain/document-id.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { encodeDigestReport } from '../../src/protocol/digest.ts'
import { documentAt, documentPath } from '../../src/protocol/document-path.ts'
import { closeCode, messageType, readNumber, syncType } from '../../src/protocol/messages.ts'
import { seeded } from '../bench/history.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { fillDiscussion } from './flood.ts'
import { authorOf, comment, eachKind, newId, saying } from './gate/talk.ts'
import { frame, messagesOf, openLine, openWriter, until, type Line } from './line.ts'
import { amina, bruno, carla, joinDraft, startDraft, type Browser } from './person.ts'
import { openRequestLine } from './request-line.ts'
import { fetchTicket } from './ticket.ts'

let server: TestServer

const frames = Math.ceil(Number(process.env['FUZZ_FRAMES'] ?? 20_000) / 50)

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const talkOf = (draftId: DraftId): string => documentPath(discussionOf(draftId))

const authorIn = async (browser: Browser, draftId: DraftId): Promise<EntryAuthor> =>
  authorOf((await browser.readAccess(draftId)).body.me)

/** A draft of Amina's in which Carla may comment. */
const openTalk = async () => {
  const host = await startDraft(server, amina)
  const carlas = await joinDraft(server, host, { ...carla, role: 'commenter' })
  const { draftId, browser } = host
  return {
    draftId,
    host,
    carlas,
    asAmina: await authorIn(browser, draftId),
    asCarla: await authorIn(carlas, draftId),
    /** A line into the discussion. */
    enter: (of: Browser) => openLine(server, talkOf(draftId), { cookie: of.cookie() }),
  }
}

const entriesOf = (line: Line): unknown => line.document().getMap('entries').toJSON()

const storedRows = (draftId: DraftId): number => {
  const database = new DatabaseSync(join(server.dataDir, 'einvernehmen.sqlite'), { readOnly: true })
  const row = database.prepare('select count(*) as count from discussion_updates where draft_id = ?').get(draftId)
  database.close()
  return (row as { count: number }).count
}

/** Says something and waits until it is on disk. */
const say = async (line: Line, update: Uint8Array): Promise<void> => {
  line.sendUpdate(update)
  line.mark(1)
  await until('it is stored', () => line.stored().includes(1))
}

describe('a discussion', () => {
  it('25: is told to everyone who has it open, to newcomers, and after a restart, and is not the text', async () => {
    const { draftId, host, carlas, asCarla, enter } = await openTalk()
    const [aminas, line] = await Promise.all([enter(host.browser), enter(carlas)])
    const text = await openLine(server, draftId, { cookie: host.browser.cookie() })
    const id = newId()
    await say(line, saying({ [id]: comment(asCarla) }))
    await until('Amina reads it', () => id in (entriesOf(aminas) as object))
    text.mark(1)
    await until('the text is up to date', () => text.stored().includes(1))
    expect(messagesOf(text, messageType.sync)).toHaveLength(1)
    await server.restart()
    const newcomer = openWriter(server, talkOf(draftId), host.browser.cookie())
    await newcomer.whenSynced()
    expect(newcomer.doc.getMap('entries').toJSON()).toEqual({ [id]: JSON.stringify(comment(asCarla)) })
    const reader = openWriter(server, draftId, host.browser.cookie())
    await reader.whenSynced()
    expect([...Y.decodeStateVector(Y.encodeStateVector(reader.doc))]).toEqual([])
    for (const writer of [newcomer, reader]) writer.leave()
  })

  it('26: keeps nothing of what is refused, tells nobody, and says why by its code', async () => {
    const { draftId, host, carlas, asAmina, asCarla, enter } = await openTalk()
    const [aminas, first] = await Promise.all([enter(host.browser), enter(carlas)])
    const id = newId()
    await say(first, saying({ [id]: comment(asCarla) }, 1))
    const { forged, writtenAgain, notAllowed, unfit, tooLarge, malformed } = closeCode
    const refused: [Uint8Array, number][] = [
      [saying({ [newId()]: comment(asCarla), [newId()]: comment(asAmina) }, 2), forged],
      [saying({ [id]: comment(asCarla, 'Anders.') }, 3), writtenAgain],
      [saying({ [newId()]: { type: 'accepted', by: asCarla, at: 1, of: id, wrote: [] } }, 4), notAllowed],
      [saying({ [newId()]: '{' }, 5), unfit],
      [saying({ [newId()]: { ...comment(asCarla), words: 'x'.repeat(70_000) } }, 6), tooLarge],
      [saying({ [newId()]: { ...comment(asCarla), words: 'x'.repeat(1_048_576) } }, 7), tooLarge],
      [Uint8Array.of(1, 2, 3), malformed],
    ]
    for (const [index, [update, code]] of refused.entries()) {
      const line = await enter(carlas)
      line.sendUpdate(update)
      expect([index, await line.whenClosed()]).toEqual([index, code])
    }
    first.mark(2)
    await until('all before is on disk', () => first.stored().includes(2))
    expect(Object.keys(entriesOf(aminas) as object)).toEqual([id])
    expect(storedRows(draftId)).toBe(1)
  })

  it('25: is entered with a ticket of its own, and by nobody else’s', async () => {
    const { draftId, host, enter } = await openTalk()
    const cookie = host.browser.cookie()
    const [forText, forTalk] = await Promise.all(
      [draftId, talkOf(draftId)].map((at) => fetchTicket(server, at, cookie)),
    )
    const into = async (at: string, ticket: typeof forText) =>
      (await openLine(server, at, { cookie }, { ticket: ticket?.ok ? ticket.value : '' })).whenClosed()
    expect(await into(talkOf(draftId), forText)).toBe(closeCode.absent)
    expect(await into(draftId, forTalk)).toBe(closeCode.absent)
    expect(await into(`${draftId}/elsewhere`, await fetchTicket(server, draftId, cookie))).toBe(closeCode.absent)
    const stranger = (await startDraft(server, bruno)).browser
    expect(await (await enter(stranger)).whenClosed()).toBe(closeCode.signedOut)
    expect([documentAt(talkOf(draftId)), documentAt(draftId)]).toEqual([discussionOf(draftId), draftId])
    for (const path of ['', '/discussion', `${draftId}/`, `${draftId}/discussion/discussion`]) {
      expect(documentAt(path)).toBeNull()
    }
  })

  it('25: goes by requests too, and a right that ends is over on the open line', async () => {
    const { draftId, host, carlas, asCarla } = await openTalk()
    const line = await openRequestLine(server, talkOf(draftId), { cookie: carlas.cookie() })
    await say(line, saying({ [newId()]: comment(asCarla) }, 1))
    const at = `/api/drafts/${draftId}/members/${asCarla.member}`
    expect((await host.browser.ask('PATCH', at, { role: 'viewer' })).status).toBeLessThan(300)
    line.sendUpdate(saying({ [newId()]: comment(asCarla) }, 2))
    expect(await line.whenClosed()).toBe(closeCode.notAllowed)
    expect(storedRows(draftId)).toBe(1)
  })

  it('26: has an end: what is more is refused by name, and decisions and the text go on', async () => {
    const { draftId, host, asAmina, enter } = await openTalk()
    const codes = await fillDiscussion(server, host)
    // Nobody reaches the end alone.
    expect(codes.length).toBeGreaterThan(3)
    expect(new Set(codes.slice(0, -1))).toEqual(new Set([closeCode.tooMany]))

    const line = await enter(host.browser)
    const [about] = Object.keys(line.document().getMap('entries').toJSON())
    await say(line, saying({ [newId()]: eachKind(asAmina, about ?? newId()).accepted }))
    await line.cut()
    const text = openWriter(server, draftId, host.browser.cookie())
    await text.whenSynced()
    text.write('ziele', 'Weiter.')
    const other = openWriter(server, draftId, host.browser.cookie())
    await until('the text is told', () => other.read('ziele') === 'Weiter.')
    for (const writer of [text, other]) writer.leave()
  })

  it('19: a page that reads something else is asked to take the discussion anew', async () => {
    const { host, carlas, asCarla, enter } = await openTalk()
    const update = saying({ [newId()]: comment(asCarla) })
    await say(await enter(carlas), update)
    const line = await enter(host.browser)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    const report = (answers: number, digest: string) =>
      line.send(encodeDigestReport({ answers, stateVector: Y.encodeStateVector(doc), digest }))
    report(0, 'anders')
    await until('it is asked', () => messagesOf(line, messageType.sayDigest).length === 1)
    const [question] = messagesOf(line, messageType.sayDigest).map(readNumber)
    report(question ?? 0, 'anders')
    await until('it is told', () => messagesOf(line, messageType.reload).length === 1)
    expect(contentDigest(doc)).not.toBe(contentDigest(new Y.Doc()))
  })

  it(`outlives ${frames} frames of changed bytes: nobody is disturbed, and only what was said is there`, async () => {
    const { draftId, host, carlas, asCarla, enter } = await openTalk()
    const honest = openWriter(server, talkOf(draftId), host.browser.cookie())
    await honest.whenSynced()
    let disturbed = 0
    const codes = new Set<number>()
    honest.provider.on('connection-close', () => (disturbed += 1))
    const random = seeded(2023)
    const pick = (count: number) => Math.floor(random() * count)
    let sent = 0
    while (sent < frames) {
      const line = await enter(carlas)
      while (sent < frames && line.closed === null) {
        const bytes = saying({ [newId()]: comment(asCarla) }, pick(1 << 30))
        for (let change = pick(3); change > 0; change -= 1) bytes[pick(bytes.length)] = pick(256)
        line.send(frame(messageType.sync, pick(2) ? syncType.update : syncType.step2, bytes))
        await line.whenRead()
        sent += 1
      }
      if (line.closed) codes.add(line.closed.code)
      else await line.cut()
    }
    for (const code of codes) expect([4400, 4403, 4409, 4410, 4411, 4413, 4422, 4424]).toContain(code)
    const newcomer = openWriter(server, talkOf(draftId), host.browser.cookie())
    await newcomer.whenSynced()
    await until('both read the same', () => contentDigest(newcomer.doc) === contentDigest(honest.doc))
    const entries = [...newcomer.doc.getMap<string>('entries').values()]
    expect(entries.length).toBeGreaterThan(frames / 4)
    for (const entry of entries) expect(JSON.parse(entry)).toMatchObject({ by: asCarla })
    expect([newcomer.doc.store.pendingStructs, newcomer.doc.store.pendingDs, disturbed]).toEqual([null, null, 0])
    for (const writer of [newcomer, honest]) writer.leave()
  })
})
