import { describe, expect, it } from 'vitest'
import * as people from './replicas.ts'
import { expectShownAsSaid } from './session.ts'

const shownLines = ({ view }: people.Writer): string[] => view.state.doc.children.map((line) => line.textContent)

/** Amina and Bruno on one text; Amina's caret stands behind the first word of the first line. */
const together = () => {
  const amina = people.openWriter('Amina', 1)
  const bruno = people.openWriter('Bruno', 2)
  people.typeText(amina, 'Wir wollen\nmehr')
  people.everyoneMeets([amina, bruno])
  people.select(amina, 4)
  return { amina, bruno }
}

describe('while Amina composes', () => {
  it('what Bruno writes in the same line waits until she is done, and nothing is lost', () => {
    const { amina, bruno } = together()
    amina.view.composing = true
    people.edit(amina, (tr) => tr.insertText(' k'))
    people.typeInLine(bruno, 0, true, ' alle')
    people.typeInLine(bruno, 0, false, 'Ja, ')
    people.everyoneMeets([amina, bruno])
    expect(shownLines(amina)).toEqual(['Wir k wollen', 'mehr'])
    people.edit(amina, (tr) => tr.insertText('か', 5, 6))
    people.everyoneMeets([amina, bruno])
    expect(people.wholeText(bruno)).toBe('Ja, Wir か wollen alle\nmehr\n')
    amina.view.composing = false
    amina.binding.release()
    expect(shownLines(amina)).toEqual(['Ja, Wir か wollen alle', 'mehr'])
    expectShownAsSaid(amina)
    expectShownAsSaid(bruno)
  })

  it('other lines are shown at once', () => {
    const { amina, bruno } = together()
    amina.view.composing = true
    people.edit(amina, (tr) => tr.insertText(' k'))
    people.typeInLine(bruno, 1, true, ' davon')
    people.everyoneMeets([amina, bruno])
    expect(shownLines(amina)).toEqual(['Wir k wollen', 'mehr davon'])
  })

  it('but not after something waits, so that the order stays', () => {
    const { amina, bruno } = together()
    amina.view.composing = true
    people.typeInLine(bruno, 0, true, '!')
    people.typeInLine(bruno, 1, true, ' davon')
    people.everyoneMeets([amina, bruno])
    expect(shownLines(amina)).toEqual(['Wir wollen', 'mehr'])
    amina.binding.release()
    expect(shownLines(amina)).toEqual(['Wir wollen!', 'mehr davon'])
  })

  it('her caret stays behind what she composes', () => {
    const { amina, bruno } = together()
    amina.view.composing = true
    people.edit(amina, (tr) => tr.insertText(' k'))
    people.typeInLine(bruno, 0, false, 'Ja, ')
    people.everyoneMeets([amina, bruno])
    expect(amina.binding.indexAt(amina.view.state.selection.head)).toBe('Ja, Wir k'.length)
    expect(amina.binding.positionAt(3)).toBeNull()
    amina.view.composing = false
    amina.binding.release()
    expect(amina.view.state.selection.head).toBe('Ja, Wir k'.length + 1)
  })

  it('Bruno may delete the line she composes in: her word stays', () => {
    const { amina, bruno } = together()
    amina.view.composing = true
    people.edit(amina, (tr) => tr.insertText(' k'))
    people.edit(bruno, (tr) => tr.delete(0, tr.doc.child(0).nodeSize))
    people.everyoneMeets([amina, bruno])
    people.edit(amina, (tr) => tr.insertText('o'))
    amina.view.composing = false
    amina.binding.release()
    people.everyoneMeets([amina, bruno])
    expect(people.wholeText(amina)).toBe(' komehr\n')
    expectShownAsSaid(amina)
    expectShownAsSaid(bruno)
  })

  it('her own undo of that line waits too', () => {
    const { amina } = together()
    amina.undo.endGroup()
    people.edit(amina, (tr) => tr.insertText(' sehr'))
    amina.view.composing = true
    amina.undo.undo()
    amina.view.composing = false
    expect(shownLines(amina)).toEqual(['Wir sehr wollen', 'mehr'])
    amina.binding.release()
    expect(shownLines(amina)).toEqual(['Wir wollen', 'mehr'])
  })
})
