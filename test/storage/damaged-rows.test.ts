import { describe, expect, it } from 'vitest'
import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { readSectionText } from '../../src/document/read-expression.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { draftDatabaseName, openDraftDatabase } from '../../src/storage/draft-database.ts'
import type { OutboxRow } from '../../src/storage/outbox-row.ts'
import { crc32, openRow, sealRow } from '../../src/storage/row-checksum.ts'
import { whenComplete } from '../../src/storage/transaction.ts'
import { eventually } from '../world/eventually.ts'
import { newDraftId, openTab, someoneElsesText, TestDevice } from './device.ts'

const flip = (row: Uint8Array, at: number): Uint8Array => row.map((byte, index) => (index === at ? byte ^ 0x10 : byte))

/** A device on which three paragraphs were written, the first of them by others. */
const threeParagraphs = async (): Promise<{ device: TestDevice; draftId: DraftId; first: Uint8Array }> => {
  const first = someoneElsesText('eins')
  const device = new TestDevice()
  const draftId = newDraftId()
  const tab = await openTab(device, draftId)
  Y.applyUpdate(tab.doc, first, 'server')
  for (const text of ['zwei', 'drei']) {
    tab.writes(text)
    await tab.storage.whenIdle()
  }
  await tab.storage.close()
  return { device, draftId, first }
}

describe('the checksum of a row', () => {
  it('is CRC-32', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  })

  it('finds every flipped bit, and lets rows from before it pass', () => {
    const update = someoneElsesText('Ganz')
    const row = sealRow(update)
    expect(openRow(row)).toEqual(update)
    expect(openRow(update)).toEqual(update)
    for (let at = 0; at < update.length; at++) expect(openRow(flip(row, at))).toBeNull()
    // A seal that is spoiled itself says nothing about the update before it.
    for (let at = update.length; at < row.length; at++) {
      const opened = openRow(flip(row, at))
      expect(opened === null || opened.subarray(0, update.length).join() === update.join()).toBe(true)
    }
    for (const nonsense of [null, 'text', 7, {}, [1, 2]]) expect(openRow(nonsense)).toBeNull()
  })

  it('does not keep y-indexeddb, and so the release before, from reading a draft and writing on in it', async () => {
    const draftId = newDraftId()
    const device = { databases: indexedDB, locks: null }
    const tab = await openTab(device, draftId)
    tab.writes('neu')
    await tab.storage.close()

    const doc = createDraftDocument()
    const before = new IndexeddbPersistence(draftDatabaseName(draftId), doc)
    await before.whenSynced
    expect(readSectionText(doc, 'ziele')).toBe('neu')
    doc.getText('text/ziele').insert(0, 'alt und ')
    await before.set('any', 'thing')
    await before.destroy()

    const again = await openTab(device, draftId)
    expect(again.reads()).toBe('alt und neu')
    expect(again.storage.lacks()).toBe(false)
    await again.storage.close()
  })
})

