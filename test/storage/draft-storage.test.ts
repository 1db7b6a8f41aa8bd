import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fromOtherTab } from '../../src/document/origins.ts'
import { openDraftDatabase, writeBatch } from '../../src/storage/draft-database.ts'
import { readWaiting } from '../../src/storage/draft-storage.ts'
import type { StorageState } from '../../src/storage/storage-state.ts'
import { eventually } from '../world/eventually.ts'
import { newDraftId, openTab, someoneElsesText, TestDevice } from './device.ts'

describe('a draft on this device', () => {
  it('is there again after a restart, with what the server does not have yet', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const evening = await openTab(device, draftId)
    evening.writes('Wir wollen mehr Engagement.')
    evening.writes('Und Räume dafür.')
    const numbers = evening.storage.waiting().map(({ seq }) => seq)
    await evening.storage.close()

    const morning = await openTab(device, draftId)
    expect(morning.reads()).toBe('Wir wollen mehr Engagement.\nUnd Räume dafür.')
    expect(morning.storage.state()).toEqual({ name: 'kept' })
    expect(morning.storage.waiting().map(({ seq }) => seq)).toEqual(numbers)
    expect(morning.storage.waiting().map(({ places }) => places)).toEqual([['text/ziele'], ['text/ziele']])
    await morning.storage.close()
  })

  it('numbers its changes upwards, also after a restart with the clock put back', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const { database } = await openDraftDatabase(device.databases, draftId)
    const future = (Date.now() + 86_400_000) * 1000
    const row = { update: someoneElsesText('Morgen'), at: 0, places: [] }
    await writeBatch(database, { updates: [row.update], outbox: new Map([[future, row]]), acknowledged: [] })
    database.close()

    const tab = await openTab(device, draftId)
    tab.writes('Heute')
    expect(tab.storage.waiting().map(({ seq }) => seq)).toEqual([future, future + 1])
    await tab.storage.close()
  })

  it('forgets what is acknowledged, and only that', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    tab.writes('eins')
    tab.writes('zwei')
    const [first] = tab.storage.waiting()
    tab.storage.forgetUpTo(first?.seq ?? 0)
    expect(tab.storage.waiting()).toHaveLength(1)
    await tab.storage.close()
    expect(await device.stored(draftId)).toMatchObject({ text: 'eins\nzwei', waiting: 1 })
    expect(await readWaiting(draftId, device)).toHaveLength(1)
  })

  it('keeps what the server and Yjs itself bring without taking it for the person’s own', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    Y.applyUpdate(tab.doc, someoneElsesText('Vom Server'), 'server')
    expect(tab.storage.waiting()).toEqual([])
    await tab.storage.close()
    expect(await device.stored(draftId)).toMatchObject({ text: 'Vom Server', waiting: 0 })
  })

  it('leaves to the other tab what the other tab has stored', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    Y.applyUpdate(tab.doc, someoneElsesText('Nebenan'), fromOtherTab)
    await tab.storage.close()
    expect(await device.stored(draftId)).toMatchObject({ text: '', rows: 0 })
  })

  it('writes the changes of one moment in one go', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    const states: StorageState['name'][] = []
    tab.storage.onState(({ name }) => states.push(name))
    for (let i = 0; i < 200; i++) tab.writes(`${i}`)
    await tab.storage.whenIdle()
    expect(states).toEqual(['writing', 'kept'])
    expect(tab.storage.waiting()).toHaveLength(200)
    await tab.storage.close()
  })

  it('is written by two tabs at once without either losing its waiting changes', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const left = await openTab(device, draftId)
    const right = await openTab(device, draftId)
    left.writes('links')
    right.writes('rechts')
    await Promise.all([left.storage.whenIdle(), right.storage.whenIdle()])
    left.storage.forgetUpTo(Number.MAX_SAFE_INTEGER)
    await left.storage.close()
    const stored = await device.stored(draftId)
    expect(stored.waiting).toBe(1)
    expect(stored.text.split('\n').sort()).toEqual(['links', 'rechts'])
    await right.storage.close()
  })

  it('gives a change a new number when another tab has taken its own', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    const { database } = await openDraftDatabase(device.databases, draftId)
    tab.writes('meins')
    const taken = tab.storage.waiting()[0]?.seq ?? 0
    const row = { update: someoneElsesText('deins'), at: 1, places: ['text/ziele'] }
    const other = writeBatch(database, { updates: [row.update], outbox: new Map([[taken, row]]), acknowledged: [] })
    await Promise.all([other, tab.storage.whenIdle()])
    database.close()
    await tab.storage.close()
    expect(await device.stored(draftId)).toMatchObject({ waiting: 2 })
  })

  it('is compacted once it has many rows, and keeps every word', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    for (let i = 0; i < 600; i++) tab.writes(`Satz ${i}`)
    await eventually(async () => expect((await device.stored(draftId)).rows).toBeLessThan(10))
    const text = tab.reads()
    await tab.storage.close()
    const again = await openTab(device, draftId)
    expect(again.reads()).toBe(text)
    expect(again.storage.waiting()).toHaveLength(600)
    await again.storage.close()
  })

  it('is not made by asking whether something waits', async () => {
    const device = new TestDevice()
    expect(await readWaiting(newDraftId(), device)).toEqual([])
    expect(await device.databases.databases()).toEqual([])
  })
})
