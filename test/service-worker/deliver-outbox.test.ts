import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../src/domain/role.ts'
import { discussionOf } from '../../src/domain/document-id.ts'
import { addEntries } from '../../src/document/discussion.ts'
import { documentPath } from '../../src/protocol/document-path.ts'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { appendToSection } from '../../src/document/edit-expression.ts'
import { deliverOutbox, TryLater } from '../../src/service-worker/deliver-outbox.ts'
import { draftDatabaseName, openDraftDatabase, readOutbox } from '../../src/storage/draft-database.ts'
import { openDeviceStore } from '../../src/storage/device-store.ts'
import { readDraftRecord } from '../../src/storage/draft-record.ts'
import { openDraftStorage } from '../../src/storage/draft-storage.ts'
import { authorOf, comment, newId } from '../server/gate/talk.ts'
import { openWriter, until } from '../server/line.ts'
import { amina, bruno, joinDraft, openBrowser, startDraft, type Browser } from '../server/person.ts'
import { TestDevice } from '../storage/device.ts'
import { startTestServer, type TestServer } from '../world/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** A worker's own requests, with the cookies of this browser. */
const worker =
  (browser: Pick<Browser, 'cookie'>, url = server.url) =>
  (path: string, request: RequestInit) => {
    const headers = new Headers(request.headers)
    headers.set('cookie', browser.cookie())
    headers.set('origin', url)
    return fetch(url + path, { ...request, headers })
  }

const wait = async (draftId: Parameters<typeof openDraftStorage>[0], device: TestDevice): Promise<number> => {
  const { database } = await openDraftDatabase(device.databases, draftId)
  const { size } = await readOutbox(database)
  database.close()
  return size
}

/** Someone who has written this offline and closed the page. */
const whoWrote = async (texts: readonly string[], role: Role = 'owner') => {
  const host = await startDraft(server, amina)
  const browser = role === 'owner' ? host.browser : await joinDraft(server, host, { ...bruno, role })
  const device = new TestDevice()
  const doc = createDraftDocument()
  const storage = openDraftStorage(host.draftId, doc, device)
  await storage.whenLoaded
  for (const text of texts)
    appendToSection(doc, 'ziele', [{ kind: 'paragraph', level: 1, runs: [{ text, marks: {} }] }])
  await storage.close()
  return { draftId: host.draftId, host: host.browser, browser, device }
}

const reads = async (draftId: Parameters<typeof openDraftStorage>[0], browser: Browser): Promise<string> => {
  const reader = openWriter(server, draftId, browser.cookie())
  await reader.whenSynced()
  const text = reader.read('ziele')
  reader.leave()
  return text
}

