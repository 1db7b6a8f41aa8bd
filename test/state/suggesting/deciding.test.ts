// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { addEntries } from '../../../src/document/discussion.ts'
import { createEntryId } from '../../../src/domain/discussion-entry.ts'
import type { Suggestion } from '../../../src/domain/discussion.ts'
import { amina } from '../../server/person.ts'
import { eventually } from '../../world/eventually.ts'
import { Desk, line, rewritten, suggest, words, ziele } from './desk.ts'

const desk = new Desk()

describe('deciding on a suggestion', () => {
  it('takes it into the text as one edit that can be undone, and then it can be opened again', async () => {
    const opened = await desk.open()
    await suggest(opened, rewritten)
    const { draft, settling, standing, suggested } = opened
    const { editor, element } = opened.mount('text')
    const [first] = standing()
    expect(settling.accept(ziele, [first?.id ?? ''], (edit) => editor.asOneEdit(edit))).toEqual([])
    expect(draft.plainText()).toContain(rewritten)
    expect(element.textContent).toContain('brauchen')
    await eventually(() => expect(suggested()[0]).toMatchObject({ state: 'accepted' }))
    const accepted = suggested()[0] as Suggestion
    expect(accepted.wrote[0]?.[2]).toBeGreaterThan(accepted.wrote[0]?.[1] ?? 0)
    expect(settling.isTakenBack(accepted)).toBe(false)
    editor.undo()
    expect(draft.plainText()).toContain(words)
    expect(settling.isTakenBack(accepted)).toBe(true)
    settling.reopen(accepted.id)
    await eventually(() => expect(standing()).toHaveLength(1))
    await draft.close()
  })

  it('asks where the text has changed, and then does what was said', async () => {
    const opened = await desk.open()
    await suggest(opened, rewritten)
    const { draft, settling, standing } = opened
    const { editor } = opened.mount('text')
    editor.takeIn(line('Wir wollen mehr Räume. Und wir wollten Zeit.'), 'replace')
    const [first] = standing() as [Suggestion]
    expect(settling.accept(ziele, [first.id], (edit) => editor.asOneEdit(edit))).toEqual([first.id])
    expect(draft.plainText()).toContain('wir wollten Zeit')
    const seen = settling.standing(first)
    const accept = (what: typeof seen) =>
      settling.acceptChanged(first, 'replace', what, (edit) => editor.asOneEdit(edit))
    expect([accept(seen && { ...seen, now: 'wir hatten' }), draft.plainText()]).toEqual([
      false,
      expect.stringContaining('wir wollten Zeit'),
    ])
    expect(accept(seen)).toBe(true)
    expect(draft.plainText()).toContain('brauchen')
    await eventually(() => expect(standing()).toEqual([]))
    await draft.close()
  })

  it('can be opened again after it was declined by somebody whose clock is ahead', async () => {
    const opened = await desk.open()
    await suggest(opened, rewritten)
    const { draft, part, settling, standing, suggested } = opened
    const of = standing()[0]?.id ?? ''
    const by = { ...amina, member: '' }
    const declined = { type: 'declined', of, words: '', by, at: Date.now() + 3_600_000 } as const
    addEntries(part.discussion.doc, new Map([[createEntryId(new Uint8Array(20)), declined]]))
    await eventually(() => expect(suggested()[0]?.state).toBe('declined'))
    settling.reopen(of)
    await eventually(() => expect(standing()).toHaveLength(1))
    await draft.close()
  })

  it('leaves no trace in the text when it is declined, nor where it was typed', async () => {
    const opened = await desk.open()
    await suggest(opened, rewritten)
    const { draft, part, settling, standing } = opened
    const before = draft.plainText()
    settling.decline(standing()[0]?.id ?? '', 'Das sagen wir schon.')
    await eventually(() => expect(part.view.getState().generation).toBe(1))
    const { element } = opened.mount('fork')
    expect(element.querySelector('[role=textbox]')?.textContent).toBe(words)
    expect(draft.plainText()).toBe(before)
    await draft.close()
  })
})
