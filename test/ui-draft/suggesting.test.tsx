// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addEntries } from '../../src/document/discussion.ts'
import { createEntryId, type Entry, type EntryId, type NewEntry } from '../../src/domain/discussion-entry.ts'
import { maxDiscussionBytes } from '../../src/domain/discussion-limits.ts'
import type { DraftTalk } from '../../src/state/discussion/draft-talk.ts'
import { openAppState, type AppState } from '../../src/state/app-state.ts'
import type { DraftSuggesting } from '../../src/state/suggesting/draft-suggesting.ts'
import { openDeviceStore } from '../../src/storage/device-store.ts'
import '../../src/ui/discussion/discussion-panel.tsx'
import '../../src/ui/discussion/discussion-sheet.tsx'
import '../../src/ui/discussion/talk.tsx'
import '../../src/ui/suggesting/mode-hint.tsx'
import '../../src/ui/suggesting/mode.tsx'
import '../../src/ui/suggesting/suggestions.tsx'
import { discussionWords } from '../../src/ui/wording/discussion.ts'
import { suggestingWords } from '../../src/ui/wording/suggesting.ts'
import { must } from '../state/browser.ts'
import { TestDevice } from '../storage/device.ts'
import { callNamed } from '../world/calls.ts'
import { amina, bruno } from './paper-draft.ts'
import { openWorkspace, turnTo } from './workspace.tsx'

const call = callNamed('engagierte-stadt-2023')
const [first] = call.sections
const last = call.sections.at(-1)
if (!first || !last) throw new Error('a call has sections')

let app: AppState
beforeEach(async () => {
  const device = new TestDevice()
  await openDeviceStore(device).writeCalls([call])
  app = openAppState({
    origin: 'http://127.0.0.1:9',
    device,
    preferences: null,
    fetch: () => Promise.reject(new TypeError('no network')),
    socket: WebSocket,
    channel: null,
    reload: () => undefined,
  })
})
afterEach(() => app.close())

const words = suggestingWords.de

const line = (text: string) => [{ kind: 'paragraph' as const, level: 1, runs: [{ text, marks: {} }] }]

/** A draft whose first section says this. */
const openWith = async (text: string) => {
  const example = {
    callId: call.id,
    facts: [],
    partners: [],
    sections: [{ id: first.id, lines: line(text), done: false }],
  }
  return must(await app.openDraft(must(await app.shelf.startExample(example, amina))))
}

// Roles are slow to look for in a whole workspace.
const box = () => document.querySelector('.eb-text')

test('what is said about words stays marked at them when one begins to suggest, and when one ends', async () => {
  const draft = await openWith('Wir wollen Zeit.')
  const talk = await draft.talk()
  act(() => {
    talk.add({ type: 'comment', subject: talk.subjectAt(first.id, 4, 10), words: 'Dürfen?', mentions: [] })
  })
  openWorkspace(draft)
  const isMarked = () => waitFor(() => expect(box()?.querySelector('mark')).toHaveTextContent('wollen'))
  await isMarked()
  expect(box()).toHaveAccessibleName(first.title)
  const written = box()
  await userEvent.click(await screen.findByText(words.mode.name))
  await waitFor(() => expect(box()).not.toBe(written))
  await isMarked()
  const suggested = box()
  await userEvent.click(screen.getByText(words.mode.name))
  await waitFor(() => expect(box()).not.toBe(suggested))
  await isMarked()
})

test('suggestions are hidden in the text as somebody wishes, until they suggest or look at one', async () => {
  const draft = await openWith('Wir wollen Zeit.')
  const talk = await draft.talk()
  const passage = talk.subjectAt(first.id, 4, 10)
  if (passage.on !== 'text') throw new Error('words were meant')
  const { from, to, quote } = passage
  act(() => {
    const change = [{ delete: 6 }, { insert: 'brauchen', formats: {} }]
    talk.add({ type: 'suggestion', section: first.id, from, to, quote, change, words: '', mentions: [] })
  })
  openWorkspace(draft)
  const isShown = () => waitFor(() => expect(box()?.querySelector('ins')).toHaveTextContent('brauchen'))
  const isHidden = () => waitFor(() => expect(box()?.textContent).toBe('Wir wollen Zeit.'))
  await isShown()
  const choice = await waitFor(() => {
    fireEvent.click(box()?.querySelector('.eb-whose') as Element)
    return screen.getByLabelText(words.inText)
  })
  expect(choice).toBeChecked()

  await userEvent.click(choice)
  await isHidden()
  expect(box()?.querySelector('del')).toBeNull()
  const card = screen.getByText('brauchen').closest('article')
  expect(card).not.toBeNull()
  await userEvent.click(screen.getByText(words.mode.name))
  await isShown()
  expect(choice).toBeChecked()

  await userEvent.click(choice)
  await isHidden()
  expect(screen.getByText(words.mode.name).closest('button')).toHaveAttribute('aria-pressed', 'false')
  await userEvent.click(screen.getByLabelText(words.inText, { selector: 'button' }))
  await isShown()
})

