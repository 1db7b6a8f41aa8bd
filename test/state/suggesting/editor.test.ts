// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { eventually } from '../../world/eventually.ts'
import { Desk, rewritten, suggest, words, ziele } from './desk.ts'

const desk = new Desk()

describe('an editor for suggestions, for whoever speaks about its words', () => {
  it('tells places in the text as it is, and draws there what is said about it', async () => {
    const opened = await desk.open()
    await suggest(opened, `Ja, ${words}`)
    const { editor, element } = opened.mount('fork')
    const box = element.querySelector<HTMLElement>('[role=textbox]') as HTMLElement
    expect(box.textContent).toBe(`Ja, ${words}`)
    const letters = await eventually(() => {
      const rest = [...box.querySelectorAll('p')].flatMap(({ childNodes }) => [...childNodes]).at(-1)
      expect(rest?.textContent).toBe(words)
      return rest as Text
    })
    box.focus()
    getSelection()?.setBaseAndExtent(letters, 4, letters, 10)
    document.dispatchEvent(new Event('selectionchange'))
    expect(editor.selection()).toEqual({ from: 4, to: 10 })
    const talk = await opened.draft.talk()
    expect(talk.subjectAt(ziele, 4, 10)).toMatchObject({ on: 'text', quote: 'wollen' })
    expect(editor.toShown({ from: 4, to: 10 })).toEqual({ from: 8, to: 14 })
    editor.enterAt(10)
    expect(editor.selection()).toEqual({ from: 10, to: 10 })
    await opened.draft.close()
  })

  it('does not draw the focus to itself because of one that had it and is gone', async () => {
    const opened = await desk.open()
    await suggest(opened, rewritten)
    const { part, settling, standing, mount } = opened
    const before = mount('fork').editor
    before.focus()
    before.destroy()
    mount('fork')
    const field = document.body.appendChild(document.createElement('textarea'))
    field.focus()
    const stop = part.view.subscribe((is, was) => is.generation !== was.generation && mount('fork'))
    settling.decline(standing()[0]?.id ?? '', 'Das sagen wir schon.')
    await eventually(() => expect(part.view.getState().generation).toBe(1))
    stop()
    expect(document.activeElement).toBe(field)
    await opened.draft.close()
  })
})
