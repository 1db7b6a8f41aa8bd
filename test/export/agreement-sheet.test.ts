import { describe, expect, it } from 'vitest'
import { agreementSheet } from '../../src/domain/agreement-sheet.ts'
import type { SignOff } from '../../src/domain/sign-off.ts'
import type { PackageAct } from '../../src/domain/submission.ts'
import { writeJson } from '../../src/export/json.ts'
import { outlineOf } from '../../src/export/outline.ts'
import { writeTextAndMore } from '../../src/export/text.ts'
import { calls, fullApplication, words } from './applications.ts'

const mark = 'ab'.repeat(32)
const other = 'cd'.repeat(32)

const said = (seq: number, organisation: string, more: Partial<SignOff> = {}): SignOff => ({
  id: `act-number-${seq}`,
  seq,
  kind: 'agree',
  reason: '',
  versionId: 'v1',
  sectionId: null,
  fingerprint: mark,
  saidAt: seq,
  at: seq,
  memberId: `member-${seq}`,
  name: `Person ${seq}`,
  organisation,
  signing: 'authorised',
  ...more,
})
const act = (seq: number, kind: PackageAct['kind'], more: Partial<PackageAct> = {}): PackageAct => ({
  id: `act-number-${seq}`,
  seq,
  kind,
  versionId: 'v1',
  fingerprint: mark,
  memberId: 'amina',
  name: 'Amina',
  organisation: 'Agentur',
  where: '',
  note: '',
  submittedAt: null,
  saidAt: seq,
  at: seq,
  ...more,
})

describe.each(calls)('the sheet of agreements for $shortTitle', (call) => {
  const application = fullApplication(call)
  const [first = '', second = ''] = application.partners.map(({ name }) => name)
  const record = {
    signOffs: [
      said(1, first, { kind: 'reserve', reason: 'Ohne Ziffer 3.', signing: 'deputy' }),
      said(2, second, { fingerprint: other }),
      said(3, 'Bank'),
      said(4, second, { sectionId: 'nur-ein-abschnitt' }),
    ],
    acts: [
      act(5, 'freeze'),
      act(6, 'submit', { where: 'Online-Formular', note: 'AZ 7', submittedAt: 60 }),
      act(7, 'submit', { where: 'Früheres Paket', fingerprint: other }),
    ],
  }

  it('tells how each organisation stands to this very wording, and where it went', () => {
    const sheet = agreementSheet(application, record, mark)
    expect(sheet?.frozen).toEqual({ name: 'Amina', at: 5 })
    expect(sheet?.rows.map(({ organisation, standing }) => [organisation, standing])).toEqual([
      [first, 'reserved'],
      [second, 'lapsed'],
      ...application.partners.slice(2).map(({ name }) => [name, 'open']),
      ['Bank', 'agreed'],
    ])
    expect(sheet?.receipts).toEqual([{ where: 'Online-Formular', note: 'AZ 7', at: 60 }])
    expect(agreementSheet(application, record, other)?.frozen).toBeNull()
    expect(agreementSheet(application, { signOffs: record.signOffs.slice(3), acts: [] }, mark)).toBeNull()
  })

  it('stands at the end of every document, with the fingerprint whole', () => {
    const sheet = agreementSheet(application, record, mark)
    const { blocks } = outlineOf(application, words, sheet)
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
    expect(tables.at(-2)?.rows[0]?.map(({ text }) => text)).toEqual([
      first,
      'mit Vorbehalt mitgezeichnet: Ohne Ziffer 3.',
      'Person 1, in Vertretung, Do 2. November 2023, 14:32',
    ])
    expect(tables.at(-2)?.rows[1]?.[1]?.isOpen).toBe(true)
    expect(tables.at(-1)?.rows).toHaveLength(1)
    expect(JSON.stringify(blocks)).toContain(`(SHA-256): ${mark}`)
    expect(sheet && writeTextAndMore(application, sheet, words)).toContain(mark)
    expect(JSON.parse(writeJson(application, 0, sheet))).toMatchObject({ agreement: { fingerprint: mark } })
    expect(JSON.parse(writeJson(application, 0))).not.toHaveProperty('agreement')
  })
})
