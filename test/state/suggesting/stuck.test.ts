// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { maxSuggested } from '../../../src/domain/discussion-entry.ts'
import { openKeptTyping } from '../../../src/state/suggesting/kept-typing.ts'
import { wordsKept } from '../../../src/state/suggesting/typed-suggestions.ts'
import { openKeptSuggestions, type KeptSuggestion } from '../../../src/storage/kept-suggestions.ts'
import { eventually } from '../../world/eventually.ts'
import { Desk, line, rewritten, words, ziele, type Opened } from './desk.ts'

const desk = new Desk()

const stuckOf = ({ part }: Opened): string[] => [...part.view.getState().stuck.values()]
const keyOf = ({ part }: Opened, text: string): string =>
  [...part.view.getState().stuck].find((each) => each[1].includes(text))?.[0] ?? ''

const brauchen = words.replace('wollen', 'brauchen')

/** Longer than any entry may be. */
const endless = (letter: string): string => letter.repeat(70_000)

/** Words as they are with what is too long as letters of one kind. */
const short = (text: string | null | undefined): string => (text ?? '').replace(/([a-z])\1{999,}/g, '…$1…')

/** Writes the section anew in the fork, place by place, and leaves it. */
const type = (opened: Opened, ...texts: string[]): void => {
  const { editor } = opened.mount('fork')
  for (const text of texts) editor.takeIn(line(text), 'replace')
  editor.destroy()
}

const shownIn = ({ mount }: Opened): string => {
  const { editor, element } = mount('fork')
  const shown = element.querySelector('[role=textbox]')?.cloneNode(true) as HTMLElement
  for (const gone of shown.querySelectorAll('del')) gone.remove()
  editor.destroy()
  return short(shown.textContent)
}

it('words that were kept and are too long to be said stay, to be copied', async () => {
  const { draft, draftId } = await desk.open()
  const long = 'a'.repeat(maxSuggested + 1)
  const entry = {
    type: 'suggestion',
    section: ziele,
    from: '',
    to: '',
    quote: '',
    change: [{ insert: long, formats: {} }],
  }
  const kept = openKeptSuggestions(draftId, desk.device)
  await kept.write({ page: 'ended', section: ziele, entries: JSON.stringify([entry]) })
  await draft.close()
  await desk.startsAnew()()
  const again = await desk.openAgain(draftId)
  expect(stuckOf(again).map((text) => text === long)).toEqual([true])
  expect(await kept.list()).toHaveLength(1)
  kept.close()
  await again.draft.close()
})

describe('words that cannot be said', () => {
  it('are no longer told of once somebody has shortened them, and are said', async () => {
    const opened = await desk.open()
    type(opened, words.replace('Zeit', endless('a')))
    expect(stuckOf(opened).map(short)).toEqual(['…a….'])
    const { editor } = opened.mount('fork')
    editor.takeIn(line(rewritten), 'replace')
    await eventually(() => expect(stuckOf(opened)).toEqual([]))
    editor.destroy()
    await eventually(() => expect(opened.standing().map(({ proposed }) => proposed.quote)).toEqual(['wollen']))
    await opened.draft.close()
  })

  it('keep no other passage of the section from being said, once', async () => {
    const opened = await desk.open()
    type(opened, brauchen, brauchen.replace('Zeit', endless('a')))
    await eventually(() => expect(opened.standing().map(({ proposed }) => proposed.quote)).toEqual(['wollen']))
    expect(stuckOf(opened).map(short)).toEqual(['…a….'])
    opened.settling.decline(opened.standing()[0]?.id ?? '', '')
    await eventually(() => expect(opened.part.view.getState().generation).toBe(1))
    expect(opened.standing()).toEqual([])
    expect(opened.suggested()).toHaveLength(1)
    expect(shownIn(opened)).toBe(short(words.replace('Zeit', endless('a'))))
    await opened.draft.close()
  })

  it('are told of passage by passage, and given up one by one', async () => {
    const opened = await desk.open()
    const first = words.replace('mehr', endless('a'))
    type(opened, first, first.replace('Zeit', endless('b')))
    expect(stuckOf(opened).map(short)).toEqual(['…a…', '…b….'])
    opened.part.letGo(keyOf(opened, 'aa'))
    expect(stuckOf(opened).map(short)).toEqual(['…b….'])
    await eventually(() => expect(opened.part.view.getState().generation).toBe(1))
    expect(shownIn(opened)).toBe(short(words.replace('Zeit', endless('b'))))
    opened.part.letGo(keyOf(opened, 'bb'))
    await eventually(() => expect(opened.part.view.getState().generation).toBe(2))
    expect(stuckOf(opened)).toEqual([])
    expect(shownIn(opened)).toBe(words)
    expect(opened.suggested()).toEqual([])
    await opened.draft.close()
    const kept = openKeptSuggestions(opened.draftId, desk.device)
    expect((await kept.list()).map(({ entries }) => entries)).toEqual(['[]'])
    kept.close()
  })

  it.each([
    ['an empty section', '', endless('a'), '…a…'],
    ['the beginning of a line', words, `${endless('a')} ${words}`, '…a… '],
  ])('stay told of where they were put into %s, however often it is tried', async (_place, before, text, put) => {
    const opened = await desk.open(before)
    type(opened, text)
    const kept = openKeptSuggestions(opened.draftId, desk.device)
    await eventually(async () => expect((await kept.list()).map(wordsKept).map(short)).toEqual([put]))
    opened.part.say()
    expect(stuckOf(opened).map(short)).toEqual([expect.stringContaining('…a…')])
    await opened.draft.close()
    expect((await kept.list()).map(wordsKept).map(short)).toEqual([put])
    kept.close()
  })

  it('leave the suggestion standing whose place they are to take', async () => {
    const opened = await desk.open()
    type(opened, rewritten)
    await eventually(() => expect(opened.standing()).toHaveLength(1))
    type(opened, rewritten.replace('brauchen', endless('a')))
    expect(stuckOf(opened).map(short)).toEqual(['…a…'])
    await eventually(() => expect(opened.standing()).toHaveLength(1))
    opened.part.letGo(keyOf(opened, 'aa'))
    await eventually(() => expect(opened.part.view.getState().generation).toBe(1))
    expect(shownIn(opened)).toBe(rewritten)
    await opened.draft.close()
  })

  it('are kept on the device, also where the page ends just after it has said others', async () => {
    const opened = await desk.open()
    const kept = openKeptSuggestions(opened.draftId, desk.device)
    const { editor } = opened.mount('fork')
    editor.takeIn(line(brauchen), 'replace')
    editor.takeIn(line(brauchen.replace('Zeit', endless('a'))), 'replace')
    await eventually(async () => expect(await kept.list()).toHaveLength(1))
    const { entries } = (await kept.list())[0] as KeptSuggestion
    editor.destroy()
    await eventually(() => expect(opened.standing()).toHaveLength(1))
    await kept.write({ page: 'ended', section: ziele, entries })
    const next = await openKeptTyping(desk.device, opened.draftId, opened.part.discussion)
    expect(short(next.left())).toBe('…a…')
    next.forgetLeft()
    await next.close()
    await eventually(async () => expect((await kept.list()).map((row) => wordsKept(row).length)).toEqual([70_000]))
    expect(opened.suggested()).toHaveLength(1)
    kept.close()
    await opened.draft.close()
  })
})
