import { describe, expect, it, vi } from 'vitest'
import { textName } from '../../src/document/names.ts'
import {
  draftDatabaseName,
  openDraftDatabase,
  readOutbox,
  readUpdates,
  writeBatch,
} from '../../src/storage/draft-database.ts'
import { eventually } from '../world/eventually.ts'
import { newDraftId, openTab, someoneElsesText, TestDevice, type Tab } from './device.ts'

const writesOften = (tab: Tab) => {
  for (let i = 0; i < 600; i++) tab.writes(`Satz ${i}`)
}

describe('the log of a draft on this device', () => {
  it('is compacted once it has many bytes, however few the rows', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    for (const letter of ['a', 'b', 'c', 'd']) {
      tab.writes(letter.repeat(80_000))
      await tab.storage.whenIdle()
    }
    expect((await device.stored(draftId)).rows).toBeGreaterThanOrEqual(4)
    await eventually(async () => expect((await device.stored(draftId)).rows).toBe(1))
    const text = tab.reads()
    await tab.storage.close()
    expect((await device.stored(draftId)).text).toBe(text)
  })

  it('has not a byte of what was deleted afterwards', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    const bytes = async () => {
      const { database } = await openDraftDatabase(device.databases, draftId)
      const rows = [
        ...(await readUpdates(database)),
        ...[...(await readOutbox(database)).values()].map((row) => row.update),
      ]
      database.close()
      return Buffer.concat(rows).toString('latin1')
    }
    tab.writes('Kanarienvogel')
    await tab.storage.whenIdle()
    expect(await bytes()).toContain('Kanarienvogel')
    const text = tab.doc.getText(textName('ziele'))
    text.delete(0, text.length)
    writesOften(tab)
    tab.storage.forgetUpTo(Number.MAX_SAFE_INTEGER)
    await eventually(async () => expect((await device.stored(draftId)).rows).toBeLessThan(10))
    expect(await bytes()).not.toContain('Kanarienvogel')
    expect(await bytes()).toContain('Satz 599')
    await tab.storage.close()
  })

  it('is left to the tab that is at it, and loses no word of either', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const [left, right] = [await openTab(device, draftId), await openTab(device, draftId)]
    const asked = vi.spyOn(device.locks, 'request')
    let letGo = (): void => {}
    const held = device.locks.request(
      `compact:${draftDatabaseName(draftId)}`,
      () => new Promise<void>((resolve) => (letGo = resolve)),
    )
    writesOften(left)
    right.writes('Nebenan')
    await left.storage.whenIdle()
    // It asks for the lock, is not given it, and does not wait for it.
    await eventually(() => expect(asked).toHaveBeenCalledTimes(2))
    await asked.mock.results[1]?.value
    expect((await device.stored(draftId)).rows).toBeGreaterThanOrEqual(601)

    letGo()
    await held
    left.writes('Danach')
    await eventually(async () => expect((await device.stored(draftId)).rows).toBeLessThan(10))
    await Promise.all([left.storage.close(), right.storage.close()])
    const { text } = await device.stored(draftId)
    for (const words of ['Satz 0', 'Satz 599', 'Nebenan', 'Danach']) expect(text.split('\n')).toContain(words)
  })
})

it('a change and its place among those that wait are written together or not at all', async () => {
  const device = new TestDevice()
  const { database } = await openDraftDatabase(device.databases, newDraftId())
  const row = (words: string) => ({ update: someoneElsesText(words), at: 0, places: [] })
  const write = (words: string) =>
    writeBatch(database, { updates: [row(words).update], outbox: new Map([[7, row(words)]]), acknowledged: [] })
  await write('zuerst')
  const before = [await readUpdates(database), await readOutbox(database)]
  // The change itself finds room; its number is taken.
  await expect(write('danach')).rejects.toMatchObject({ name: 'ConstraintError' })
  expect([await readUpdates(database), await readOutbox(database)]).toEqual(before)
  expect(before.map((each) => ('size' in each ? each.size : each.length))).toEqual([1, 1])
  database.close()
})
