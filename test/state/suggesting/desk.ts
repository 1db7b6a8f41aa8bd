import { afterEach, beforeEach, expect } from 'vitest'
import type { Suggestion } from '../../../src/domain/discussion.ts'
import type { DraftId } from '../../../src/domain/draft-id.ts'
import type { SectionEditor } from '../../../src/editor/section-editor.ts'
import { openAppState, type AppState } from '../../../src/state/app-state.ts'
import { openDeviceStore } from '../../../src/storage/device-store.ts'
import { measureNothing } from '../../editor/no-layout.ts'
import { amina } from '../../server/person.ts'
import { TestDevice } from '../../storage/device.ts'
import { callNamed } from '../../world/calls.ts'
import { eventually } from '../../world/eventually.ts'
import { must } from '../browser.ts'

measureNothing()

export const ziele = 'ziele'
export const words = 'Wir wollen mehr Räume. Und wir wollen Zeit.'
export const rewritten = 'Wir wollen mehr Räume. Und wir brauchen Zeit.'

export const line = (text: string) => [{ kind: 'paragraph' as const, level: 1, runs: [{ text, marks: {} }] }]

/** A device without a network on which one draft is opened for suggesting. One for the tests of a file. */
export class Desk {
  device = new TestDevice()
  #app: AppState | null = null

  constructor() {
    beforeEach(async () => {
      this.device = new TestDevice()
      await openDeviceStore(this.device).writeCalls([callNamed('engagierte-stadt-2023')])
      this.#app = this.#openApp()
    })
    afterEach(async () => {
      await this.#app?.close()
      document.body.replaceChildren()
    })
  }

  /** Opens a new draft in which one section says this. */
  async open(text = words) {
    const sections = [{ id: ziele, lines: line(text), done: false }]
    const example = { callId: 'engagierte-stadt-2023', facts: [], partners: [], sections }
    return this.openAgain(must(await this.#here().shelf.startExample(example, amina)))
  }

  async openAgain(draftId: DraftId) {
    const draft = must(await this.#here().openDraft(draftId))
    const part = await draft.suggesting()
    const settling = await draft.settling()
    const mount = (where: 'fork' | 'text'): { editor: SectionEditor; element: HTMLElement } => {
      const element = document.body.appendChild(document.createElement('div'))
      const options = {
        element,
        label: 'Ziele',
        language: 'de',
        onState: () => undefined,
        askForLink: () => Promise.resolve(null),
      }
      const editor = where === 'fork' ? part.mount(ziele, options) : draft.mountSection(ziele, options)
      return { editor, element }
    }
    const suggested = (): Suggestion[] =>
      part.discussion.view.getState().threads.filter((thread): thread is Suggestion => thread.kind === 'suggestion')
    const standing = (): Suggestion[] => suggested().filter(({ state }) => state === 'open')
    return { draftId, draft, part, settling, mount, suggested, standing }
  }

  /** The page is started anew, whether or not the one before has ended. Returns how to end that one. */
  startsAnew(): () => Promise<void> {
    const before = this.#here()
    this.#app = this.#openApp()
    return () => before.close()
  }

  #here(): AppState {
    if (this.#app === null) throw new Error('the app is opened before each test')
    return this.#app
  }

  #openApp(): AppState {
    return openAppState({
      origin: 'http://127.0.0.1:9',
      device: this.device,
      preferences: null,
      fetch: () => Promise.reject(new TypeError('no network')),
      socket: WebSocket,
      channel: null,
      reload: () => undefined,
    })
  }
}

export type Opened = Awaited<ReturnType<Desk['open']>>

/** Types in the fork and leaves the section. */
export const suggest = async (opened: Opened, text: string): Promise<void> => {
  const { editor } = opened.mount('fork')
  editor.takeIn(line(text), 'replace')
  editor.destroy()
  await eventually(() => expect(opened.standing().length).toBeGreaterThan(0))
}
