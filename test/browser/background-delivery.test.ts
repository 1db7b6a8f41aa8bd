import { readdirSync, readFileSync } from 'node:fs'
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { deliveryTag } from '../../src/storage/delivery-tag.ts'
import { openWriter } from '../server/line.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { startTestServer, type TestServer } from '../world/server.ts'

/** Survives any bundling of it. */
const saidByYjs = 'Yjs was already imported'

describe('with no tab open', () => {
  let server: TestServer
  let amina: Person
  let draftId: DraftId

  beforeAll(async () => {
    server = await startTestServer()
    amina = await Person.arrives(cast.amina, server)
    // Browsers grant it by themselves; a test that grants some permissions takes the others away.
    await amina.context.grantPermissions(['background-sync'])
    await amina.startsDraft('Lauterbrück')
    await amina.hasTheAppOnTheDevice()
    await amina.hasEverythingTransferred()
    draftId = amina.draftPath.split('/').at(-1) as DraftId
  })

  afterAll(async () => {
    await amina?.leaves()
    await server?.stop()
  })

  /** Writes without a network until the page has asked the browser to deliver later, and leaves the app. */
  const writesOfflineAndLeaves = async (words: string): Promise<void> => {
    await amina.reopensDraft()
    amina.goesOffline()
    await amina.writes('ziele', words)
    await eventually(async () => {
      const tags = await amina.page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready
        return (registration as unknown as { sync: { getTags(): Promise<string[]> } }).sync.getTags()
      })
      expect(tags).toContain(deliveryTag(draftId))
    })
    await amina.page.goto('about:blank')
    amina.comesBack()
  }

  /** What the browser does when it thinks that there is a network again. */
  const browserSyncs = async (session: CDPSession): Promise<void> => {
    const registrations = new Promise<string>((resolve) => {
      session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: all }) => {
        const ours = all.find(({ scopeURL }) => scopeURL.startsWith(amina.network.url))
        if (ours) resolve(ours.registrationId)
      })
    })
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.dispatchSyncEvent', {
      origin: amina.network.url,
      registrationId: await registrations,
      tag: deliveryTag(draftId),
      lastChance: false,
    })
  }

  const onServer = async (): Promise<string> => {
    const cookies = await amina.context.cookies(amina.network.url)
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const reader = openWriter(server, draftId, cookie)
    await reader.whenSynced()
    const text = reader.read('ziele')
    reader.leave()
    return text
  }

  it('the service worker delivers, and leaves everything as it is while the session is not valid', async () => {
    const session = await amina.context.newCDPSession(amina.page)
    await writesOfflineAndLeaves('Im Funkloch geschrieben.')
    expect(amina.context.pages().map((page) => page.url())).toEqual(['about:blank'])

    const cookies = await amina.context.cookies()
    await amina.context.clearCookies()
    const [worker] = amina.context.serviceWorkers()
    const statuses = await worker?.evaluateHandle(() => {
      const seen: number[] = []
      const real = globalThis.fetch
      globalThis.fetch = async (...request) => {
        const answer = await real(...request)
        seen.push(answer.status)
        return answer
      }
      return seen
    })
    await browserSyncs(session)
    await eventually(async () => expect(await statuses?.jsonValue()).toContain(401))
    await amina.context.addCookies(cookies)
    expect(await onServer()).toBe('')

    await browserSyncs(await amina.context.newCDPSession(amina.page))
    await eventually(async () => expect(await onServer()).toContain('Im Funkloch geschrieben.'))

    await amina.reopensDraft()
    await amina.sees('ziele', 'Im Funkloch geschrieben.')
    await amina.hasEverythingTransferred()
    expect(amina.complaints).toEqual([])
  })

  it('the service worker does that without Yjs, which every start of it would have to read', () => {
    const [inApp, inWorker] = [readdirSync('dist/app/assets').map((name) => `assets/${name}`), ['sw.js']].map((names) =>
      names.filter((name) => name.endsWith('.js') && readFileSync(`dist/app/${name}`, 'utf8').includes(saidByYjs)),
    )
    expect(inWorker).toEqual([])
    expect(inApp).not.toEqual([])
  })
})
