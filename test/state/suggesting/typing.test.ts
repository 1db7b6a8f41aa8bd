// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { openKeptSuggestions } from '../../../src/storage/kept-suggestions.ts'
import { eventually } from '../../world/eventually.ts'
import { Desk, line, rewritten, suggest, words, ziele } from './desk.ts'

const desk = new Desk()

describe('typing a suggestion', () => {
  it('leaves the text as it is, and says no more than what changed once the section is left', async () => {
    const opened = await desk.open()
    const { draft, mount, standing } = opened
    const { editor, element } = mount('fork')
    editor.takeIn(line(rewritten), 'replace')
    expect(standing()).toEqual([])
    await eventually(() => expect(element.querySelector('ins')?.textContent).toBe('brauchen'))
    expect(element.querySelector('del')?.textContent).toBe('wollen')
    editor.destroy()
    await eventually(() => expect(standing()).toHaveLength(1))
    expect(standing()[0]?.proposed).toMatchObject({
      section: ziele,
      quote: 'wollen',
      change: [{ delete: 6 }, { insert: 'brauchen', formats: {} }],
    })
    expect(draft.plainText()).toContain(words)
    await draft.close()
  })

  it('goes on at one’s own open suggestion, which the new wording takes the place of', async () => {
    const opened = await desk.open()
    await suggest(opened, rewritten)
    const { editor, element } = opened.mount('fork')
    expect(element.textContent).toContain('brauchen')
    editor.takeIn(line(rewritten.replace('brauchen', 'wünschen')), 'replace')
    editor.destroy()
    await eventually(() => expect(opened.suggested()).toHaveLength(2))
    expect(opened.standing().map(({ proposed }) => proposed.change)).toEqual([
      [{ delete: 6 }, { insert: 'wünschen', formats: {} }],
    ])
    await opened.draft.close()
  })

  it('says nothing where all of it was undone', async () => {
    const opened = await desk.open()
    const { editor } = opened.mount('fork')
    editor.takeIn(line(rewritten), 'replace')
    editor.undo()
    editor.destroy()
    await opened.draft.close()
    expect(opened.suggested()).toEqual([])
  })

  it('keeps what was typed and not said when the page ends, and says it once at the next start', async () => {
    const { draft, draftId, mount } = await desk.open()
    mount('fork').editor.takeIn(line(rewritten), 'replace')
    const kept = openKeptSuggestions(draftId, desk.device)
    await eventually(async () => expect(await kept.list()).toHaveLength(1))
    desk.device.losesLocks()
    const ends = desk.startsAnew()
    const again = await desk.openAgain(draftId)
    await eventually(() => expect(again.standing().map(({ proposed }) => proposed.quote)).toEqual(['wollen']))
    expect(await kept.list()).toEqual([])
    kept.close()
    await again.draft.close()
    await draft.close()
    await ends()
  })
})