describe('a damaged row', () => {
  it('is found however far its key is from the others', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const { database } = await openDraftDatabase(device.databases, draftId)
    const transaction = database.transaction('updates', 'readwrite')
    const rows = transaction.objectStore('updates')
    rows.put(sealRow(someoneElsesText('eins')), 1)
    rows.put(flip(sealRow(someoneElsesText('zwei')), 9), 5_000)
    rows.put(sealRow(someoneElsesText('drei')), 5_001)
    rows.put(sealRow(someoneElsesText('vier')), 3_000_000)
    transaction.commit()
    await whenComplete(transaction)
    database.close()

    const tab = await openTab(device, draftId)
    for (const word of ['eins', 'drei', 'vier']) expect(tab.reads()).toContain(word)
    expect(tab.reads()).not.toContain('zwei')
    expect(tab.storage.lacks()).toBe(true)
    expect((await device.damaged(draftId)).map(({ key }) => key)).toEqual([5_000])
    expect(await device.stored(draftId)).toMatchObject({ rows: 3 })
    await tab.storage.close()
  })

  it.each([
    ['with a flipped bit', (row: Uint8Array) => flip(row, row.length - 12)],
    ['that is cut off', (row: Uint8Array) => row.slice(0, row.length - 12)],
    ['that is empty', () => new Uint8Array()],
    ['that is no update', () => sealRow(new Uint8Array([9, 9, 9]))],
    ['that is something else', () => ({ any: 'thing' })],
  ])('%s is moved aside, kept and named, and the rest loads', async (_, change) => {
    const { device, draftId, first } = await threeParagraphs()
    await device.spoils(draftId, 'updates', 0, change)

    const tab = await openTab(device, draftId)
    expect(tab.storage.state()).toEqual({ name: 'kept' })
    expect(tab.storage.lacks()).toBe(true)
    expect((await device.damaged(draftId)).map(({ store }) => store)).toEqual(['updates'])
    // The other two were written behind what is missing, and have their place when it comes.
    expect(tab.reads()).toBe('')
    expect(tab.doc.store.pendingStructs).toBeNull()
    await tab.storage.close()

    const again = await openTab(device, draftId)
    expect(again.storage.lacks()).toBe(true)
    expect(await device.damaged(draftId)).toHaveLength(1)
    expect(again.storage.waiting()).toHaveLength(2)
    Y.applyUpdate(again.doc, first, 'server')
    again.storage.mend()
    expect(again.reads()).toBe('eins\nzwei\ndrei')
    await again.storage.close()
    expect(again.storage.lacks()).toBe(false)
    expect(await device.stored(draftId)).toMatchObject({ text: 'eins\nzwei\ndrei', waiting: 2 })
  })

  it('of this person’s own is made good for by the outbox', async () => {
    const { device, draftId } = await threeParagraphs()
    await device.spoils(draftId, 'updates', 1, (row: Uint8Array) => flip(row, 8))
    const tab = await openTab(device, draftId)
    expect(tab.reads()).toBe('eins\nzwei\ndrei')
    expect(tab.storage.lacks()).toBe(true)
    tab.storage.mend()
    await tab.storage.whenIdle()
    expect(tab.storage.lacks()).toBe(false)
    await tab.storage.close()
    expect(await device.stored(draftId)).toMatchObject({ text: 'eins\nzwei\ndrei', waiting: 2 })
    const again = await openTab(device, draftId)
    expect(again.storage.lacks()).toBe(false)
    await again.storage.close()
  })

  it.each([
    ['flipped', (row: OutboxRow) => ({ ...row, update: flip(row.update, 5) })],
    ['something else', () => 'nothing'],
  ])('of the outbox, %s, still counts as waiting, and what it held still goes out', async (_, change) => {
    const { device, draftId } = await threeParagraphs()
    await device.spoils(draftId, 'outbox', 0, change)
    const tab = await openTab(device, draftId)
    expect(tab.reads()).toBe('eins\nzwei\ndrei')
    expect(tab.storage.waiting()).toHaveLength(2)
    const unsent = new Y.Doc()
    for (const update of tab.storage.unsent()) Y.applyUpdate(unsent, update)
    expect(readSectionText(unsent, 'ziele')).toBe('eins\nzwei\ndrei')
    expect((await device.damaged(draftId)).map(({ store }) => store)).toEqual(['outbox'])
    const last = tab.storage.waiting().at(-1)?.seq ?? 0
    tab.storage.forgetUpTo(last)
    await tab.storage.close()
    expect(await device.stored(draftId)).toMatchObject({ waiting: 0 })
  })

  it('does not stop compaction, which keeps apart what waits for it', async () => {
    const { device, draftId, first } = await threeParagraphs()
    await device.spoils(draftId, 'updates', 0, (row: Uint8Array) => flip(row, 8))
    const tab = await openTab(device, draftId)
    for (let i = 0; i < 500; i++) tab.writes(`Satz ${i}`)
    await eventually(async () => expect((await device.stored(draftId)).rows).toBe(2))
    await tab.storage.close()

    const again = await openTab(device, draftId)
    expect(again.reads()).not.toContain('zwei')
    Y.applyUpdate(again.doc, first, 'server')
    again.storage.mend()
    for (const text of ['eins', 'zwei', 'drei', 'Satz 0', 'Satz 499']) expect(again.reads().split('\n')).toContain(text)
    await again.storage.close()
  })
})
