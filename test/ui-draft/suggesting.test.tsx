// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openAppState, type AppState } from '../../src/state/app-state.ts'
import { openDeviceStore } from '../../src/storage/device-store.ts'
import '../../src/ui/discussion/discussion-panel.tsx'
import '../../src/ui/discussion/talk.tsx'
import '../../src/ui/suggesting/suggestions.tsx'
import { suggestingWords } from '../../src/ui/wording/suggesting.ts'
import { must } from '../state/browser.ts'
import { TestDevice } from '../storage/device.ts'
import { callNamed } from '../world/calls.ts'
import { amina } from './paper-draft.ts'
import { openWorkspace } from './workspace.tsx'

const call = callNamed('engagierte-stadt-2023')
const [first] = call.sections
if (!first) throw new Error('a call has sections')

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

test('what is said about words stays marked at them when one begins to suggest, and when one ends', async () => {
  const lines = [{ kind: 'paragraph' as const, level: 1, runs: [{ text: 'Wir wollen Zeit.', marks: {} }] }]
  const example = { callId: call.id, facts: [], partners: [], sections: [{ id: first.id, lines, done: false }] }
  const draft = must(await app.openDraft(must(await app.shelf.startExample(example, amina))))
  const talk = await draft.talk()
  act(() => {
    talk.add({ type: 'comment', subject: talk.subjectAt(first.id, 4, 10), words: 'Dürfen?', mentions: [] })
  })
  openWorkspace(draft)
  // Roles are slow to look for in a whole workspace.
  const box = () => document.querySelector('.eb-text')
  const isMarked = () => waitFor(() => expect(box()?.querySelector('mark')).toHaveTextContent('wollen'))
  await isMarked()
  expect(box()).toHaveAccessibleName(first.title)
  const written = box()
  await userEvent.click(await screen.findByText(suggestingWords.de.mode.name))
  await waitFor(() => expect(box()).not.toBe(written))
  await isMarked()
  const suggested = box()
  await userEvent.click(screen.getByText(suggestingWords.de.mode.name))
  await waitFor(() => expect(box()).not.toBe(suggested))
  await isMarked()
})
