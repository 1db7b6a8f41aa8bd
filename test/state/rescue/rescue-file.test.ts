import * as encoding from 'lib0/encoding'
import { digest } from 'lib0/hash/sha256'
import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  maxFileBytes,
  readRescueFile,
  writeRescueFile,
  type RescueFile,
} from '../../../src/state/rescue/rescue-file.ts'
import { fileBytesOf, toRescueText } from '../../../src/state/rescue/rescue-text.ts'
import { newDraftId } from '../../storage/device.ts'

const bytes = fc.uint8Array({ maxLength: 300 })
const time = fc.integer({ min: 0, max: 2 ** 45 })
const file: fc.Arbitrary<RescueFile> = fc.record({
  draftId: fc.constant(newDraftId()),
  callId: fc.string({ maxLength: 60 }),
  title: fc.string(),
  savedAt: time,
  by: fc.record({ name: fc.string(), organisation: fc.string() }),
  content: bytes,
  discussion: bytes,
  waiting: fc.array(fc.record({ at: time, places: fc.array(fc.string(), { maxLength: 3 }), update: bytes }), {
    maxLength: 5,
  }),
  seeds: fc
    .array(fc.tuple(fc.integer({ min: 0, max: 0xffff_ffff }), fc.string({ maxLength: 40 })), { maxLength: 5 })
    .map((pairs) => new Map(pairs)),
})
const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 60) }

/** A file with this body, rightly summed; `announced` in place of its length. */
const sealed = (body: Uint8Array, announced = body.length, version = 1): Uint8Array => {
  const head = new Uint8Array(13)
  head.set([0x89, 0x45, 0x4f, 0x49, 0x0d, 0x0a, 0x1a, 0x0a, version])
  new DataView(head.buffer).setUint32(9, announced)
  const deflated = deflateRawSync(body)
  const sum = digest(Buffer.concat([head, deflated]))
  return new Uint8Array(Buffer.concat([head, sum, deflated]))
}

const example = (): RescueFile => fc.sample(file, { numRuns: 1, seed: 8 })[0] as RescueFile

describe('a rescue file', () => {
  it('1. reads what was written, as bytes and as text however it was wrapped', () =>
    fc.assert(
      fc.asyncProperty(file, fc.constantFrom('\n', '\r\n', '\n> ', ' '), async (written, wrap) => {
        const made = await writeRescueFile(written)
        expect(await readRescueFile(made)).toEqual({ ok: true, file: written })
        const text = `\uFEFFWeitergeleitet: ${toRescueText(made, 'Bitte öffnen.').replaceAll('\n', wrap)}`
        expect(fileBytesOf(new TextEncoder().encode(text))).toEqual(new Uint8Array(made))
      }),
      runs,
    ))

  it('2. takes every changed, missing or added byte for damage, or for no such file', () =>
    fc.assert(
      fc.asyncProperty(file, fc.nat(), fc.integer({ min: 1, max: 255 }), async (written, at, flip) => {
        const made = await writeRescueFile(written)
        const position = at % made.length
        const changed = made.slice()
        changed[position] = (changed[position] ?? 0) ^ flip
        for (const spoiled of [changed, made.slice(0, position), new Uint8Array([...made, flip])]) {
          expect((await readRescueFile(spoiled)).ok).toBe(false)
        }
      }),
      runs,
    ))

  it('2. is refused by name, whatever stands in it', async () => {
    const problemOf = async (each: Uint8Array) => {
      const read = await readRescueFile(each)
      return read.ok ? null : read.problem
    }
    const made = await writeRescueFile(example())
    expect(await problemOf(new TextEncoder().encode('%PDF-1.7 …'))).toBe('not-a-rescue-file')
    expect(await problemOf(new Uint8Array())).toBe('not-a-rescue-file')
    expect(await problemOf(made.slice(0, -3))).toBe('damaged')
    expect(await problemOf(sealed(new Uint8Array(5), 5, 2))).toBe('too-new')
    expect(await problemOf(new Uint8Array(maxFileBytes + 1))).toBe('too-large')
    expect(await problemOf(sealed(new Uint8Array(5), 2 ** 31))).toBe('too-large')
    const nonsense = encoding.createEncoder()
    encoding.writeVarUint8Array(nonsense, new TextEncoder().encode('{"draftId":"../../etc"}'))
    expect(await problemOf(sealed(encoding.toUint8Array(nonsense)))).toBe('damaged')
  })

  it('2. ends inflating where more comes out than was announced', async () => {
    const bomb = sealed(new Uint8Array(60_000_000), 1000)
    expect(bomb.length).toBeLessThan(100_000)
    const before = process.memoryUsage().arrayBuffers
    expect(await readRescueFile(bomb)).toEqual({ ok: false, problem: 'damaged' })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30_000_000)
  })

  it('2. is never believed because its sum is right: anything may be in the body', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (body) => {
        expect((await readRescueFile(sealed(body))).ok).toBe(false)
      }),
      runs,
    ))
})
