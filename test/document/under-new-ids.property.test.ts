import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { fieldsName, textName } from '../../src/document/names.ts'
import { underNewIds } from '../../src/document/under-new-ids.ts'

const name = textName('ziele')

/** One thing somebody does in the section's text or to a field. */
const edit = fc.oneof(
  fc.record({ at: fc.nat(), write: fc.stringMatching(/^[a-zä]{1,6}$/) }),
  fc.record({ at: fc.nat(), strike: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ at: fc.nat(), bold: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ field: fc.constantFrom('place.name', 'contact'), value: fc.integer() }),
)
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never

const doEdit = (doc: Y.Doc, what: Edit): void => {
  const text = doc.getText(name)
  if ('field' in what) return void doc.getMap(fieldsName).set(what.field, what.value)
  const at = what.at % (text.length + 1)
  if ('write' in what) text.insert(at, what.write)
  else if ('strike' in what) text.delete(at, Math.min(what.strike, text.length - at))
  else text.format(at, Math.min(what.bold, text.length - at), { bold: true })
}

const open = (...updates: Uint8Array[]): Y.Doc => {
  const doc = createDraftDocument()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
const read = (doc: Y.Doc) => ({ text: doc.getText(name).toDelta() as unknown, fields: doc.getMap(fieldsName).toJSON() })
const letters = (doc: Y.Doc) => doc.getText(name).toJSON().split('').sort().join('')
const edits = fc.array(edit, { maxLength: 12 })

it('what was never sent reads the same under new ids, which no other page has, and twice is once', () => {
  fc.assert(
    fc.property(edits, edits, edits, edits, (sent, unsent, fresh, byOthers) => {
      const page = open()
      for (const each of sent) doEdit(page, each)
      const server = open(Y.encodeStateAsUpdate(page))
      for (const each of unsent) doEdit(page, each)
      // A page opened later on the same device, of which the server knows nothing.
      const later = open(Y.encodeStateAsUpdate(page))
      for (const each of fresh) doEdit(later, each)
      const held = Y.encodeStateAsUpdate(later)

      const alone = underNewIds([held], Y.encodeStateAsUpdate(server), 'seed')
      expect(read(open(alone.state))).toEqual(read(later))

      for (const each of byOthers) doEdit(server, each)
      const onServer = Y.encodeStateAsUpdate(server)
      const known = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(onServer))
      const made = underNewIds([held], onServer, 'seed')
      const { structs } = Y.decodeUpdate(made.unsent)
      for (const { id } of structs) expect(known.has(id.client)).toBe(false)
      const whole = open(onServer, made.unsent)
      expect(whole.store.pendingStructs).toBeNull()
      expect(read(whole)).toEqual(read(open(made.state)))
      expect(letters(whole)).toBe(letters(open(onServer, held)))

      // Another tab does the same with what the first has left, before and after that has reached the server.
      for (const there of [onServer, Y.encodeStateAsUpdate(whole)]) {
        const again = underNewIds([made.state, held], there, 'seed')
        expect(read(open(again.state))).toEqual(read(whole))
      }
    }),
  )
})
