import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Line } from '../../src/domain/line.ts'
import { discussedOutline } from '../../src/export/discussed-outline.ts'
import { discussionBlocks } from '../../src/export/discussion-blocks.ts'
import { writeDocx } from '../../src/export/docx.ts'
import { outlineOf } from '../../src/export/outline.ts'
import { writePdf } from '../../src/export/pdf.ts'
import { calls, fullApplication, loadFont, words } from '../export/applications.ts'
import { amina, comment, discussionOf, idOf, jonas, reply, sheetOf, suggestion } from '../export/discussions.ts'
import { flatOfOffice, tagsOf, textOfPdf } from './read-document.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'einvernehmen-discussion-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const call = calls[0] ?? expect.unreachable('calls are shipped')
const lines: Line[] = [
  { kind: 'paragraph', level: 1, runs: [{ text: 'Wir möchten viele Leute einladen.', marks: {} }] },
  { kind: 'bullet', level: 1, runs: [{ text: 'Erstens das Fest', marks: {} }] },
  { kind: 'bullet', level: 1, runs: [{ text: 'Zweitens die Werkstatt', marks: {} }] },
]
const application = fullApplication(call, lines)
const section = call.sections[0]?.id ?? ''
const sheet = sheetOf(
  application,
  discussionOf(
    comment(amina, section, 'viele Leute', 'Wen genau?\nUnd wann?'),
    reply(jonas, 0, 'Alle, die mögen.'),
    comment(jonas, section, 'einladen.\nErstens', 'Über zwei Absätze'),
    comment(jonas, section, 'das Fest', 'Ist geklärt'),
    { type: 'resolved', by: amina, of: idOf(3) },
    { type: 'comment', by: amina, subject: { on: 'draft' }, words: 'Wie geht es weiter?', mentions: [] },
    suggestion(jonas, section, 'viele', [{ delete: 5 }, { insert: 'alle', formats: {} }], 'Kürzer.'),
    suggestion(amina, section, 'Zweitens', [
      { insert: 'Dazwischen das Essen\n', formats: { kind: 'bullet' } },
      { retain: 8 },
    ]),
    suggestion(amina, section, 'gibt es nicht mehr', [{ delete: 18 }]),
  ),
  true,
)

describe('the discussion in documents', () => {
  it('arrives in LibreOffice as comments with answers, and as tracked changes', async () => {
    const discussed = discussedOutline(application, words, null, sheet)
    writeFileSync(join(folder, 'discussed.docx'), await writeDocx(discussed.outline, words, discussed))
    const flat = flatOfOffice(folder, 'discussed.docx')
    const comments = [...flat.matchAll(/<office:annotation .*?<\/office:annotation>/gs)].map(([xml]) => ({
      by: /<dc:creator>(.*?)<\/dc:creator>/.exec(xml)?.[1],
      at: /<dc:date>(.*?)<\/dc:date>/.exec(xml)?.[1]?.slice(0, 16),
      isDone: xml.includes('loext:resolved="true"'),
      says: [...xml.matchAll(/<text:p[ >].*?<\/text:p>/gs)].map(([line]) => line.replace(/<[^>]+>/g, '').trim()),
    }))
    const [a, j] = ['Amina Demir (Freiwilligenagentur)', 'Jonas Weiß (Stadt &amp; Land)']
    expect(comments.map(({ by, says }) => `${by}: ${says.join(' / ')}`).sort()).toEqual(
      [
        `${a}: Zu: Der ganze Entwurf / Wie geht es weiter?`,
        `${a}: Wen genau? / Und wann?`,
        `${j}: Alle, die mögen.`,
        `${j}: Über zwei Absätze`,
        `${j}: Ist geklärt`,
        `${a}: Erledigt.`,
        `${j}: Kürzer.`,
      ].sort(),
    )
    expect(comments.find(({ says }) => says.includes('Wen genau?'))?.at).toBe('2023-11-02T13:32')
    expect(comments.filter(({ isDone }) => isDone).map(({ says }) => says[0])).toContain('Ist geklärt')
    const changes = [...flat.matchAll(/<text:changed-region .*?<\/text:changed-region>/gs)].map(([xml]) => ({
      as: /<text:(insertion|deletion)>/.exec(xml)?.[1],
      by: /<dc:creator>(.*?)<\/dc:creator>/.exec(xml)?.[1],
    }))
    expect(changes).toContainEqual({ as: 'deletion', by: j })
    expect(changes).toContainEqual({ as: 'insertion', by: j })
    expect(changes).toContainEqual({ as: 'insertion', by: a })
    expect(flat).toContain('Dazwischen das Essen')
    expect(flat).toContain('Weitere Vorschläge')
  })

  it('is an appendix of the PDF, under headings without a gap', async () => {
    const outline = outlineOf(application, words, null, discussionBlocks(sheet, application, words))
    const pdf = join(folder, 'discussed.pdf')
    writeFileSync(pdf, (await writePdf(outline, words, loadFont)).bytes)
    const said = textOfPdf(pdf).replace(/\s+/g, ' ')
    expect(said).toContain('Offene Diskussion Der ganze Entwurf Kommentar Amina Demir (Freiwilligenagentur)')
    expect(said).toContain('Wen genau? Und wann?')
    const levels = tagsOf(pdf).flatMap((tag) => /H(\d)$/.exec(tag.trim())?.[1] ?? [])
    expect(levels.slice(levels.indexOf('4') - 2)).toEqual(
      discussionBlocks(sheet, application, words).flatMap((block) =>
        block.kind === 'heading' ? [String(block.level)] : [],
      ),
    )
  })
})
