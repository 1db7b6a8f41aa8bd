import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { fieldsName, shapeKey, textName } from '../../src/document/names.ts'
import { judgeWholeDraft } from '../../src/document/whole-draft.ts'

const sections = ['ziele']
const madeBy = (write: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc()
  write(doc)
  return Y.encodeStateAsUpdate(doc)
}
const judge = (...updates: Uint8Array[]) => judgeWholeDraft(updates, sections)

it('takes what the app writes, struck out words and fields set anew included', () => {
  const draft = madeBy((doc) => {
    const text = doc.getText(textName('ziele'))
    text.insert(0, 'Ziele\n', { kind: 'heading', level: 2 })
    text.insert(0, 'fett', { bold: true, link: 'https://example.org' })
    text.delete(1, 2)
    doc.getMap(fieldsName).set('place.name', 'Marburg')
    doc.getMap(fieldsName).set('place.name', 'Lauterbrück')
  })
  expect(judge(draft)).toBe('whole')
})

it.each<[string, (doc: Y.Doc) => void]>([
  ['another root', (doc) => doc.getText('elsewhere').insert(0, 'x')],
  ['a section the call does not have', (doc) => doc.getText(textName('geheim')).insert(0, 'x')],
  ['a nested type', (doc) => doc.getMap(fieldsName).set('place.name', new Y.Text('x'))],
  ['an embedded value', (doc) => doc.getText(textName('ziele')).insertEmbed(0, { image: 'x' })],
  ['an unknown format', (doc) => doc.getText(textName('ziele')).insert(0, 'x', { colour: 'red' })],
  ['a harmful link', (doc) => doc.getText(textName('ziele')).insert(0, 'x', { link: 'javascript:alert(1)' })],
  ['an object as a field', (doc) => doc.getMap(fieldsName).set('place.name', { a: 1 })],
])('does not take %s', (_name, write) => {
  expect(judge(madeBy(write))).toBe('unfit')
})

it('does not take bytes that are no update, nor what builds on something missing', () => {
  expect(judge(new Uint8Array([255, 255, 255, 255, 15]))).toBe('unfit')
  const doc = new Y.Doc()
  doc.getText(textName('ziele')).insert(0, 'eins')
  const before = Y.encodeStateVector(doc)
  doc.getText(textName('ziele')).insert(4, 'zwei')
  const second = Y.encodeStateAsUpdate(doc, before)
  expect(judge(second)).toBe('unfit')
  expect(judge(Y.encodeStateAsUpdate(doc), second)).toBe('whole')
})

it('says so where a newer app has written', () => {
  expect(judge(madeBy((doc) => doc.getMap(fieldsName).set(shapeKey, 7)))).toBe('too-new')
})
