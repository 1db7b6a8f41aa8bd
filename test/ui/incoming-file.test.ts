// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { isRescueFile } from '../../src/ui/rescue/is-rescue-file.ts'
import { onIncomingFile } from '../../src/ui/rescue/incoming-file.ts'
import { eventually } from '../world/eventually.ts'

type Consumer = (launch: { files?: { getFile: () => Promise<File> }[] }) => void

afterEach(() => vi.unstubAllGlobals())

it('takes the file the system opened the app with, and none once the page has gone', async () => {
  let launch: Consumer = () => undefined
  vi.stubGlobal('launchQueue', { setConsumer: (consumer: Consumer) => (launch = consumer) })
  const taken: Blob[] = []
  const stop = onIncomingFile((file) => taken.push(file))
  const file = new File(['…'], 'Lauterbrück.eoi')
  launch({})
  launch({ files: [{ getFile: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }] })
  launch({ files: [{ getFile: () => Promise.resolve(file) }] })
  await eventually(() => expect(taken).toEqual([file]))
  stop()
  const late = Promise.resolve(file)
  launch({ files: [{ getFile: () => late }] })
  await late
  expect(taken).toEqual([file])
})

it.each([
  [new File(['…'], 'Lauterbrück.eoi'), true],
  [new File(['…'], 'Lauterbrück.eoi.txt'), true],
  [new Blob([new Uint8Array([0x89, 0x45, 0x4f, 0x49])]), true],
  [new File(['Bitte öffnen:\n-----EINVERNEHMEN-----\niUVPSQ=='], 'geteilt.txt'), true],
  [new File(['PK'], 'Antrag.docx'), false],
  [new File(['# Ziele'], 'antrag.md'), false],
])('tells a saved draft from a text to take over (%#)', async (file, isRescue) => {
  expect(await isRescueFile(file)).toBe(isRescue)
})