describe('delivering with no page open', () => {
  it('brings what waits to the server and drops what is stored there', async () => {
    const { draftId, browser, device } = await whoWrote(Array.from({ length: 120 }, (_, n) => `Satz ${n}.`))
    expect(await wait(draftId, device)).toBe(120)
    await deliverOutbox(draftId, device.databases, worker(browser))
    expect(await wait(draftId, device)).toBe(0)
    const text = await reads(draftId, browser)
    expect(text).toContain('Satz 0.')
    expect(text).toContain('Satz 119.')
  })

  it('leaves the outbox alone when the session has ended, the role has changed or the server does not know the draft', async () => {
    const { draftId, browser, device } = await whoWrote(['Bleibt hier.'])
    await deliverOutbox(draftId, device.databases, worker({ cookie: () => '' }))
    await deliverOutbox(draftId, device.databases, worker((await startDraft(server, bruno)).browser))
    expect(await wait(draftId, device)).toBe(1)
    expect(await reads(draftId, browser)).toBe('')

    const viewer = await whoWrote(['Auch das.'], 'viewer')
    await deliverOutbox(viewer.draftId, viewer.device.databases, worker(viewer.browser))
    expect(await wait(viewer.draftId, viewer.device)).toBe(1)
    expect(await reads(viewer.draftId, viewer.host)).toBe('')
  })

  it('brings what a commenter said, who may not write the text, and nothing of a viewer', async () => {
    for (const role of ['commenter', 'viewer'] as const) {
      const { draftId, host, browser, device } = await whoWrote([], role)
      const by = authorOf((await browser.readAccess(draftId)).body.me)
      const doc = createDraftDocument()
      const storage = openDraftStorage(discussionOf(draftId), doc, device)
      await storage.whenLoaded
      addEntries(doc, new Map([[newId(), comment(by)]]))
      await storage.close()
      await deliverOutbox(draftId, device.databases, worker(browser))
      expect(await wait(discussionOf(draftId), device)).toBe(role === 'commenter' ? 0 : 1)
      const reader = openWriter(server, documentPath(discussionOf(draftId)), host.cookie())
      await reader.whenSynced()
      expect(reader.doc.getMap('entries').size).toBe(role === 'commenter' ? 1 : 0)
      reader.leave()
    }
  })

  it('leaves to the page what was saved as a file: others may have brought it already', async () => {
    const { draftId, browser, device } = await whoWrote(['In der Datei.'])
    const started = {
      draftId,
      callId: 'engagierte-stadt-2023',
      me: amina,
      access: null,
      registered: true,
      removed: false,
    }
    const shown = { title: 'Marburg', partners: [], progress: [], startedAt: 1, openedAt: 1 }
    const record = readDraftRecord({ ...started, ...shown, lastStoredAt: null, lastContactAt: 1, handedOutAt: 2 })
    if (record === null) throw new Error('no record')
    await openDeviceStore(device).writeDraft(record)
    await deliverOutbox(draftId, device.databases, worker(browser))
    expect(await wait(draftId, device)).toBe(1)
    await openDeviceStore(device).writeDraft({ ...record, handedOutAt: null })
    await deliverOutbox(draftId, device.databases, worker(browser))
    expect(await wait(draftId, device)).toBe(0)
  })

  it('asks for another try when the server is out of reach or has no time, and keeps everything', async () => {
    const { draftId, browser, device } = await whoWrote(['Später.'])
    await expect(deliverOutbox(draftId, device.databases, worker(browser, 'http://127.0.0.1:9'))).rejects.toThrow(
      TryLater,
    )
    const busy = () => Promise.resolve(new Response('later', { status: 503 }))
    await expect(deliverOutbox(draftId, device.databases, busy)).rejects.toThrow(TryLater)
    // The answer that says "stored" is lost on the way: sent again, it is known already.
    const deaf = async (path: string, request: RequestInit) => {
      if (path.endsWith('/receive')) throw new TypeError('cut')
      return worker(browser)(path, request)
    }
    await expect(deliverOutbox(draftId, device.databases, deaf)).rejects.toThrow(TryLater)
    expect(await wait(draftId, device)).toBe(1)
    await deliverOutbox(draftId, device.databases, worker(browser))
    expect(await wait(draftId, device)).toBe(0)
    expect((await reads(draftId, browser)).match(/Später/g)).toHaveLength(1)
  })

  it('touches no database of another version, and makes none', async () => {
    const { draftId, browser, device } = await whoWrote(['Aus einer neueren App.'])
    await new Promise<void>((resolve, reject) => {
      const request = device.databases.open(draftDatabaseName(draftId), 9)
      request.addEventListener('success', () => (request.result.close(), resolve()))
      request.addEventListener('error', () => reject(new Error('not raised')))
    })
    const asked: string[] = []
    const send = (path: string, request: RequestInit) => {
      asked.push(path)
      return worker(browser)(path, request)
    }
    await deliverOutbox(draftId, device.databases, send)
    const empty = new TestDevice()
    await deliverOutbox(draftId, empty.databases, send)
    expect(asked).toEqual([])
    expect(await empty.databases.databases()).toEqual([])
    const versions = (await device.databases.databases()).map(({ name, version }) => [name, version])
    expect(versions).toContainEqual([draftDatabaseName(draftId), 9])
  })

  it('stops before a change that is too long for one frame, or damaged', async () => {
    const { draftId, browser, device } = await whoWrote(['Kurz.', 'x'.repeat(1_100_000), 'Danach.'])
    await deliverOutbox(draftId, device.databases, worker(browser))
    expect(await wait(draftId, device)).toBe(2)
    expect(await reads(draftId, browser)).toContain('Kurz.')
    const spoilt = await whoWrote(['Eins.', 'Zwei.', 'Drei.'])
    const { database } = await openDraftDatabase(spoilt.device.databases, spoilt.draftId)
    const [, second] = [...(await readOutbox(database)).keys()]
    const store = database.transaction('outbox', 'readwrite').objectStore('outbox')
    store.put({ update: Uint8Array.of(9, 9, 9), at: 0, places: [], sum: 1 }, second)
    database.close()
    await deliverOutbox(spoilt.draftId, spoilt.device.databases, worker(spoilt.browser))
    expect(await wait(spoilt.draftId, spoilt.device)).toBe(2)
    await until('the first is there', async () => (await reads(spoilt.draftId, spoilt.browser)).includes('Eins.'))
  })

  it('goes on under the same membership when a page comes back meanwhile', async () => {
    const { draftId, browser, device } = await whoWrote(['Im Zug.'])
    await deliverOutbox(draftId, device.databases, worker(browser))
    const doc = createDraftDocument()
    const storage = openDraftStorage(draftId, doc, device)
    await storage.whenLoaded
    expect(storage.waiting()).toEqual([])
    const page = openWriter(server, draftId, browser.cookie(), doc)
    await page.whenSynced()
    page.write('ziele', 'Zu Hause.')
    const other = openBrowser(server)
    expect(other.cookie()).toBe('')
    await until('both are there', async () => (await reads(draftId, browser)).includes('Zu Hause.'))
    expect(await reads(draftId, browser)).toContain('Im Zug.')
    page.leave()
    await storage.close()
  })
})