/** What others say takes all the room: entries that only a newer app can show. */
const fill = ({ discussion }: DraftTalk) => {
  const size = 50_000
  const poll = { type: 'poll', more: 'x'.repeat(size - 250) } as unknown as NewEntry
  const entries = new Map<EntryId, Entry>()
  for (let at = 0; at < maxDiscussionBytes; at += size)
    entries.set(createEntryId(crypto.getRandomValues(new Uint8Array(20))), {
      ...poll,
      by: { ...bruno, member: `bruno ${at}` },
      at,
    })
  act(() => addEntries(discussion.doc, entries))
}

/** Where suggestions to the last section are typed, off the page. */
const openAway = (part: DraftSuggesting) => {
  const element = document.body.appendChild(document.createElement('div'))
  const options = {
    element,
    label: '',
    language: 'de',
    onState: () => undefined,
    askForLink: () => Promise.resolve(null),
  }
  return part.mount(last.id, options)
}

const modeButton = () => screen.getByText(words.mode.name).closest('button') as HTMLElement

test('where the discussion is full nobody begins to suggest; whoever wants to is told why, and writes on', async () => {
  const draft = await openWith('Wir wollen Zeit.')
  const talk = await draft.talk()
  openWorkspace(draft)
  await screen.findByText(words.mode.name)
  expect(modeButton()).not.toHaveAttribute('aria-disabled')
  fill(talk)
  await waitFor(() => expect(modeButton()).toHaveAttribute('aria-disabled', 'true'))
  expect(modeButton()).toHaveAccessibleDescription(words.mode.full)
  const written = box()
  await userEvent.click(modeButton())
  expect(await screen.findByText(words.mode.full)).toBeVisible()
  expect(modeButton()).toHaveAttribute('aria-pressed', 'false')
  expect(box()).toBe(written)
  expect(box()).toHaveAttribute('contenteditable', 'true')
})

test('a discussion that fills up while somebody suggests takes what they had typed, and no more', async () => {
  const draft = await openWith('Wir wollen Zeit.')
  const talk = await draft.talk()
  const part = await draft.suggesting()
  openWorkspace(draft)
  await userEvent.click(await screen.findByText(words.mode.name))
  expect(await screen.findByText(words.mode.on)).toBeVisible()
  const editor = openAway(part)
  act(() => {
    editor.takeIn(line('Gleich.'), 'append')
  })
  fill(talk)
  expect(await screen.findByText(words.mode.full)).toBeVisible()
  expect(box()).toHaveAttribute('contenteditable', 'false')
  act(() => editor.destroy())
  expect(await screen.findByText(words.stuck.full)).toBeVisible()
  expect(screen.getByLabelText(words.stuck.words)).toHaveValue('Gleich.\n')
})

test('words that could not be suggested and were put aside are called up again from the discussion', async () => {
  const draft = await openWith('Wir wollen Zeit.')
  const part = await draft.suggesting()
  const editor = openAway(part)
  const endless = 'a'.repeat(70_000)
  editor.takeIn(line(endless), 'append')
  editor.destroy()
  openWorkspace(draft, 'wide')
  expect(await screen.findByText(words.stuck.tooLong)).toBeVisible()
  await userEvent.click(screen.getByText(words.stuck.later))
  expect(screen.queryByText(words.stuck.tooLong)).toBeNull()
  await userEvent.click(screen.getByRole('tab', { name: new RegExp(discussionWords.de.title) }))
  expect(await screen.findByText(words.stuck.count(1), { exact: false })).toBeVisible()
  await userEvent.click(screen.getByText(words.stuck.look))
  expect(screen.getByLabelText(words.stuck.words)).toHaveValue(`${endless}\n`)
  await userEvent.click(screen.getByText(words.stuck.letGo))
  await waitFor(() => expect(screen.queryByText(words.stuck.count(1), { exact: false })).toBeNull())
})

test('why a suggestion is declined stays in hand while the device is turned', async () => {
  const draft = await openWith('Wir wollen Zeit.')
  const talk = await draft.talk()
  const passage = talk.subjectAt(first.id, 4, 10)
  if (passage.on !== 'text') throw new Error('words were meant')
  const { from, to, quote } = passage
  const by = { ...bruno, member: 'bruno' }
  const change = [{ delete: 6 }, { insert: 'brauchen', formats: {} }]
  const said = { section: first.id, from, to, quote, change, words: '', mentions: [], by, at: 1 }
  const id = createEntryId(crypto.getRandomValues(new Uint8Array(20)))
  act(() => addEntries(talk.discussion.doc, new Map([[id, { type: 'suggestion', ...said }]])))
  openWorkspace(draft)
  await userEvent.click(await screen.findByRole('tab', { name: new RegExp(discussionWords.de.title) }))
  await userEvent.click(await screen.findByRole('button', { name: /Vorschlag 1 von 1, von Bruno/ }))
  await userEvent.click(await screen.findByText(words.card.decline))
  const reason = () => screen.findByLabelText(words.decline.reason)
  await userEvent.type(await reason(), 'Steht sch')
  turnTo('phone')
  expect(await reason()).toHaveValue('Steht sch')
  await userEvent.type(await reason(), 'on da.')
  turnTo('desktop')
  expect(await reason()).toHaveValue('Steht schon da.')
  await userEvent.click(screen.getByText(words.decline.decline))
  await waitFor(() => expect(screen.queryByLabelText(words.decline.reason)).toBeNull())
  expect(await screen.findByText('Steht schon da.')).toBeVisible()
})
