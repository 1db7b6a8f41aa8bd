import { describe, expect, it } from 'vitest'
import { openDeviceStore, type DeviceStore } from '../../src/storage/device-store.ts'
import type { DraftRecord } from '../../src/storage/draft-record.ts'
import { callNamed } from '../world/calls.ts'
import { eventually } from '../world/eventually.ts'
import { newDraftId, TestDevice } from './device.ts'

const record = (): DraftRecord => ({
  draftId: newDraftId(),
  callId: 'engagierte-stadt-2023',
  me: { name: 'Amina Yıldız', organisation: 'Freiwilligenagentur', sector: 'civil' },
  access: null,
  registered: false,
  removed: false,
  title: 'Marburg',
  partners: [],
  progress: ['begun', 'empty'],
  startedAt: 1,
  openedAt: 2,
  lastStoredAt: null,
  lastContactAt: null,
  idSeed: '',
  renamedAt: 0,
})

const describeDeviceStore = (where: string, open: () => DeviceStore, keeps: boolean) =>
  describe(`a device store ${where}`, () => {
    it('remembers drafts, changes parts of them and forgets them', async () => {
      const store = open()
      const marburg = record()
      await store.writeDraft(marburg)
      expect(await store.readDraft(marburg.draftId)).toEqual(marburg)
      await store.changeDraft(marburg.draftId, { registered: true, lastStoredAt: 7 })
      expect(await store.listDrafts()).toEqual([{ ...marburg, registered: true, lastStoredAt: 7 }])
      await store.removeDraft(marburg.draftId)
      expect(await store.listDrafts()).toEqual([])
      expect(await store.readDraft(marburg.draftId)).toBeNull()
      expect(store.keeps).toBe(keeps)
    })

    it('does not make a record by changing one that is not there', async () => {
      const store = open()
      await store.changeDraft(newDraftId(), { registered: true })
      expect(await store.listDrafts()).toEqual([])
    })

    it('remembers the calls it was last given', async () => {
      const store = open()
      const [city, country] = [callNamed('engagierte-stadt-2023'), callNamed('engagiertes-land-2023')]
      await store.writeCalls([city])
      await store.writeCalls([city, country])
      expect(await store.readCalls()).toEqual([city, country])
    })
  })

describeDeviceStore('in IndexedDB', () => openDeviceStore(new TestDevice()), true)
describeDeviceStore('where storage is refused', () => openDeviceStore({ databases: null, locks: null }), false)

describe('a device store', () => {
  it('is still there after a restart', async () => {
    const device = new TestDevice()
    const marburg = record()
    await openDeviceStore(device).writeDraft(marburg)
    expect(await openDeviceStore(device).listDrafts()).toEqual([marburg])
  })

  it('passes over what is no record of ours', async () => {
    const device = new TestDevice()
    const store = openDeviceStore(device)
    const marburg = record()
    await store.writeDraft(marburg)
    await store.writeDraft({ ...record(), me: { ...marburg.me, name: '' } })
    expect(await openDeviceStore(device).listDrafts()).toEqual([marburg])
  })

  it('opens its database again after the browser closed it', async () => {
    const device = new TestDevice()
    const store = openDeviceStore(device)
    const marburg = record()
    await store.listDrafts()
    device.forceClose()
    await Promise.all([store.writeDraft(marburg), store.readCalls()])
    expect(store.keeps).toBe(true)
    expect(await openDeviceStore(device).listDrafts()).toEqual([marburg])
  })

  it('writes again by itself what it has seen when the browser took everything away and there was no room for a while', async () => {
    const device = new TestDevice()
    const marburg = record()
    await openDeviceStore(device).writeDraft(marburg)
    const store = openDeviceStore(device)
    await store.readDraft(marburg.draftId)
    const restore = device.refuse(new DOMException('disk full', 'QuotaExceededError'))
    device.forceClose()
    await new Promise((resolve) => {
      device.databases.deleteDatabase('einvernehmen').addEventListener('success', resolve)
    })
    await store.changeDraft(marburg.draftId, { title: 'Marburg an der Lahn' })
    expect(store.keeps).toBe(false)
    restore()
    await eventually(() => expect(store.keeps).toBe(true))
    await eventually(async () => {
      const [kept] = await openDeviceStore(device).listDrafts()
      expect(kept).toEqual({ ...marburg, title: 'Marburg an der Lahn' })
    })
  })

  it('writes what it held in memory when the browser, which refused at first, takes it after all', async () => {
    const device = new TestDevice()
    const restore = device.refuse(new DOMException('no folder to keep it in', 'UnknownError'))
    const store = openDeviceStore(device)
    const marburg = record()
    await store.writeDraft(marburg)
    await store.changeDraft(marburg.draftId, { registered: true })
    expect(store.keeps).toBe(false)
    restore()
    await eventually(() => expect(store.keeps).toBe(true))
    expect(await openDeviceStore(device).listDrafts()).toEqual([{ ...marburg, registered: true }])
  })

  it('loses no change for which there was no room', async () => {
    const device = new TestDevice()
    const marburg = record()
    const store = openDeviceStore(device)
    await store.writeDraft(marburg)
    const restore = device.abortWrites()
    await store.changeDraft(marburg.draftId, { registered: true })
    await store.changeDraft(marburg.draftId, { lastStoredAt: 7 })
    expect(await store.readDraft(marburg.draftId)).toEqual({ ...marburg, registered: true, lastStoredAt: 7 })
    restore()
    await eventually(() => expect(store.keeps).toBe(true))
    expect(await openDeviceStore(device).listDrafts()).toEqual([{ ...marburg, registered: true, lastStoredAt: 7 }])
  })

  it('keeps in memory what a failing database does not take', async () => {
    const device = new TestDevice()
    const store = openDeviceStore(device)
    await store.listDrafts()
    device.forceClose()
    device.refuse(new DOMException('disk full', 'QuotaExceededError'))
    const marburg = record()
    await store.writeDraft(marburg)
    expect(store.keeps).toBe(false)
    expect(await store.listDrafts()).toEqual([marburg])
    await store.changeDraft(marburg.draftId, { title: 'Marburg an der Lahn' })
    expect(await store.readDraft(marburg.draftId)).toMatchObject({ title: 'Marburg an der Lahn' })
  })
})
