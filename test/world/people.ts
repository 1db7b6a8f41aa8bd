import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import type { Call } from '../../src/domain/call.ts'
import type { Person as Introduced } from '../../src/domain/person.ts'
import type { Role } from '../../src/domain/role.ts'
import type { Sector } from '../../src/domain/sector.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { history as versions } from '../../src/ui/wording/de/history.ts'
import { callNamed } from './calls.ts'
import { killDevice, launchDevice } from './chromium.ts'
import { openNetwork, type Network } from './network.ts'
import { eventually } from './eventually.ts'

/** What someone's browser is like; a desktop's where nothing else is said. */
export interface Device {
  phone?: boolean
  dark?: boolean
  /** Under a host name and not an address, as passkeys need it. */
  byName?: boolean
  /** Where the browser keeps everything, in place of a fresh folder. */
  profileFolder?: string
}

/** Someone with a browser of their own on a device of their own, and their own way to the server. */
export class Person {
  readonly who: Introduced
  readonly network: Network
  readonly call: Call = callNamed('engagierte-stadt-2023')
  readonly complaints: string[] = []
  readonly #device: Device
  /** Where the person's browser keeps everything. */
  readonly profileFolder: string
  #context: BrowserContext | null = null
  #page: Page | null = null
  #draftPath = '/'

  private constructor(who: Introduced, device: Device, network: Network) {
    this.who = who
    this.#device = device
    this.network = network
    this.profileFolder = device.profileFolder ?? mkdtempSync(join(tmpdir(), 'einvernehmen-device-'))
  }

  static async arrives(who: Introduced, server: { port: number }, device: Device = {}): Promise<Person> {
    const person = new Person(who, device, await openNetwork(() => server.port))
    await person.opensBrowser()
    return person
  }

