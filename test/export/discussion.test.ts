import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import type { Line } from '../../src/domain/line.ts'
import { discussedOutline } from '../../src/export/discussed-outline.ts'
import { discussionBlocks } from '../../src/export/discussion-blocks.ts'
import { writeDocx } from '../../src/export/docx.ts'
import { writeJson } from '../../src/export/json.ts'
import { outlineOf, type Block } from '../../src/export/outline.ts'
import { readDraftFile } from '../../src/import/draft-file.ts'
import { calls, emptyApplication, fullApplication, hardLines, words } from './applications.ts'
import { amina, comment, discussionOf, idOf, jonas, reply, sheetOf, suggestion } from './discussions.ts'

const call = calls[0] ?? expect.unreachable('calls are shipped')
const lines: Line[] = [
  { kind: 'paragraph', level: 1, runs: [{ text: 'Wir möchten viele Leute einladen.', marks: {} }] },
  {
    kind: 'bullet',
    level: 1,
    runs: [
      { text: 'Erstens ', marks: {} },
      { text: 'das Fest', marks: { bold: true } },
    ],
  },
  { kind: 'bullet', level: 1, runs: [{ text: 'Zweitens die Werkstatt', marks: {} }] },
]
const application = fullApplication(call, lines)
const field = call.fields.find(({ required }) => required)
const section = call.sections[0]?.id ?? ''
const other = call.sections[1]?.id ?? ''

const wordOf = async (sheet: ReturnType<typeof sheetOf>, from = application) => {
  const discussed = discussedOutline(from, words, null, sheet)
  const parts = unzipSync(await writeDocx(discussed.outline, words, discussed))
  const part = (name: string) => strFromU8(parts[`word/${name}`] ?? new Uint8Array())
  return { document: part('document.xml'), comments: part('comments.xml'), threads: part('commentsExtended.xml') }
}
const all = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map(([, found = '']) => found)
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const textOf = (xml: string): string => xml.replace(/<[^>]+>/g, '')
/** What stands between the marks of one of Word's comments. */
const commented = (document: string, id: number): string => {
  const from = document.indexOf(`<w:commentRangeStart w:id="${id}"/>`)
  const to = document.indexOf(`<w:commentRangeEnd w:id="${id}"/>`)
  expect(from).toBeGreaterThan(-1)
  return textOf(document.slice(from, to))
}
const sheetText = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => ('runs' in block ? block.runs.map(({ text }) => text).join('') : []))

describe('comments in Word', () => {
  it('stand on their words with name, organisation and time, and their replies belong to them', async () => {
    const { document, comments, threads } = await wordOf(
      sheetOf(
        application,
        discussionOf(comment(amina, section, 'viele Leute', 'Wen?\nUnd & wann <?'), reply(jonas, 0, 'Alle.')),
      ),
    )
    expect(commented(document, 0)).toBe('viele Leute')
    expect(commented(document, 1)).toBe('viele Leute')
    expect(all(document, /w:commentReference w:id="(\d+)"/g)).toEqual(['0', '1'])
    expect(all(comments, /w:author="([^"]*)"/g)).toEqual([
      'Amina Demir (Freiwilligenagentur)',
      'Jonas Weiß (Stadt &amp; Land)',
    ])
    expect(all(comments, /w:initials="([^"]*)"/g)).toEqual(['AD', 'JW'])
    expect(all(comments, /w:date="([^"]*)"/g)).toEqual(['2023-11-02T13:32:00.000Z', '2023-11-02T13:33:00.000Z'])
    expect(all(comments, /<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g)).toEqual(['Wen?', 'Und &amp; wann &lt;?', 'Alle.'])
    expect(all(threads, /w15:paraIdParent="([^"]*)"/g)).toEqual(['00000001'])
  })

  it('reach over paragraphs, lists and each other', async () => {
    const { document } = await wordOf(
      sheetOf(
        application,
        discussionOf(
          comment(amina, section, 'einladen.\nErstens das', 'Eins'),
          comment(jonas, section, 'das Fest\nZweitens', 'Zwei'),
        ),
      ),
    )
    expect(commented(document, 0)).toBe('einladen.Erstens das')
    expect(commented(document, 1)).toBe('das FestZweitens')
  })

  it('stand at the heading, the row or the title where they are about these, or their words are gone', async () => {
    const said = (subject: object, text: string) =>
      ({ type: 'comment', by: amina, subject, words: text, mentions: [] }) as unknown as ReturnType<typeof comment>
    const { document, comments } = await wordOf(
      sheetOf(
        application,
        discussionOf(
          said({ on: 'section', section: other }, 'Abschnitt'),
          said({ on: 'field', field: field?.id }, 'Feld'),
          said({ on: 'draft' }, 'Alles'),
          comment(jonas, other, 'Worte, die es nicht mehr gibt', 'Weg'),
          said({ on: 'section', section: 'gibt-es-nicht' }, 'Nirgends'),
        ),
      ),
    )
    const title = call.sections[1]?.title ?? ''
    expect([0, 1, 3].map((id) => commented(document, id))).toEqual([title, field?.label ?? '', title].map(escaped))
    expect(commented(document, 2)).toBe(escaped(application.title))
    expect(commented(document, 4)).toBe(escaped(application.title))
    expect(textOf(comments)).toContain('„Worte, die es nicht mehr gibt“ (steht so nicht mehr im Text)')
  })

  it('that are done come on wish only, as done', async () => {
    const discussion = discussionOf(
      comment(amina, section, 'viele Leute', 'Offen'),
      comment(amina, section, 'viele Leute', 'Fertig'),
      { type: 'resolved', by: jonas, of: idOf(1) },
    )
    expect((await wordOf(sheetOf(application, discussion))).comments).not.toContain('Fertig')
    const { comments, threads } = await wordOf(sheetOf(application, discussion, true))
    expect(textOf(comments)).toBe('OffenFertigErledigt.')
    expect(all(threads, /w15:done="([^"]*)"/g)).toContain('1')
  })
})

