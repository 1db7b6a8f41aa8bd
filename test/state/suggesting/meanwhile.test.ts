// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { eventually } from '../../world/eventually.ts'
import { Desk, line, rewritten, suggest, words, ziele, type Opened } from './desk.ts'

const desk = new Desk()

const further = rewritten.replace('brauchen', 'brauchen dringend')

const whenAnew = ({ part }: Opened): Promise<void> => eventually(() => expect(part.view.getState().generation).toBe(1))

/** What stands in the field before the caret, with what is struck there. */
const beforeCaret = (element: HTMLElement): string => {
  const range = document.createRange()
  range.selectNodeContents(element.querySelector('[role=textbox]') as HTMLElement)
  const { focusNode, focusOffset } = getSelection() as Selection
  range.setEnd(focusNode as Node, focusOffset)
  return range.toString()
}

describe('a suggestion that is accepted while its author types on', () => {
  it('is text from then on; only what was typed beyond it is suggested', async () => {
    const opened = await desk.open()
    await suggest(opened, rewritten)
    const { draft, settling, standing, suggested, mount } = opened
    const text = mount('text').editor
    const fork = mount('fork').editor
    fork.takeIn(line(further), 'replace')
    const [first] = standing()
    expect(settling.accept(ziele, [first?.id ?? ''], (edit) => text.asOneEdit(edit))).toEqual([])
    await whenAnew(opened)
    expect(draft.plainText()).toContain(rewritten)
    expect(suggested()).toHaveLength(2)
    const changes = standing().map(({ proposed }) => proposed.change.filter((op) => !('retain' in op)))
    expect(changes).toEqual([[{ insert: 'dringend ', formats: {} }]])
    fork.destroy()
    const { element } = mount('fork')
    await eventually(() => expect(element.querySelector('ins')?.textContent).toBe('dringend '))
    expect(element.querySelector('[role=textbox]')?.textContent).toBe(further)
    const [beyond] = standing()
    expect(settling.accept(ziele, [beyond?.id ?? ''], (edit) => text.asOneEdit(edit))).toEqual([])
    expect(draft.plainText()).toContain(further)
    await draft.close()
  })

  it('leaves nothing to say where nothing was typed beyond it', async () => {
    const opened = await desk.open()
    await suggest(opened, rewritten)
    const { draft, settling, standing, suggested, mount } = opened
    const text = mount('text').editor
    mount('fork')
    settling.accept(ziele, [standing()[0]?.id ?? ''], (edit) => text.asOneEdit(edit))
    await whenAnew(opened)
    expect(suggested()).toHaveLength(1)
    expect(draft.plainText()).toContain(rewritten)
    await draft.close()
  })
})

describe('the caret, when others settle what is suggested before it', () => {
  it('stays at its words', async () => {
    const opened = await desk.open()
    await suggest(opened, rewritten)
    const { settling, standing, mount, part } = opened
    const before = mount('fork').editor
    before.enterAt(words.length - 1)
    const again = new Promise<ReturnType<Opened['mount']>>((resolve) => {
      part.view.subscribe((is, was) => {
        if (is.generation === was.generation) return
        before.destroy()
        resolve(mount('fork'))
      })
    })
    settling.decline(standing()[0]?.id ?? '', '')
    const { editor, element } = await again
    expect(editor.selection()).toEqual({ from: words.length - 1, to: words.length - 1 })
    await eventually(() => expect(beforeCaret(element)).toBe(words.slice(0, -1)))
    await opened.draft.close()
  })
})
