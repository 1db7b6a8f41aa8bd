// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addEntries } from '../../../src/document/discussion.ts'
import { createEntryId, maxSuggested } from '../../../src/domain/discussion-entry.ts'
import type { DraftId } from '../../../src/domain/draft-id.ts'
import type { Suggestion } from '../../../src/domain/discussion.ts'
import type { SectionEditor } from '../../../src/editor/section-editor.ts'
import { openAppState, type AppState } from '../../../src/state/app-state.ts'
import { openDeviceStore } from '../../../src/storage/device-store.ts'
import { openKeptSuggestions } from '../../../src/storage/kept-suggestions.ts'
import { amina } from '../../server/person.ts'
import { TestDevice } from '../../storage/device.ts'
import { callNamed } from '../../world/calls.ts'
import { eventually } from '../../world/eventually.ts'
import { must } from '../browser.ts'
import { measureNothing } from '../../editor/no-layout.ts'

measureNothing()

const ziele = 'ziele'
const words = 'Wir wollen mehr Räume. Und wir wollen Zeit.'

let device: TestDevice
let app: AppState
beforeEach(async () => {
  device = new TestDevice()
  await openDeviceStore(device).writeCalls([callNamed('engagierte-stadt-2023')])
  app = openApp()
})
afterEach(async () => {
  await app.close()
  document.body.replaceChildren()
})

const openApp = (): AppState =>
  openAppState({
    origin: 'http://127.0.0.1:9',
    device,
    preferences: null,
    fetch: () => Promise.reject(new TypeError('no network')),
    socket: WebSocket,
    channel: null,
    reload: () => undefined,
  })

const open = async () => {
  const sections = [{ id: ziele, lines: line(words), done: false }]
  const example = { callId: 'engagierte-stadt-2023', facts: [], partners: [], sections }
  const draftId = must(await app.shelf.startExample(example, amina))
  return openAgain(draftId)
}

const openAgain = async (draftId: DraftId) => {
  const draft = must(await app.openDraft(draftId))
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
  return { draftId, draft, part, settling, mount, suggested, standing: () => suggested().filter(isOpen) }
}

type Opened = Awaited<ReturnType<typeof openAgain>>

const isOpen = ({ state }: Suggestion): boolean => state === 'open'

const line = (text: string) => [{ kind: 'paragraph' as const, level: 1, runs: [{ text, marks: {} }] }]

const rewritten = 'Wir wollen mehr Räume. Und wir brauchen Zeit.'

/** Types in the fork and leaves the section. */
const suggest = async (draft: Opened, text: string): Promise<void> => {
  const { editor } = draft.mount('fork')
  editor.takeIn(line(text), 'replace')
  editor.destroy()
  await eventually(() => expect(draft.standing().length).toBeGreaterThan(0))
}

describe('typing a suggestion', () => {
  it('leaves the text as it is, and says no more than what changed once the section is left', async () => {
    const opened = await open()
    const { draft, mount, standing } = opened
    const { editor, element } = mount('fork')
    editor.takeIn(line(rewritten), 'replace')
    expect(standing()).toEqual([])
    await eventually(() => expect(element.querySelector('ins')?.textContent).toBe('brauchen'))
    expect(element.querySelector('del')?.textContent).toBe('wollen')
    editor.destroy()
    await eventually(() => expect(standing()).toHaveLength(1))
    expect(standing()[0]?.proposed).toMatchObject({
      section: ziele,
      quote: 'wollen',
      change: [{ delete: 6 }, { insert: 'brauchen', formats: {} }],
    })
    expect(draft.plainText()).toContain(words)
    await draft.close()
  })

  it('goes on at one’s own open suggestion, which the new wording takes the place of', async () => {
    const opened = await open()
    await suggest(opened, rewritten)
    const { editor, element } = opened.mount('fork')
    expect(element.textContent).toContain('brauchen')
    editor.takeIn(line(rewritten.replace('brauchen', 'wünschen')), 'replace')
    editor.destroy()
    await eventually(() => expect(opened.suggested()).toHaveLength(2))
    expect(opened.standing().map(({ proposed }) => proposed.change)).toEqual([
      [{ delete: 6 }, { insert: 'wünschen', formats: {} }],
    ])
    await opened.draft.close()
  })

  it('says nothing where all of it was undone', async () => {
    const opened = await open()
    const { editor } = opened.mount('fork')
    editor.takeIn(line(rewritten), 'replace')
    editor.undo()
    editor.destroy()
    await opened.draft.close()
    expect(opened.suggested()).toEqual([])
  })

  it('keeps what was typed and not said when the page ends, and says it once at the next start', async () => {
    const { draft, draftId, mount } = await open()
    mount('fork').editor.takeIn(line(rewritten), 'replace')
    const kept = openKeptSuggestions(draftId, device)
    await eventually(async () => expect(await kept.list()).toHaveLength(1))
    device.losesLocks()
    const before = app
    app = openApp()
    const again = await openAgain(draftId)
    await eventually(() => expect(again.standing().map(({ proposed }) => proposed.quote)).toEqual(['wollen']))
    expect(await kept.list()).toEqual([])
    kept.close()
    await again.draft.close()
    await draft.close()
    await before.close()
  })
})

it('words that were kept and are too long to be said stay, to be copied', async () => {
  const { draft, draftId } = await open()
  const long = 'a'.repeat(maxSuggested + 1)
  const entry = {
    type: 'suggestion',
    section: ziele,
    from: '',
    to: '',
    quote: '',
    change: [{ insert: long, formats: {} }],
  }
  const kept = openKeptSuggestions(draftId, device)
  await kept.write({ page: 'ended', section: ziele, entries: JSON.stringify([entry]) })
  await draft.close()
  await app.close()
  app = openApp()
  const again = await openAgain(draftId)
  expect(again.part.view.getState().stuck).toBe(long)
  expect(await kept.list()).toHaveLength(1)
  kept.close()
  await again.draft.close()
})

