import { launch, type Browser, type KeyInput, type Page } from 'puppeteer-core'
import { findProgram, installDebianPackages } from '../world/debian-programs.ts'
import { isComplaint, type Engine, type EngineBrowser, type Question } from './engine.ts'

const programs = ['firefox-esr', 'firefox']

const requireFirefox = (): string => {
  const found = findProgram(programs) ?? (installDebianPackages(['firefox-esr']), findProgram(programs))
  if (found === null) throw new Error('These tests need Firefox: install it (Debian: apt-get install firefox-esr).')
  return found
}

/** Debian's Firefox ESR over WebDriver BiDi; Playwright drives only builds of its own. */
export const firefox: Engine = {
  name: 'Firefox ESR',
  keepsItsProfile: true,
  require: requireFirefox,
  open: async (profileFolder) => {
    const browser = await launch({
      browser: 'firefox',
      executablePath: requireFirefox(),
      userDataDir: profileFolder,
      defaultViewport: { width: 1280, height: 800 },
      timeout: 120_000,
      protocolTimeout: 120_000,
    })
    const opened = new Firefox(browser)
    // In the tab that is there already the address bar has the focus, and keys that move the caret do nothing.
    await opened.openTab()
    return opened
  },
}

class Firefox implements EngineBrowser {
  readonly complaints: string[] = []
  readonly #browser: Browser
  readonly #tabs: Page[] = []

  constructor(browser: Browser) {
    this.#browser = browser
  }

  async goTo(url: string): Promise<void> {
    await this.#page.goto(url)
  }

  async reload(): Promise<void> {
    await this.#page.reload()
  }

  async ask<Answer>(question: Question<Answer>, ...words: string[]): Promise<Answer> {
    return await this.#page.evaluate(question, ...words)
  }

  async click(selector: string): Promise<void> {
    await this.#page.click(selector)
  }

  async type(words: string): Promise<void> {
    await this.#page.keyboard.type(words)
  }

  async press(key: string, ...held: readonly string[]): Promise<void> {
    const { keyboard } = this.#page
    for (const each of held) await keyboard.down(each as KeyInput)
    await keyboard.press(key as KeyInput)
    for (const each of held) await keyboard.up(each as KeyInput)
  }

  async openTab(): Promise<void> {
    const page = await this.#browser.newPage()
    const complain = (text: string) => isComplaint(text) && this.complaints.push(text)
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (error) => complain(String(error)))
    page.on('console', (message) => message.type() === 'error' && complain(message.text()))
    this.#tabs.push(page)
  }

  async closeTab(): Promise<void> {
    await this.#tabs.pop()?.close()
    await this.#page.bringToFront()
  }

  screenshot(): Promise<Uint8Array> {
    return this.#page.screenshot()
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }

  get #page(): Page {
    const page = this.#tabs.at(-1)
    if (!page) throw new Error('no tab is open')
    return page
  }
}
