import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { appendToSection } from '../../src/document/edit-expression.ts'
import { textName } from '../../src/document/names.ts'
import { byPerson } from '../../src/document/origins.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { openDraft } from '../../src/state/open-draft.ts'
import { openSeenDraftStore } from '../../src/storage/seen-draft.ts'
import { amina, bruno } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { must, Participant } from './browser.ts'

const paragraph = (text: string) => ({ kind: 'paragraph' as const, level: 1, runs: [{ text, marks: {} }] })

/** Someone with the draft on screen, who writes into it as an editor does. */
const opens = async (who: Participant, draftId: DraftId) => {
  const desk = who.desk()
  const draft = must(await openDraft(desk, draftId))
  const live = must(await desk.hold(draftId))
  const { doc } = live
  const text = (section: string) => doc.getText(textName(section))
  const page = {
    draft,
    meanwhile: () => draft.view.getState().meanwhile,
    status: () => draft.view.getState().status,
    reads: (section: string) => text(section).toJSON(),
    adds: (section: string, words: string) => appendToSection(doc, section, [paragraph(words)]),
    puts: (section: string, words: string, instead: string) =>
      doc.transact(() => {
        const at = text(section).toJSON().indexOf(words)
        text(section).delete(at, words.length)
        text(section).insert(at, instead)
      }, byPerson),
    /** On a line, and the server has everything that was written here. */
    isLive: () =>
      eventually(() => {
        expect(page.status()).toMatchObject({ name: 'live' })
        expect(live.facts().waiting).toBe(0)
      }),
    /** What stands there now is noted as seen. */
    hasSeen: async (words: string) => {
      await page.isLive()
      await draft.close()
      await desk.drafts.closeAll()
      const store = openSeenDraftStore(draftId, who.device)
      const seen = await store.read()
      store.close()
      expect(new TextDecoder().decode(seen?.state ?? new Uint8Array())).toContain(words)
    },
    closes: () => desk.drafts.closeAll(),
  }
  return page
}

