import { describe, expect, it } from 'vitest'
import type { SignOff } from '../../../src/domain/sign-off.ts'
import {
  isWaiting,
  readKeptAgreement,
  waitsFor,
  withRecord,
  type OwnAct,
} from '../../../src/state/agreement/kept-agreement.ts'

const words = { kind: 'agree', reason: '', versionId: 'v1', sectionId: null, fingerprint: 'a'.repeat(64) } as const
const act = (seq: number, memberId = 'bruno'): SignOff => ({
  id: `act-number-${seq}`,
  seq,
  ...words,
  saidAt: seq,
  at: seq,
  memberId,
  name: 'Bruno',
  organisation: 'Stadt',
  signing: 'authorised',
})
const own = (id: string, sectionId: string | null = null): OwnAct => ({
  about: 'wording',
  said: { id, ...words, sectionId, saidAt: 9, after: null },
  refusal: null,
})
const record = (...signOffs: SignOff[]) => ({ signOffs, acts: [] })

describe('what this device keeps of the agreement', () => {
  it('lets go of its own act once the record has it, and of nothing else', () => {
    const kept = { record: record(), own: [own('act-number-1'), own('act-number-2')] }
    const told = withRecord(kept, record(act(1)), 'bruno')
    expect(told.record.signOffs).toEqual([act(1)])
    expect(told.own.map(({ said }) => said.id)).toEqual(['act-number-2'])
  })

  it('tells a server that was restored from a backup again what it had taken, and only this person’s own', () => {
    const kept = { record: record(act(1), act(2, 'clara'), act(3)), own: [own('act-number-4')] }
    const { own: again } = withRecord(kept, record(), 'bruno')
    expect(again.map(({ said }) => said.id)).toEqual(['act-number-1', 'act-number-3', 'act-number-4'])
    expect(again.map((each) => (each.about === 'wording' ? each.said.after : null))).toEqual([
      null,
      'act-number-1',
      null,
    ])
    expect(again.every(isWaiting)).toBe(true)
  })

  it('tells what waits for the whole and for a section apart, and a refusal is no waiting', () => {
    const refused: OwnAct = { ...own('act-number-5'), refusal: 'overtaken' }
    expect(waitsFor([own('act-number-1', 'ziele')], 'ziele')).toBe(true)
    expect(waitsFor([own('act-number-1', 'ziele')], null)).toBe(false)
    expect(waitsFor([refused], null)).toBe(false)
  })

  it('reads what it wrote, and nothing of what it cannot read', () => {
    const kept = { record: record(act(1)), own: [own('act-number-2')] }
    expect(readKeptAgreement(structuredClone(kept))).toEqual(kept)
    expect(readKeptAgreement({ record: 'none' })).toEqual({ record: record(), own: [] })
    expect(readKeptAgreement(undefined)).toEqual({ record: record(), own: [] })
  })
})