describe('deciding on a suggestion', () => {
  it('takes it into the text as one edit that can be undone, and then it can be opened again', async () => {
    const opened = await open()
    await suggest(opened, rewritten)
    const { draft, settling, standing, suggested } = opened
    const { editor, element } = opened.mount('text')
    const [first] = standing()
    expect(settling.accept(ziele, [first?.id ?? ''], (edit) => editor.asOneEdit(edit))).toEqual([])
    expect(draft.plainText()).toContain(rewritten)
    expect(element.textContent).toContain('brauchen')
    await eventually(() => expect(suggested()[0]).toMatchObject({ state: 'accepted' }))
    const accepted = suggested()[0] as Suggestion
    expect(accepted.wrote[0]?.[2]).toBeGreaterThan(accepted.wrote[0]?.[1] ?? 0)
    expect(settling.isTakenBack(accepted)).toBe(false)
    editor.undo()
    expect(draft.plainText()).toContain(words)
    expect(settling.isTakenBack(accepted)).toBe(true)
    settling.reopen(accepted.id)
    await eventually(() => expect(standing()).toHaveLength(1))
    await draft.close()
  })

  it('asks where the text has changed, and then does what was said', async () => {
    const opened = await open()
    await suggest(opened, rewritten)
    const { draft, settling, standing } = opened
    const { editor } = opened.mount('text')
    editor.takeIn(line('Wir wollen mehr Räume. Und wir wollten Zeit.'), 'replace')
    const [first] = standing() as [Suggestion]
    expect(settling.accept(ziele, [first.id], (edit) => editor.asOneEdit(edit))).toEqual([first.id])
    expect(draft.plainText()).toContain('wir wollten Zeit')
    const seen = settling.standing(first)
    const accept = (what: typeof seen) =>
      settling.acceptChanged(first, 'replace', what, (edit) => editor.asOneEdit(edit))
    expect([accept(seen && { ...seen, now: 'wir hatten' }), draft.plainText()]).toEqual([
      false,
      expect.stringContaining('wir wollten Zeit'),
    ])
    expect(accept(seen)).toBe(true)
    expect(draft.plainText()).toContain('brauchen')
    await eventually(() => expect(standing()).toEqual([]))
    await draft.close()
  })

  it('can be opened again after it was declined by somebody whose clock is ahead', async () => {
    const opened = await open()
    await suggest(opened, rewritten)
    const { draft, part, settling, standing, suggested } = opened
    const of = standing()[0]?.id ?? ''
    const by = { ...amina, member: '' }
    const declined = { type: 'declined', of, words: '', by, at: Date.now() + 3_600_000 } as const
    addEntries(part.discussion.doc, new Map([[createEntryId(new Uint8Array(20)), declined]]))
    await eventually(() => expect(suggested()[0]?.state).toBe('declined'))
    settling.reopen(of)
    await eventually(() => expect(standing()).toHaveLength(1))
    await draft.close()
  })

  it('leaves no trace in the text when it is declined, nor where it was typed', async () => {
    const opened = await open()
    await suggest(opened, rewritten)
    const { draft, part, settling, standing } = opened
    const before = draft.plainText()
    settling.decline(standing()[0]?.id ?? '', 'Das sagen wir schon.')
    await eventually(() => expect(part.view.getState().generation).toBe(1))
    const { element } = opened.mount('fork')
    expect(element.querySelector('[role=textbox]')?.textContent).toBe(words)
    expect(draft.plainText()).toBe(before)
    await draft.close()
  })
})

describe('an editor for suggestions, for whoever speaks about its words', () => {
  it('tells places in the text as it is, and draws there what is said about it', async () => {
    const opened = await open()
    await suggest(opened, `Ja, ${words}`)
    const { editor, element } = opened.mount('fork')
    const box = element.querySelector<HTMLElement>('[role=textbox]') as HTMLElement
    expect(box.textContent).toBe(`Ja, ${words}`)
    const letters = await eventually(() => {
      const rest = [...box.querySelectorAll('p')].flatMap(({ childNodes }) => [...childNodes]).at(-1)
      expect(rest?.textContent).toBe(words)
      return rest as Text
    })
    box.focus()
    getSelection()?.setBaseAndExtent(letters, 4, letters, 10)
    document.dispatchEvent(new Event('selectionchange'))
    expect(editor.selection()).toEqual({ from: 4, to: 10 })
    const talk = await opened.draft.talk()
    expect(talk.subjectAt(ziele, 4, 10)).toMatchObject({ on: 'text', quote: 'wollen' })
    expect(editor.toShown({ from: 4, to: 10 })).toEqual({ from: 8, to: 14 })
    editor.enterAt(10)
    expect(editor.selection()).toEqual({ from: 10, to: 10 })
    await opened.draft.close()
  })

  it('does not draw the focus to itself because of one that had it and is gone', async () => {
    const opened = await open()
    await suggest(opened, rewritten)
    const { part, settling, standing, mount } = opened
    const before = mount('fork').editor
    before.focus()
    before.destroy()
    mount('fork')
    const field = document.body.appendChild(document.createElement('textarea'))
    field.focus()
    const stop = part.view.subscribe((is, was) => is.generation !== was.generation && mount('fork'))
    settling.decline(standing()[0]?.id ?? '', 'Das sagen wir schon.')
    await eventually(() => expect(part.view.getState().generation).toBe(1))
    stop()
    expect(document.activeElement).toBe(field)
    await opened.draft.close()
  })
})
