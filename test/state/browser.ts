import type { Person } from '../../src/domain/person.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { openAppState, type AppState, type OpenDraft } from '../../src/state/app-state.ts'
import { Desk } from '../../src/state/desk.ts'
import type { Surroundings } from '../../src/state/surroundings.ts'
import { openDeviceStore } from '../../src/storage/device-store.ts'
import { openHttpApi } from '../../src/sync/http-api.ts'
import { openBrowser, type Browser } from '../server/person.ts'
import { TestDevice } from '../storage/device.ts'
import { socketWith } from '../sync/page.ts'
import { openNetwork, type Network } from '../world/network.ts'
import type { TestServer } from '../world/server.ts'

export const callId = 'engagierte-stadt-2023'

/** Someone at their own device, with the app open on it and their own way to the server. */
export class Participant {
  readonly person: Person
  readonly network: Network
  readonly device = new TestDevice()
  /** Their cookies. */
  readonly jar: Browser
  app: AppState
  /** How often the app began the page anew. */
  reloads = 0
  /** The next registration of a draft reaches the server; its answer never arrives, and neither do its cookies. */
  losesNextRegistration = false
  readonly #others: AppState[] = []

  private constructor(person: Person, network: Network) {
    this.person = person
    this.network = network
    this.jar = openBrowser(network)
    this.app = this.#openApp()
  }

  static async arrives(person: Person, server: TestServer): Promise<Participant> {
    return new Participant(person, await openNetwork(() => server.port))
  }

  /** Closes the app and opens it again on the same device. */
  async restarts(): Promise<void> {
    await this.app.close()
    this.app = this.#openApp()
  }

  /** The browser is gone without a word, and opened again. */
  crashes(): void {
    this.device.losesLocks()
    this.opensAnotherTab()
  }

  /** Works on in another tab; the one before stays open. */
  opensAnotherTab(): void {
    this.#others.push(this.app)
    this.app = this.#openApp()
  }

  async leaves(): Promise<void> {
    await Promise.all([...this.#others, this.app].map((app) => app.close()))
    await this.network.close()
  }

  async starts(title: string): Promise<DraftId> {
    return must(await this.app.shelf.start({ callId, title, person: this.person }))
  }

  async opens(draftId: DraftId): Promise<OpenDraft> {
    return must(await this.app.openDraft(draftId))
  }

  /** Invites the other and lets them in. */
  async bringsIn(other: Participant, draft: OpenDraft): Promise<DraftId> {
    const { link } = must(await draft.invite({ ...other.person, role: 'editor' }))
    const [, draftId = '', secret = ''] = /\/einladung\/(\w+)#(.+)$/.exec(link) ?? []
    return must(await other.app.redeemInvitation(draftId as DraftId, secret, other.person.name))
  }

  /** What an app of theirs works with, for tests that write into the document itself. */
  desk(): Desk {
    const surroundings = this.#surroundings()
    const { origin, fetch, device } = surroundings
    return new Desk(surroundings, openHttpApi(origin, fetch), openDeviceStore(device))
  }

  #openApp(): AppState {
    return openAppState(this.#surroundings())
  }

  #surroundings(): Surroundings {
    const prefix = `${this.network.port}-`
    class ChannelOfThisBrowser extends BroadcastChannel {
      constructor(name: string) {
        super(prefix + name)
      }
    }
    return {
      origin: this.network.url,
      device: this.device,
      preferences: null,
      fetch: (address, options) => this.#fetch(address as string, options ?? {}),
      socket: socketWith(() => this.jar.cookie(), this.network.url),
      channel: ChannelOfThisBrowser,
      reload: () => void (this.reloads += 1),
    }
  }

  async #fetch(address: string, { method = 'GET', body }: RequestInit): Promise<Response> {
    if (method === 'POST' && this.losesNextRegistration && address.endsWith('/api/drafts')) {
      this.losesNextRegistration = false
      const headers = { origin: this.network.url, 'content-type': 'application/json', cookie: this.jar.cookie() }
      const { status } = await fetch(address, { method, headers, body: body ?? null })
      throw new TypeError(`the answer ${status} was lost`)
    }
    const json: unknown = typeof body === 'string' ? JSON.parse(body) : body
    const answer = await this.jar.ask(method, address.slice(this.network.url.length), json)
    return new Response(answer.status === 204 ? null : JSON.stringify(answer.body), answer)
  }
}

export const must = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: string }): T => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`)
  return outcome.value
}
