import { describe, expect, it } from 'vitest'
import { draftDatabaseName } from '../../src/storage/draft-database.ts'
import { readWaiting, removeDraft } from '../../src/storage/draft-storage.ts'
import { eventually } from '../world/eventually.ts'
import { newDraftId, openTab, TestDevice } from './device.ts'

describe('a device that fails', () => {
  it('says so when the connection is closed, keeps what is typed meanwhile and writes it on a new one', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    tab.writes('vorher')
    await tab.storage.whenIdle()
    device.forceClose()
    await eventually(() => expect(tab.storage.state()).toEqual({ name: 'failed', reason: 'closed' }))
    tab.writes('währenddessen')
    expect(tab.storage.waiting()).toHaveLength(2)
    await eventually(() => expect(tab.storage.state()).toEqual({ name: 'kept' }))
    await tab.storage.close()
    expect(await device.stored(draftId)).toMatchObject({ text: 'vorher\nwährenddessen', waiting: 2 })
  })

  it('keeps the document’s events alive through it', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    let heard = 0
    tab.doc.on('update', () => heard++)
    device.forceClose()
    for (let i = 0; i < 5; i++) tab.writes('weiter')
    await eventually(() => expect(tab.storage.state().name).toBe('failed'))
    for (let i = 0; i < 5; i++) tab.writes('weiter')
    expect(heard).toBe(10)
    await eventually(() => expect(tab.storage.state()).toEqual({ name: 'kept' }))
    await tab.storage.close()
    expect(await device.stored(draftId)).toMatchObject({ waiting: 10 })
  })

  it('writes the whole draft again after its database was deleted', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    tab.writes('alt')
    await tab.storage.whenIdle()
    await removeDraft(draftId, device)
    tab.writes('neu')
    await tab.storage.whenIdle()
    await tab.storage.close()
    expect(await device.stored(draftId)).toMatchObject({ text: 'alt\nneu', waiting: 2 })
  })

  it('makes a deleted database anew at once while something waits', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    tab.writes('wartet noch')
    await tab.storage.whenIdle()
    await removeDraft(draftId, device)
    await eventually(async () => expect(await readWaiting(draftId, device)).toHaveLength(1))
    await tab.storage.close()
  })

  it('keeps what a broken-off transaction held and writes it later', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    await tab.storage.whenIdle()
    const restore = device.abortWrites()
    tab.writes('Platte voll')
    await tab.storage.whenIdle()
    expect(tab.storage.state().name).toBe('failed')
    expect(tab.storage.waiting()).toHaveLength(1)
    restore()
    await eventually(() => expect(tab.storage.state()).toEqual({ name: 'kept' }))
    await tab.storage.close()
    expect(await device.stored(draftId)).toMatchObject({ text: 'Platte voll', waiting: 1 })
  })

  it('lets the server acknowledge what it could not keep itself', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    await tab.storage.whenIdle()
    const restore = device.abortWrites()
    tab.writes('nur unterwegs')
    await tab.storage.whenIdle()
    tab.storage.forgetUpTo(tab.storage.waiting()[0]?.seq ?? 0)
    expect(tab.storage.waiting()).toEqual([])
    restore()
    await eventually(() => expect(tab.storage.state()).toEqual({ name: 'kept' }))
    await tab.storage.close()
    expect(await device.stored(draftId)).toMatchObject({ text: 'nur unterwegs', waiting: 0 })
  })

  it('works in memory where storage is refused', async () => {
    const device = new TestDevice()
    const restore = device.refuse(new DOMException('not in private windows', 'SecurityError'))
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    expect(tab.storage.state()).toEqual({ name: 'memory' })
    tab.writes('flüchtig')
    await tab.storage.whenIdle()
    expect(tab.storage.waiting()).toHaveLength(1)
    restore()
    await eventually(() => expect(tab.storage.state()).toEqual({ name: 'kept' }))
    await tab.storage.close()
    expect(await device.stored(draftId)).toMatchObject({ text: 'flüchtig', waiting: 1 })
  })

  it('works in memory where there is no storage at all', async () => {
    const tab = await openTab({ databases: null, locks: null }, newDraftId())
    tab.writes('ohne alles')
    expect(tab.storage.state()).toEqual({ name: 'memory' })
    expect(tab.storage.waiting()).toHaveLength(1)
    await tab.storage.close()
  })

  it('says that it is full when it is', async () => {
    const device = new TestDevice()
    device.refuse(new DOMException('disk full', 'QuotaExceededError'))
    const tab = await openTab(device, newDraftId())
    expect(tab.storage.state()).toEqual({ name: 'failed', reason: 'full' })
    await tab.storage.close()
  })

  it('does not wait for ever for a browser that does not answer', async () => {
    const device = new TestDevice()
    device.databases.open = () => new EventTarget() as IDBOpenDBRequest
    const tab = await openTab(device, newDraftId())
    expect(tab.storage.state()).toEqual({ name: 'failed', reason: 'silent' })
    await tab.storage.close()
  })

  it('does not let those wait who ask whether all is written, when a transaction does not end', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    const release = await device.occupies(draftId)
    tab.writes('hängt')
    await tab.storage.whenIdle()
    expect(tab.storage.state()).toEqual({ name: 'failed', reason: 'silent' })
    release()
    await eventually(() => expect(tab.storage.state()).toEqual({ name: 'kept' }))
    await tab.storage.close()
    expect(await device.stored(draftId)).toMatchObject({ text: 'hängt', waiting: 1 })
  })

  it('is not said to be silent while someone types on and on', async () => {
    const device = new TestDevice()
    const tab = await openTab(device, newDraftId())
    const states = new Set<string>()
    tab.storage.onState(({ name }) => states.add(name))
    const end = Date.now() + 1_500
    while (Date.now() < end) {
      tab.writes('und')
      await new Promise((resolve) => setImmediate(resolve))
    }
    await tab.storage.whenIdle()
    expect([...states].sort()).toEqual(['kept', 'writing'])
    await tab.storage.close()
  })

  it('leaves alone what a newer app has made, and works in memory', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const newer = await new Promise<IDBDatabase>((resolve) => {
      const request = device.databases.open(draftDatabaseName(draftId), 2)
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore('tomorrow').add('theirs', 1))
      request.addEventListener('success', () => resolve(request.result))
    })
    const tab = await openTab(device, draftId)
    expect(tab.storage.state()).toEqual({ name: 'failed', reason: 'newer' })
    tab.writes('von gestern')
    await tab.storage.whenIdle()
    expect(tab.storage.waiting()).toHaveLength(1)
    expect(await readWaiting(draftId, device)).toEqual([])
    await tab.storage.close()
    expect([newer.version, ...newer.objectStoreNames]).toEqual([2, 'tomorrow'])
    newer.close()
  })

  it('gives way to a newer app, and says so', async () => {
    const device = new TestDevice()
    const draftId = newDraftId()
    const tab = await openTab(device, draftId)
    const request = device.databases.open(draftDatabaseName(draftId), 2)
    await new Promise((resolve) => request.addEventListener('success', resolve))
    expect(tab.storage.state()).toEqual({ name: 'failed', reason: 'newer' })
    request.result.close()
    await tab.storage.close()
  })
})
