import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWriter, until, type Writer } from './line.ts'
import { amina, bruno, joinDraft, startDraft } from './person.ts'
import { startTestServer, type TestServer } from '../world/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const twoWriters = async () => {
  const host = await startDraft(server, amina)
  const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
  const ofAmina = () => openWriter(server, host.draftId, host.browser.cookie())
  const ofBruno = () => openWriter(server, host.draftId, guest.cookie())
  return { ...host, ofAmina, ofBruno }
}

const sameText = (section: string, ...writers: Writer[]) =>
  until(`all read the same in ${section}`, () => new Set(writers.map((writer) => writer.read(section))).size === 1)

describe('writing together with stock y-websocket clients', () => {
  it('brings two who write at once to the same text, without losing a word', async () => {
    const { ofAmina, ofBruno } = await twoWriters()
    const [a, b] = [ofAmina(), ofBruno()]
    await Promise.all([a.whenSynced(), b.whenSynced()])
    for (let n = 0; n < 50; n++) {
      a.write('ziele', `A${n} `)
      b.write('ziele', `B${n} `)
    }
    await until('all hundred words are everywhere', () =>
      [a, b].every((writer) => writer.read('ziele').split(' ').length === 101),
    )
    expect(a.read('ziele')).toBe(b.read('ziele'))
    a.leave()
    b.leave()
  })

  it('gives a late comer everything', async () => {
    const { ofAmina, ofBruno } = await twoWriters()
    const a = ofAmina()
    await a.whenSynced()
    a.write('ausgangslage', 'Seit 2015 gibt es ein Bündnis.')
    a.doc.getMap('fields').set('place.name', 'Schwerte')
    const b = ofBruno()
    await until('Bruno reads it', () => b.read('ausgangslage') === 'Seit 2015 gibt es ein Bündnis.')
    expect(b.doc.getMap('fields').get('place.name')).toBe('Schwerte')
    a.leave()
    b.leave()
  })

  it('merges what both wrote while the server was away', async () => {
    const { ofAmina, ofBruno } = await twoWriters()
    const [a, b] = [ofAmina(), ofBruno()]
    await Promise.all([a.whenSynced(), b.whenSynced()])
    a.write('ziele', 'Anfang. ')
    await sameText('ziele', a, b)
    await server.stop()
    await until('both notice', () => !a.provider.wsconnected && !b.provider.wsconnected)
    a.write('ziele', 'Von Amina. ')
    b.write('ziele', 'Von Bruno. ')
    await server.restart()
    const hasBoth = (writer: Writer) =>
      /Von Amina\. /.test(writer.read('ziele')) && /Von Bruno\. /.test(writer.read('ziele'))
    await until('both have both', () => hasBoth(a) && hasBoth(b))
    expect(a.read('ziele')).toBe(b.read('ziele'))
    expect(a.read('ziele')).toHaveLength('Anfang. Von Amina. Von Bruno. '.length)
    a.leave()
    b.leave()
  })

  it('loses nothing when the last one leaves while another arrives', async () => {
    const { ofAmina, ofBruno } = await twoWriters()
    let expected = ''
    for (let round = 0; round < 20; round++) {
      const leaving = round % 2 === 0 ? ofAmina() : ofBruno()
      await until('all of it is there', () => leaving.read('ziele') === expected)
      await leaving.whenSynced()
      leaving.write('ziele', `${round} `)
      expected += `${round} `
      // The frame is on its way; the line closes behind it while the next one is already at the door.
      const arriving = round % 2 === 0 ? ofBruno() : ofAmina()
      leaving.leave()
      await expect.poll(() => arriving.read('ziele'), { timeout: 20_000 }).toBe(expected)
      arriving.leave()
    }
  })

  it('shows who is there and takes them away when they go', async () => {
    const { ofAmina, ofBruno } = await twoWriters()
    const [a, b] = [ofAmina(), ofBruno()]
    a.provider.awareness.setLocalStateField('person', amina)
    b.provider.awareness.setLocalStateField('person', bruno)
    const seenBy = (writer: Writer) =>
      [...writer.provider.awareness.getStates().values()].map((state) => (state['person'] as { name: string })?.name)
    await until('both see both', () => [a, b].every((writer) => seenBy(writer).filter(Boolean).length === 2))
    b.provider.ws?.close()
    b.leave()
    await expect.poll(() => seenBy(a), { timeout: 20_000 }).toEqual([amina.name])
    a.leave()
  })
})