  get page(): Page {
    if (!this.#page) throw new Error(`${this.who.name} has no browser open`)
    return this.#page
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error(`${this.who.name} has no browser open`)
    return this.#context
  }

  get draftPath(): string {
    return this.#draftPath
  }

  get hasPhone(): boolean {
    return this.#device.phone ?? false
  }

  async opensBrowser(): Promise<void> {
    const { phone, dark } = this.#device
    this.#context = await launchDevice(this.profileFolder, {
      viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
      hasTouch: phone ?? false,
      isMobile: phone ?? false,
      colorScheme: dark ? 'dark' : 'light',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    this.#context.setDefaultTimeout(60_000)
    this.#page = this.#watch(this.#context.pages()[0] ?? (await this.#context.newPage()))
  }

  async closesBrowser(): Promise<void> {
    await this.#context?.close()
    this.#context = null
    this.#page = null
  }

  /** The browser is gone in the middle of whatever it did. */
  async losesBrowser(): Promise<void> {
    const gone = new Promise((resolve) => this.context.once('close', resolve))
    killDevice(this.profileFolder)
    await gone
    this.#context = null
    this.#page = null
  }

  /** Opens another tab and works in it from now on. Returns the tab used so far. */
  async opensAnotherTab(path: string): Promise<Page> {
    const before = this.page
    this.#page = this.#watch(await this.context.newPage())
    await this.opens(path)
    return before
  }

  usesTab(page: Page): void {
    this.#page = page
  }

  async leaves(): Promise<void> {
    await this.closesBrowser()
    await this.network.close()
    await rm(this.profileFolder, { recursive: true, force: true, maxRetries: 5 })
  }

  async opens(path: string): Promise<void> {
    const { port, url } = this.network
    await this.page.goto((this.#device.byName ? `http://localhost:${port}` : url) + path)
  }

  async reloads(): Promise<void> {
    await this.page.reload()
  }

  goesOffline(): void {
    this.network.cut()
  }

  comesBack(): void {
    this.network.restore()
  }

  /** Waits until the service worker keeps the whole app, so that it opens without a network. */
  async hasTheAppOnTheDevice(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await eventually(async () => {
      const controlled = await this.page.evaluate(() => navigator.serviceWorker.controller?.state === 'activated')
      if (!controlled) throw new Error('no service worker controls the page yet')
    })
  }

  async startsDraft(place: string): Promise<void> {
    const { start } = german
    await this.opens('/neu')
    await this.page.getByRole('radio', { name: new RegExp(this.call.programme) }).check({ force: true })
    await this.page.getByLabel(this.#titleLabel(), { exact: true }).fill(place)
    await this.page.getByLabel(start.name, { exact: true }).fill(this.who.name)
    await this.page.getByLabel(start.organisation, { exact: true }).fill(this.who.organisation)
    await this.page.getByRole('radio', { name: this.#sectorLabel() }).check({ force: true })
    await this.page.getByRole('button', { name: start.submit }).click()
    await this.seesDraft()
  }

  /** Opens the full example document from the empty shelf. */
  async opensExample(): Promise<void> {
    await this.opens('/')
    await this.page.getByRole('button', { name: german.shelf.seeExample }).click()
    await this.seesDraft()
  }

  /** Invites someone from the workspace and returns the path of their personal link. */
  async invites(guest: Introduced, role?: Role): Promise<string> {
    const { team } = german
    await this.opensTeam()
    const form = this.page.getByRole('form', { name: team.invite.title }).or(this.page.locator('form')).last()
    await form.getByLabel(team.invite.name, { exact: true }).fill(guest.name)
    await form.getByLabel(team.invite.organisation, { exact: true }).fill(guest.organisation)
    await form.getByRole('radio', { name: this.#sectorLabel(guest.sector) }).check({ force: true })
    if (role) await form.getByRole('radio', { name: german.elements.roles[role] }).check({ force: true })
    await form.getByRole('button', { name: team.invite.make }).click()
    const link = new URL(await this.page.getByLabel(team.made.link).inputValue())
    // On a phone the team is a page and no dialog: there the next is to be invited.
    const done = this.hasPhone ? team.made.another : german.elements.close
    await this.page.getByRole('button', { name: done }).first().click()
    return link.pathname + link.hash
  }

  async opensTeam(): Promise<void> {
    const invite = this.page.getByRole('button', { name: german.draft.invite, exact: true })
    if (await invite.first().isVisible()) await invite.first().click()
    else await this.page.getByRole('button', { name: german.draft.tabs.team }).click()
  }

  async joins(path: string): Promise<void> {
    await this.opens(path)
    await this.page.getByRole('button', { name: german.join.join, exact: true }).click()
    await this.seesDraft()
  }

  /** Invites the other, who joins. */
  async bringsIn(guest: Person): Promise<void> {
    await guest.joins(await this.invites(guest.who))
  }

  async seesDraft(): Promise<void> {
    await this.page.waitForURL(/\/entwurf\//)
    this.#draftPath = new URL(this.page.url()).pathname
    await this.page.getByRole('main').waitFor()
    // A phone shows one section at a time and opens with the facts.
    if (!this.hasPhone) await this.textbox(this.call.sections[0]?.id ?? '').waitFor()
  }

  async reopensDraft(): Promise<void> {
    await this.opens(this.#draftPath)
    await this.seesDraft()
  }

  async entersFact(fieldId: string, value: string): Promise<void> {
    const field = await this.#factField(fieldId)
    const isSelect = this.call.fields.some(({ id, kind }) => id === fieldId && kind === 'choice')
    await (isSelect ? field.selectOption(value) : field.fill(value))
    await field.blur()
  }

  async seesFact(fieldId: string, value: string): Promise<void> {
    const field = await this.#factField(fieldId)
    await eventually(async () => {
      const seen = await field.inputValue()
      if (seen !== value) throw new Error(`${this.who.name} sees ${fieldId}: ${seen}`)
    })
  }

  async addsPartner(name: string, sector: Sector): Promise<void> {
    const { partners } = german.draft
    await this.#unfoldsFacts()
    await this.page.getByRole('textbox', { name: partners.new }).fill(name)
    await this.page.getByRole('combobox', { name: partners.sector, exact: true }).selectOption(sector)
    await this.page.getByRole('button', { name: partners.add, exact: true }).click()
  }

  async seesPartner(name: string): Promise<void> {
    await this.#unfoldsFacts()
    await this.page.getByRole('textbox', { name: german.draft.partners.nameOf(name), exact: true }).waitFor()
  }

  /** Opens the list of versions. */
  async opensHistory(): Promise<void> {
    await this.page.getByRole('button', { name: german.draft.menu, exact: true }).click()
    await this.page.getByRole('button', { name: german.draft.history, exact: true }).click()
  }

  /** Keeps the draft as it is now, in the list of versions. */
  async namesVersion(name: string): Promise<void> {
    await this.page.getByRole('button', { name: versions.name }).click()
    await this.page.getByLabel(versions.nameLabel).fill(name)
    await this.page.getByRole('button', { name: versions.nameNow }).click()
    await this.page.getByText(versions.named(name)).waitFor()
  }

  textbox(sectionId: string): Locator {
    return this.page.getByRole('textbox', { name: this.titleOf(sectionId), exact: true })
  }

  titleOf(sectionId: string): string {
    const section = this.call.sections.find(({ id }) => id === sectionId)
    if (!section) throw new Error(`the call has no section ${sectionId}`)
    return section.title
  }

  /** Types at the end of a section, key by key. */
  async writes(sectionId: string, words: string): Promise<void> {
    const textbox = this.textbox(sectionId)
    // An editor that is just put on the page anew is looked for again.
    await eventually(() => textbox.scrollIntoViewIfNeeded())
    await textbox.click()
    await this.page.keyboard.press('Control+End')
    await this.page.keyboard.type(words)
  }

  /** Pastes plain text at the end of a section. */
  async pastes(sectionId: string, text: string): Promise<void> {
    await this.textbox(sectionId).click()
    await this.page.keyboard.press('Control+End')
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text)
    await this.page.keyboard.press('Control+v')
  }

  /** Drops a file on the page. */
  async dropsFile(bytes: Uint8Array): Promise<void> {
    await this.page.evaluate((content) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([new Uint8Array(content)], 'Lauterbrück.eoi'))
      const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
      document.querySelector('main')?.dispatchEvent(drop)
    }, Array.from(bytes))
  }

  /** What this device keeps of the draft's document, so that a test can tell whether anything was written. */
  async storedBytes(): Promise<string> {
    return this.page.evaluate(async (draftId) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(`draft-${draftId}`)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('not opened'))
      })
      const rows = await new Promise<Uint8Array[]>((resolve) => {
        const request = database.transaction('updates').objectStore('updates').getAll()
        request.onsuccess = () => resolve(request.result as Uint8Array[])
      })
      database.close()
      // Opening adds a row of two bytes, an empty update: that is y-indexeddb's, not a change.
      return rows
        .filter((row) => row.length > 2)
        .map((row) => Array.from(row).join())
        .join(';')
    }, this.#draftPath.split('/').at(-1))
  }

  async reads(sectionId: string): Promise<string> {
    return (await this.textbox(sectionId).innerText()).replaceAll('\u00A0', ' ').trim()
  }

  async readsEverything(): Promise<string> {
    const texts = []
    for (const { id } of this.call.sections) texts.push(`${id}: ${await this.reads(id)}`)
    return texts.join('\n')
  }

  async sees(sectionId: string, words: string): Promise<void> {
    await eventually(async () => {
      const text = await this.reads(sectionId)
      if (!text.includes(words)) throw new Error(`${this.who.name} reads in ${sectionId}: ${text}`)
    })
  }

  async seesWords(pattern: string | RegExp): Promise<void> {
    await this.page.getByText(pattern).first().waitFor({ timeout: 90_000 })
  }

  /** Everything written is on the server's disk. */
  async hasEverythingTransferred(): Promise<void> {
    await this.seesWords(/Alles übertragen/)
  }

  async #factField(fieldId: string): Promise<Locator> {
    await this.#unfoldsFacts()
    const field = this.call.fields.find(({ id }) => id === fieldId)
    const isChosen = field?.kind === 'choice' || field?.kind === 'organisation'
    return this.page.getByRole(isChosen ? 'combobox' : 'textbox', { name: field?.label ?? fieldId }).first()
  }

  async #unfoldsFacts(): Promise<void> {
    const unfold = this.page.getByRole('button', { name: german.draft.editFacts })
    if (await unfold.isVisible()) await unfold.click()
  }

  #titleLabel(): string {
    return this.call.fields.find(({ id }) => id === this.call.titleField)?.label ?? ''
  }

  #sectorLabel(sector: Sector = this.who.sector): string {
    return this.call.partners.sectors.find(({ id }) => id === sector)?.label ?? ''
  }

  /** What the browser complains about is a failure of ours, lost connections excepted. */
  #watch(page: Page): Page {
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    page.on('console', (message) => {
      const lostConnection = /ERR_|WebSocket|net::|Failed to load resource/.test(message.text())
      if (message.type() === 'error' && !lostConnection) this.complaints.push(message.text())
    })
    return page
  }
}
