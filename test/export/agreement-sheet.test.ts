import { describe, expect, it } from 'vitest'
import { agreementSheet } from '../../src/domain/agreement-sheet.ts'
import { writeJson } from '../../src/export/json.ts'
import { outlineOf } from '../../src/export/outline.ts'
import { writeTextAndMore } from '../../src/export/text.ts'
import { mark, other, recordOf } from './agreements.ts'
import { calls, fullApplication, words } from './applications.ts'

describe.each(calls)('the sheet of agreements for $shortTitle', (call) => {
  const application = fullApplication(call)
  const [first = '', second = ''] = application.partners.map(({ name }) => name)
  const record = recordOf(application)

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
      'Person 1, in Vertretung, Do\u00A02.\u00A0November\u00A02023,\u00A014:32',
    ])
    expect(tables.at(-2)?.rows[1]?.[1]?.isOpen).toBe(true)
    expect(tables.at(-1)?.rows).toHaveLength(1)
    expect(JSON.stringify(blocks)).toContain(`(SHA-256): ${mark}`)
    expect(sheet && writeTextAndMore(application, sheet, words)).toContain(mark)
    expect(JSON.parse(writeJson(application, 0, sheet))).toMatchObject({ agreement: { fingerprint: mark } })
    expect(JSON.parse(writeJson(application, 0))).not.toHaveProperty('agreement')
  })
})
