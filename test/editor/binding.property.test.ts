import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { playSession, someActs } from './session.ts'

const runs = Number(process.env['PROPERTY_RUNS'] ?? 1000)

describe('writers with devices of their own', () => {
  for (const writers of [2, 3]) {
    const property = fc.property(someActs(writers), (session) => playSession(writers, session))

    it(
      `${writers} of them end with the same text, every word that nobody deleted, and an editor that shows it`,
      () => {
        expect(() => fc.assert(property, { numRuns: Math.ceil(runs / 2) })).not.toThrow()
      },
      60_000 + 50 * runs,
    )
  }
})
