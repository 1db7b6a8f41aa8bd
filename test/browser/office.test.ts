import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'

/** Networks that let requests through and no WebSockets: some refuse them, others swallow them. */
describe.each(['refused', 'swallowed'] as const)('in an office where sockets are %s', (treatment) => {
  let server: TestServer
  let amina: Person
  let bruno: Person

  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    amina = await Person.arrives(cast.amina, server)
    bruno = await Person.arrives(cast.bruno, server)
    await amina.startsDraft('Lauterbrück')
    bruno.network.sockets(treatment)
    await amina.bringsIn(bruno)
  })

  afterAll(async () => {
    await amina?.leaves()
    await bruno?.leaves()
    await server?.stop()
  })

  const requests = () => {
    const seen: string[] = []
    bruno.context.on('request', (request) => seen.push(new URL(request.url()).pathname))
    return seen
  }

  it('both write, and each sees what the other wrote', async () => {
    await amina.writes('ziele', 'Aus dem Verein.')
    await bruno.sees('ziele', 'Aus dem Verein.')
    await bruno.writes('zeitplan', 'Aus dem Rathaus.')
    await amina.sees('zeitplan', 'Aus dem Rathaus.')
    await bruno.hasEverythingTransferred()
  })

  it('a second tab shares the way of the first, and goes on when that is closed', async () => {
    const first = await bruno.opensAnotherTab(bruno.draftPath)
    await bruno.sees('zeitplan', 'Aus dem Rathaus.')
    await bruno.writes('zeitplan', ' Aus dem zweiten Fenster.')
    await amina.sees('zeitplan', 'Aus dem zweiten Fenster.')
    await first.close()
    await bruno.writes('zeitplan', ' Und danach.')
    await amina.sees('zeitplan', 'Aus dem zweiten Fenster. Und danach.')
    await bruno.hasEverythingTransferred()
  })

  it('what is written without a network is delivered on return, after a reload too', async () => {
    await bruno.hasTheAppOnTheDevice()
    bruno.goesOffline()
    await bruno.writes('ausgangslage', 'Im Saal.')
    await bruno.seesWords(german.connection.status.offline)
    await bruno.reopensDraft()
    await bruno.sees('ausgangslage', 'Im Saal.')
    const asked = requests()
    bruno.comesBack()
    await amina.sees('ausgangslage', 'Im Saal.')
    await bruno.hasEverythingTransferred()
    expect(asked.some((path) => /^\/api\/drafts\/.*\/line/.test(path))).toBe(true)
    await eventually(async () => expect(await bruno.readsEverything()).toBe(await amina.readsEverything()))
  })

  it('the browsers had nothing to complain about', () => {
    expect(amina.complaints).toEqual([])
    expect(bruno.complaints).toEqual([])
  })
})
