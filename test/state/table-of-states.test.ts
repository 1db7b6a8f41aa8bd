import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendToSection, setFact } from '../../src/document/edit-expression.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Desk } from '../../src/state/desk.ts'
import type { LiveDraft } from '../../src/state/live-draft.ts'
import { safetyStatus, type SafetyStatus } from '../../src/state/safety-status.ts'
import { statusSentence, statusWords } from '../../src/ui/connection/status-words.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { formatFor } from '../../src/ui/wording/format.ts'
import { amina, bruno } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { must, Participant } from './browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** Somebody at their device with a draft that the server has. */
class Scene {
  readonly here: Participant
  readonly draftId: DraftId
  #desk: Desk
  #live: LiveDraft | null = null

  private constructor(here: Participant, draftId: DraftId) {
    this.here = here
    this.draftId = draftId
    this.#desk = here.desk()
  }

  static async begins(): Promise<Scene> {
    const here = await Participant.arrives(amina, server)
    return Scene.ofDraft(here, await here.starts('Marburg'))
  }

  static async ofDraft(here: Participant, draftId: DraftId): Promise<Scene> {
    await here.app.close()
    const scene = new Scene(here, draftId)
    await scene.opens()
    await scene.comesTo('live')
    return scene
  }

  async opens(desk = this.here.desk()): Promise<void> {
    this.#desk = desk
    this.#live = must(await desk.hold(this.draftId))
  }

  closes(): Promise<void> {
    return this.#desk.drafts.closeAll()
  }

  async leaves(): Promise<void> {
    await this.closes()
    await this.here.leaves()
  }

  get live(): LiveDraft {
    if (this.#live === null) throw new Error('nothing is open')
    return this.#live
  }

  status(): SafetyStatus {
    return safetyStatus(this.live.facts())
  }

  comesTo(name: SafetyStatus['name']): Promise<void> {
    return eventually(() => {
      const now = this.status().name
      if (now !== name) throw new Error(`the state is ${now}`)
    })
  }

  edits(): void {
    setFact(this.live.doc, 'contact', `Amina, ${Math.random()}`)
  }
}

interface Row {
  state: string
  name: SafetyStatus['name']
  /** Product.md's sentence. */
  says: RegExp
  happens: (scene: Scene) => void | Promise<void>
}

const table: readonly Row[] = [
  {
    state: 'live',
    name: 'live',
    says: /^Alles übertragen · \d+:\d\d$/,
    happens: async (scene) => {
      scene.edits()
      await scene.comesTo('live')
    },
  },
  {
    state: 'sending',
    name: 'sending',
    says: /^Wird übertragen … 1 Änderung wartet$/,
    happens: (scene) => {
      scene.here.network.freeze()
      scene.edits()
    },
  },
  {
    state: 'sending a long text, with progress',
    name: 'sending',
    says: /^Wird übertragen … \d+\u00A0% \d+ Änderung(en)? warte/,
    happens: async (scene) => {
      scene.here.network.cut()
      const runs = [{ text: 'Ein langer Abend im Saal. '.repeat(40_000), marks: {} }]
      appendToSection(scene.live.doc, 'ziele', [{ kind: 'paragraph', level: 1, runs }])
      const isUnderWay = new Promise<void>((resolve) =>
        scene.live.onFacts(() => {
          const status = scene.status()
          if (status.name !== 'sending' || !status.percent) return
          scene.here.network.freeze()
          resolve()
        }),
      )
      scene.here.network.restore()
      await isUnderWay
    },
  },
  {
    state: 'offline',
    name: 'offline',
    says: /^Ohne Verbindung – auf diesem Gerät gesichert\. 1 Änderung wartet$/,
    happens: (scene) => {
      scene.here.network.cut()
      scene.edits()
    },
  },
  {
    state: 'quiet offline',
    name: 'quiet-offline',
    says: /^Ohne Verbindung seit \d+:\d\d – nichts wartet$/,
    happens: (scene) => scene.here.network.cut(),
  },
  {
    state: 'device failure',
    name: 'device-failure',
    says: /^Nicht gesichert! .+\.$/,
    happens: (scene) => {
      scene.here.device.abortWrites()
      scene.edits()
    },
  },
  {
    state: 'memory only',
    name: 'memory-only',
    says: /^Privates Fenster: geht beim Schließen verloren$/,
    happens: async (scene) => {
      await scene.closes()
      const { deviceStore } = scene.here.desk()
      const record = await deviceStore.readDraft(scene.draftId)
      scene.here.device.refuse(new DOMException('private', 'SecurityError'))
      const desk = scene.here.desk()
      if (record) await desk.deviceStore.writeDraft(record)
      await scene.opens(desk)
    },
  },
  {
    state: 'login',
    name: 'signed-out',
    says: /^Anmeldung abgelaufen – 1 Änderung wartet hier$/,
    happens: async (scene) => {
      scene.here.network.cut()
      scene.edits()
      await scene.comesTo('offline')
      scene.here.jar.forgetCookies()
      scene.here.network.restore()
    },
  },
  {
    state: 'damaged',
    name: 'damaged',
    says: /^Ein Teil der Kopie auf diesem Gerät war beschädigt\. Der Server ergänzt ihn, sobald er erreichbar ist\.$/,
    happens: async (scene) => {
      await scene.closes()
      const flipped = (row: Uint8Array) => row.map((byte, index) => (index === 8 ? byte ^ 0x10 : byte))
      await scene.here.device.spoils(scene.draftId, 'updates', 0, flipped)
      scene.here.network.cut()
      await scene.opens()
    },
  },
]

const sentenceOf = (scene: Scene) => statusSentence(statusWords(scene.status(), german.connection, formatFor('de')))

describe.concurrent('each state of the table is brought about by what really happens:', () => {
  it.each(table)('$state', async ({ name, says, happens }) => {
    const scene = await Scene.begins()
    await happens(scene)
    await scene.comesTo(name)
    expect(sentenceOf(scene)).toMatch(says)
    await scene.leaves()
  })

  it('refused', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    const aminas = await aminaHere.opens(await aminaHere.starts('Marburg'))
    await eventually(() => expect(aminas.view.getState().status.name).toBe('live'))
    const brunoHere = await Participant.arrives(bruno, server)
    const draftId = await aminaHere.bringsIn(brunoHere, aminas)
    const scene = await Scene.ofDraft(brunoHere, draftId)
    brunoHere.network.cut()
    scene.edits()
    await scene.comesTo('offline')
    await aminas.refreshAccess()
    const isBruno = ({ name }: { name: string }) => name === bruno.name
    await eventually(() => expect(aminas.view.getState().members.some(isBruno)).toBe(true))
    const { id = '' } = aminas.view.getState().members.find(isBruno) ?? {}
    must(await aminas.team.changeRole(id, 'viewer'))
    brunoHere.network.restore()
    await scene.comesTo('refused')
    expect(sentenceOf(scene)).toBe('Der Server nimmt Änderungen nicht an (Rolle geändert)')
    await eventually(() =>
      expect(scene.live.lost()).toEqual({ kind: 'read-only', unsent: 1, agreed: 0, handedOver: true }),
    )
    // The same is said after a reload, although the server takes it once.
    await scene.closes()
    await scene.opens()
    await scene.comesTo('refused')
    expect(scene.live.lost()).toEqual({ kind: 'read-only', unsent: 1, agreed: 0, handedOver: true })
    await scene.leaves()
    await aminaHere.leaves()
  })
})
