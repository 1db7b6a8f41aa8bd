// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { openAppState } from '../../src/state/app-state.ts'
import { openDeviceStore } from '../../src/storage/device-store.ts'
import { amina } from '../server/person.ts'
import { TestDevice } from '../storage/device.ts'
import { callNamed } from '../world/calls.ts'
import { eventually } from '../world/eventually.ts'
import { must } from './browser.ts'

it('a section without a network has an editor, and what stands in it is counted', async () => {
  const device = new TestDevice()
  await openDeviceStore(device).writeCalls([callNamed('engagierte-stadt-2023')])
  const app = openAppState({
    origin: 'http://127.0.0.1:9',
    device,
    preferences: null,
    fetch: () => Promise.reject(new TypeError('no network')),
    socket: WebSocket,
    channel: null,
    reload: () => undefined,
  })
  const line = { kind: 'paragraph' as const, level: 1, runs: [{ text: 'Mehr Räume.', marks: {} }] }
  const example = {
    callId: 'engagierte-stadt-2023',
    facts: [],
    partners: [],
    sections: [{ id: 'ziele', lines: [line], done: false }],
  }
  const draft = must(await app.openDraft(must(await app.shelf.startExample(example, amina))))
  const element = document.body.appendChild(document.createElement('div'))
  const editor = draft.mountSection('ziele', {
    element,
    label: 'Was wir verändern wollen',
    language: 'de',
    onState: () => undefined,
    askForLink: () => Promise.resolve(null),
  })
  const textbox = element.querySelector('[role=textbox]')
  expect(textbox?.textContent).toContain('Mehr Räume.')
  const section = draft.view.getState().sections.find((each) => each.section.id === 'ziele')
  expect(section).toMatchObject({ count: 11, progress: 'begun', waiting: 1 })
  expect(element.querySelector('[aria-readonly]')).toBeNull()
  editor.destroy()
  expect(element.childElementCount).toBe(0)
  await eventually(() => expect(draft.view.getState().status).toMatchObject({ name: 'offline', waiting: 1 }))
  await draft.close()
  await app.close()
})