describe('suggestions in Word', () => {
  it('are tracked changes by their author, and the rest of the text stays as it is', async () => {
    const { document } = await wordOf(
      sheetOf(
        application,
        discussionOf(
          suggestion(jonas, section, 'viele Leute', [{ delete: 5 }, { insert: 'alle', formats: { bold: true } }]),
          suggestion(amina, section, 'Zweitens die', [
            { retain: 9 },
            { insert: 'auch\nDrittens ', formats: { kind: 'bullet' } },
          ]),
        ),
      ),
    )
    expect(all(document, /<w:del w:id="\d+" w:author="([^"]*)"/g)).toEqual(['Jonas Weiß (Stadt &amp; Land)'])
    expect(textOf(all(document, /<w:del [^>]*>(.*?)<\/w:del>/g).join('|'))).toBe('viele')
    expect(all(document, /<w:ins [^>]*[^/]>(.*?)<\/w:ins>/g).map(textOf)).toEqual(['alle', 'auch', 'Drittens '])
    // The end of the new line is new too.
    expect(all(document, /<w:rPr><w:ins w:id="\d+" w:author="(Amina)/g)).toEqual(['Amina'])
    const ids = all(document, /<w:(?:ins|del) w:id="(\d+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    const accepted = textOf(document.replace(/<w:del [^>]*>.*?<\/w:del>/g, ''))
    expect(accepted).toContain('Wir möchten alle Leute einladen.')
    expect(accepted).toContain('Drittens die Werkstatt')
  })

  it('carry what is said about them, and say where only the look changes', async () => {
    const { document, comments } = await wordOf(
      sheetOf(
        application,
        discussionOf(
          suggestion(jonas, section, 'einladen', [{ retain: 8, formats: { bold: true } }]),
          suggestion(amina, section, 'viele ', [{ delete: 6 }], 'Kürzer.'),
          reply(jonas, 1, 'Gut!'),
        ),
      ),
    )
    expect(commented(document, 0)).toBe('einladen')
    expect(commented(document, 1)).toBe('viele ')
    expect(textOf(comments)).toBe('(auch mit anderer Gestaltung)Kürzer.Gut!')
  })

  it('whose words are gone, or which change the same words as another, are listed at the end', async () => {
    const sheet = sheetOf(
      application,
      discussionOf(
        suggestion(jonas, section, 'viele Leute', [{ delete: 11 }, { insert: 'alle', formats: {} }]),
        suggestion(amina, section, 'Leute einladen', [{ delete: 5 }, { insert: 'Menschen', formats: {} }]),
        suggestion(amina, section, 'gibt es nicht', [{ delete: 13 }]),
      ),
    )
    const { outline } = discussedOutline(application, words, null, sheet)
    const from = sheetText(outline.blocks).indexOf('Weitere Vorschläge')
    expect(sheetText(outline.blocks).slice(from)).toEqual([
      'Weitere Vorschläge',
      call.sections[0]?.title,
      'Vorschlag',
      'Zu: „Leute einladen“',
      'Amina Demir (Freiwilligenagentur), Zivilgesellschaft, Do 2. November 2023, 14:32: stattdessen „Menschen einladen“',
      'Vorschlag',
      'Zu: „gibt es nicht“ (steht so nicht mehr im Text)',
      'Amina Demir (Freiwilligenagentur), Zivilgesellschaft, Do 2. November 2023, 14:32: stattdessen nichts, die Stelle soll entfallen.',
    ])
  })
})

test('every place of a text with all kinds of lines can be talked about, and no mark stays open', async () => {
  const hard = fullApplication(call, hardLines)
  const text = hard.sections[0]?.lines.map(({ runs }) => `${runs.map((run) => run.text).join('')}\n`).join('') ?? ''
  const places = Array.from({ length: 40 }, (_, index) => Math.floor((index * text.length) / 40))
  const threads = places.flatMap((from, index) => {
    const to = Math.min(text.length, from + 1 + ((index * 37) % 90))
    const place = { on: 'text', section, quote: text.slice(from, to), range: { from, to } } as const
    const by = { name: 'A', organisation: 'B', sector: 'civil', at: 0 } as const
    const change = [{ delete: 1 }, { insert: `x${index}\ny`, formats: {} }] as const
    const proposal = { by, change, wording: '', changesLook: false, state: 'open' } as const
    return [
      { place, remarks: [{ ...by, words: 'c' }], proposal: null, settled: null },
      { place, remarks: [{ ...by, words: 's' }], proposal, settled: null },
    ]
  })
  for (const from of [hard, emptyApplication(call)]) {
    const { document, comments } = await wordOf({ threads }, from)
    const ids = all(comments, /<w:comment w:id="(\d+)"/g).sort()
    for (const mark of ['commentRangeStart', 'commentRangeEnd', 'commentReference']) {
      expect(all(document, new RegExp(`<w:${mark} w:id="(\\d+)"`, 'g')).sort(), mark).toEqual(ids)
    }
    const withoutProposals = document.replace(/<w:ins [^>]*[^/]>.*?<\/w:ins>/g, '')
    const { blocks } = outlineOf(from, words)
    for (const line of sheetText(blocks)) expect(textOf(withoutProposals)).toContain(escaped(line))
  }
})

describe('the open discussion at the end of documents', () => {
  it('goes by section, with who said it, for which side, and what was suggested', () => {
    const sheet = sheetOf(
      application,
      discussionOf(
        comment(jonas, other, 'viele Leute', 'Später'),
        suggestion(
          jonas,
          section,
          'viele Leute',
          [{ retain: 6 }, { delete: 5 }, { insert: 'Menschen', formats: {} }],
          'Weil.',
        ),
        { type: 'comment', by: amina, subject: { on: 'draft' }, words: 'Wie weiter?', mentions: [] },
      ),
    )
    const by = 'Jonas Weiß (Stadt & Land), Verwaltung, Do 2. November 2023, 14:32: '
    expect(sheetText(discussionBlocks(sheet, application, words))).toEqual([
      'Offene Diskussion',
      'Der ganze Entwurf',
      'Kommentar',
      'Amina Demir (Freiwilligenagentur), Zivilgesellschaft, Do 2. November 2023, 14:32: Wie weiter?',
      call.sections[0]?.title,
      'Vorschlag',
      'Zu: „viele Leute“',
      `${by}stattdessen „viele Menschen“`,
      `${by}Weil.`,
      call.sections[1]?.title,
      'Kommentar',
      'Zu: „viele Leute“',
      `${by}Später`,
    ])
  })

  it('is a part of the data, without what only the app knows people by, and no import minds it', () => {
    const sheet = sheetOf(
      application,
      discussionOf(comment({ ...amina }, section, 'viele Leute', 'Wen?'), reply(jonas, 0, 'Alle.')),
    )
    const data = writeJson(application, 0, null, sheet)
    expect(JSON.parse(data)).toMatchObject({
      discussion: {
        threads: [
          {
            place: { section, quote: 'viele Leute' },
            remarks: [{ name: 'Amina Demir', sector: 'civil' }, { words: 'Alle.' }],
          },
        ],
      },
    })
    expect(data).not.toContain('secret-member')
    expect(readDraftFile(data)).toEqual(readDraftFile(writeJson(application, 0)))
    expect(readDraftFile(data)?.sections).toHaveLength(call.sections.length)
  })

  it('leaves out what was taken back, and is not there where nothing is left', () => {
    const discussion = discussionOf(
      comment(amina, section, 'viele Leute', 'Zurückgenommen'),
      { type: 'withdrawn', by: amina, of: idOf(0) },
      suggestion(jonas, section, 'viele', [{ delete: 5 }]),
      { type: 'withdrawn', by: jonas, of: idOf(2) },
    )
    expect(() => sheetOf(application, discussion, true)).toThrow('there is a discussion')
  })
})