describe('what happened meanwhile', () => {
  let server: TestServer
  let aminaHere: Participant
  let brunoHere: Participant
  let aminas: Awaited<ReturnType<typeof opens>>
  let draftId: DraftId

  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.stop())

  /** Amina has written, and Bruno has read it and gone. */
  beforeEach(async () => {
    aminaHere = await Participant.arrives(amina, server)
    brunoHere = await Participant.arrives(bruno, server)
    draftId = await aminaHere.starts('Marburg')
    aminas = await opens(aminaHere, draftId)
    aminas.adds('ziele', 'Wir öffnen das Haus. Am Montag gibt es Kaffee. Alle sind willkommen.')
    aminas.adds('kurzfassung', 'Ein Haus für alle.')
    await aminas.isLive()
    await aminaHere.bringsIn(brunoHere, aminas.draft)
    const first = await opens(brunoHere, draftId)
    await first.isLive()
    await first.closes()
    await (await opens(brunoHere, draftId)).hasSeen('Kaffee')
  })
  afterEach(async () => {
    await aminas.closes()
    await Promise.all([aminaHere.leaves(), brunoHere.leaves()])
  })

  it('is told by section, with both wordings of a sentence that both rewrote without knowing', async () => {
    const brunos = await opens(brunoHere, draftId)
    await brunos.isLive()
    brunoHere.network.cut()
    await eventually(() => expect(brunos.status()).toMatchObject({ name: 'quiet-offline' }))
    brunos.puts('ziele', 'Kaffee', 'Suppe')
    brunos.adds('ziele', 'Nur von mir.')
    brunos.draft.setFact('contact', 'Bruno')
    aminas.puts('ziele', 'Kaffee', 'Kuchen')
    aminas.adds('kurzfassung', 'Mit Garten.')
    aminas.draft.setFact('contact', 'Amina')
    aminas.draft.setFact('place.state', 'Hessen')
    await aminas.isLive()
    brunoHere.network.restore()
    await eventually(() => expect(brunos.meanwhile()).not.toBeNull())

    const found = brunos.meanwhile()
    const { clientId } = found?.people[0] ?? {}
    expect(found?.people).toEqual([{ ...amina, clientId, isMe: false }])
    const change = found?.sections.find(({ sectionId }) => sectionId === 'ziele')?.changes[0]
    expect(change).toMatchObject({
      before: 'Am Montag gibt es Kaffee.',
      theirs: 'Am Montag gibt es Kuchen.',
      mine: 'Am Montag gibt es Suppe.',
      by: [clientId],
    })
    expect(change?.now).toContain('Suppe')
    expect(change?.now).toContain('Kuchen')
    expect(brunos.reads('ziele')).toContain(change?.now)
    expect(found?.sections.map(({ sectionId, changes }) => [sectionId, changes.length])).toEqual([
      ['ziele', 1],
      ['kurzfassung', 1],
    ])
    const contact = found?.facts.find(({ key }) => key === 'contact')
    expect(contact).toMatchObject({ before: null, theirs: 'Amina', mine: 'Bruno', alsoMine: true, by: [clientId] })
    expect(found?.facts.find(({ key }) => key === 'place.state')).toMatchObject({ theirs: 'Hessen', alsoMine: false })

    // Until it is looked at, whatever happens to the page.
    await brunos.closes()
    const again = await opens(brunoHere, draftId)
    await eventually(() => expect(again.meanwhile()).toEqual(found))
    await again.draft.looked()
    await eventually(() => expect(again.meanwhile()).toBeNull())
    await again.isLive()
    await again.closes()
    const later = await opens(brunoHere, draftId)
    await later.isLive()
    expect(later.meanwhile()).toBeNull()
    await later.closes()
  })

  it('is found out after the page was closed too, also while the shelf delivers, and adds up until it is looked at', async () => {
    brunoHere.network.cut()
    const offline = await opens(brunoHere, draftId)
    offline.puts('ziele', 'Montag', 'Freitag')
    await offline.closes()
    aminas.puts('ziele', 'Montag', 'Dienstag')
    await aminas.isLive()
    brunoHere.network.restore()
    await brunoHere.app.shelf.refresh()
    await eventually(() => expect(aminas.reads('ziele')).toContain('Freitag'))
    await eventually(async () => expect(await brunoHere.app.removal.listUnsent(draftId)).toEqual([]))
    await brunoHere.restarts()

    aminas.puts('kurzfassung', 'alle', 'alle Menschen')
    await aminas.isLive()
    const brunos = await opens(brunoHere, draftId)
    await eventually(() => expect(brunos.meanwhile()?.sections).toHaveLength(2))
    const [first, second] = brunos.meanwhile()?.sections ?? []
    expect(first?.changes).toMatchObject([
      { theirs: 'Am Dienstag gibt es Kaffee.', mine: 'Am Freitag gibt es Kaffee.' },
    ])
    expect(second?.changes).toMatchObject([
      { before: 'Ein Haus für alle.', theirs: 'Ein Haus für alle Menschen.', mine: null },
    ])
    await brunos.closes()
  })

  it('is nothing where others changed nothing, whatever was written here without a line', async () => {
    brunoHere.network.cut()
    const offline = await opens(brunoHere, draftId)
    offline.puts('ziele', 'Montag', 'Freitag')
    offline.adds('ziele', 'Und mehr.')
    await offline.closes()
    brunoHere.network.restore()
    const brunos = await opens(brunoHere, draftId)
    await eventually(() => expect(aminas.reads('ziele')).toContain('Und mehr.'))
    await brunos.isLive()
    await brunos.hasSeen('Und mehr.')
    const again = await opens(brunoHere, draftId)
    await again.isLive()
    expect(again.meanwhile()).toBeNull()
    await again.closes()
  })

  it('told by the page is what came while nobody looked, not what came before their eyes', async () => {
    const brunos = await opens(brunoHere, draftId)
    await brunos.isLive()
    aminas.adds('ziele', 'Vor seinen Augen.')
    await eventually(() => expect(brunos.reads('ziele')).toContain('Augen'))
    await brunos.hasSeen('Augen')
    aminas.adds('ziele', 'Hinter seinem Rücken.')
    await aminas.isLive()
    const again = await opens(brunoHere, draftId)
    await eventually(() => expect(again.meanwhile()?.sections).toHaveLength(1))
    expect(again.meanwhile()?.sections[0]?.changes).toMatchObject([{ before: '', theirs: 'Hinter seinem Rücken.' }])
    await again.closes()
  })

  it('is told to who has the pen in a closed section, though they were never away', async () => {
    await aminas.closes()
    aminas = await opens(aminaHere, draftId)
    await aminas.isLive()
    const brunos = await opens(brunoHere, draftId)
    await brunos.isLive()
    brunoHere.network.cut()
    aminas.draft.work.close(['ziele'], '')
    await eventually(() => expect(aminas.draft.view.getState().work.get('ziele')?.closing).not.toBeNull())
    aminas.adds('ziele', 'Ein letzter Schliff.')
    brunos.adds('ziele', 'Am Dienstag gibt es Suppe.')
    brunos.adds('kurzfassung', 'Auch mit Garten.')
    brunoHere.network.restore()
    await eventually(() => expect(aminas.meanwhile()).not.toBeNull())
    expect(aminas.meanwhile()?.sections).toMatchObject([
      { sectionId: 'ziele', changes: [{ theirs: expect.stringContaining('Suppe') as string }] },
    ])
    expect(aminas.meanwhile()?.people).toMatchObject([{ name: bruno.name }])
    for (const words of ['Schliff', 'Suppe']) expect(aminas.reads('ziele')).toContain(words)
    await brunos.closes()
  })
})
