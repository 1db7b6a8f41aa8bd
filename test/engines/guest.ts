import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Person as Introduced } from '../../src/domain/person.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { callNamed } from '../world/calls.ts'
import { eventually } from '../world/eventually.ts'
import { openNetwork, type Network } from '../world/network.ts'
import type { Engine, EngineBrowser } from './engine.ts'

/** Someone whose device has a browser other than Chromium, and who has their own way to the server. */
export class Guest {
  readonly who: Introduced
  readonly network: Network
  readonly #call = callNamed('engagierte-stadt-2023')
  readonly #engine: Engine
  readonly #profileFolder = mkdtempSync(join(tmpdir(), 'einvernehmen-device-'))
  readonly #earlierComplaints: string[] = []
  #browser: EngineBrowser | null = null
  #draftPath = '/'

  private constructor(who: Introduced, engine: Engine, network: Network) {
    this.who = who
    this.#engine = engine
    this.network = network
  }

  static async arrives(who: Introduced, engine: Engine, server: { port: number }): Promise<Guest> {
    const guest = new Guest(who, engine, await openNetwork(() => server.port))
    await guest.opensBrowser()
    return guest
  }

  get browser(): EngineBrowser {
    if (!this.#browser) throw new Error(`${this.who.name} has no browser open`)
    return this.#browser
  }

  /** What all browsers of this person complained about. */
  get complaints(): readonly string[] {
    return [...this.#earlierComplaints, ...(this.#browser?.complaints ?? [])]
  }

  get draftPath(): string {
    return this.#draftPath
  }

  async opensBrowser(): Promise<void> {
    this.#browser = await this.#engine.open(this.#profileFolder)
  }

  async closesBrowser(): Promise<void> {
    this.#earlierComplaints.push(...(this.#browser?.complaints ?? []))
    await this.#browser?.close()
    this.#browser = null
  }

  async leaves(): Promise<void> {
    await this.closesBrowser()
    await this.network.close()
    await rm(this.#profileFolder, { recursive: true, force: true, maxRetries: 5 })
  }

  goesOffline(): void {
    this.network.cut()
  }

  comesBack(): void {
    this.network.restore()
  }

  async opens(path: string): Promise<void> {
    await this.browser.goTo(this.network.url + path)
  }

  async joins(path: string): Promise<void> {
    await this.opens(path)
    await this.presses(german.join.join)
    await this.seesDraft()
  }

  async presses(name: string): Promise<void> {
    await eventually(async () => {
      const isThere = await this.browser.ask((wanted) => {
        document.querySelector('[data-to-press]')?.removeAttribute('data-to-press')
        const buttons = [...document.querySelectorAll('button')]
        const button = buttons.find((each) => each.textContent.trim() === wanted && each.checkVisibility())
        button?.setAttribute('data-to-press', '')
        return button !== undefined
      }, name)
      if (!isThere) throw new Error(`${this.who.name} finds no button ${name}`)
    })
    await this.#clicks('[data-to-press]')
  }

  async seesDraft(): Promise<void> {
    await eventually(async () => {
      const path = await this.browser.ask(() => location.pathname)
      if (!path.startsWith('/entwurf/')) throw new Error(`${this.who.name} is at ${path}`)
      this.#draftPath = path
      // Those further down come a moment later.
      await this.reads(this.#call.sections.at(-1)?.id ?? '')
    })
  }

  async reopensDraft(): Promise<void> {
    await this.opens(this.#draftPath)
    await this.seesDraft()
  }

  /** Closes the browser and opens it again, or only the page where nothing of a driven browser outlives it. */
  async leavesAndReturns(): Promise<void> {
    if (this.#engine.keepsItsProfile) {
      await this.closesBrowser()
      await this.opensBrowser()
    } else {
      await this.browser.goTo('about:blank')
    }
    await this.reopensDraft()
  }

  async reloads(): Promise<void> {
    await this.browser.reload()
    await this.seesDraft()
  }

  /** Types at the end of a section, key by key. */
  async writes(sectionId: string, words: string): Promise<void> {
    await this.goesToTheEndOf(sectionId)
    await this.browser.type(words)
  }

  /** Opens the draft in one more tab and works there from now on. */
  async opensAnotherTab(): Promise<void> {
    await this.browser.openTab()
    await this.reopensDraft()
  }

  async goesToTheEndOf(sectionId: string): Promise<void> {
    await this.#clicks(this.#textbox(sectionId))
    await this.browser.press('End', 'Control')
  }

  async reads(sectionId: string): Promise<string> {
    const text = await this.browser.ask(
      (selector = '') => document.querySelector<HTMLElement>(selector)?.innerText ?? null,
      this.#textbox(sectionId),
    )
    if (text === null) throw new Error(`${this.who.name} sees no ${sectionId}`)
    return text.replaceAll('\u00A0', ' ').trim()
  }

  async readsEverything(): Promise<string> {
    const texts = []
    for (const { id } of this.#call.sections) texts.push(`${id}: ${await this.reads(id)}`)
    return texts.join('\n')
  }

  /** What the page about agreement says the wording is known by. */
  async readsFingerprint(): Promise<string> {
    await this.opens(`${this.#draftPath}/mitzeichnung`)
    await this.hasEverythingTransferred()
    return eventually(async () => {
      const mark = await this.browser.ask(() => document.querySelector('details code')?.textContent ?? null)
      if (mark === null) throw new Error(`${this.who.name} sees no fingerprint`)
      return mark
    })
  }

  async sees(sectionId: string, words: string): Promise<void> {
    await eventually(async () => {
      const text = await this.reads(sectionId)
      if (!text.includes(words)) throw new Error(`${this.who.name} reads in ${sectionId}: ${text}`)
    })
  }

  async seesWords(pattern: string | RegExp): Promise<void> {
    await eventually(async () => {
      const page = await this.browser.ask(() => document.body.innerText)
      const isThere = typeof pattern === 'string' ? page.includes(pattern) : pattern.test(page)
      if (!isThere) throw new Error(`${this.who.name} sees no ${pattern} in: ${page.slice(0, 400)}`)
    })
  }

  /** Everything written is on the server's disk. */
  async hasEverythingTransferred(): Promise<void> {
    await this.seesWords(/Alles übertragen/)
  }

  /** Waits until the service worker keeps the whole app, so that it opens without a network. */
  async hasTheAppOnTheDevice(): Promise<void> {
    await eventually(async () => {
      const state = await this.browser.ask(() => navigator.serviceWorker.controller?.state ?? 'none')
      if (state !== 'activated') throw new Error(`the service worker that controls the page: ${state}`)
    })
  }

  /** Where the bar at the top of the page does not cover it. */
  async #clicks(selector: string): Promise<void> {
    await eventually(async () => {
      await this.browser.ask((wanted = '') => {
        document.querySelector(wanted)?.scrollIntoView({ block: 'center', behavior: 'instant' })
      }, selector)
      await this.browser.click(selector)
    })
  }

  #textbox(sectionId: string): string {
    const section = this.#call.sections.find(({ id }) => id === sectionId)
    if (!section) throw new Error(`the call has no section ${sectionId}`)
    return `[role="textbox"][aria-label="${section.title}"]`
  }
}
