import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { createEntryId, type EntryAuthor, type EntryId } from '../../../src/domain/discussion-entry.ts'
import { encodeDigestReport } from '../../../src/protocol/digest.ts'
import { encodeMark, messageType, syncType } from '../../../src/protocol/messages.ts'
import { frame } from '../line.ts'
import { written } from './scene.ts'
import { comment, eachKind, saying } from './talk.ts'

/** Each draft has both. */
export type FuzzedDocument = 'text' | 'discussion'

/** Frames as pages send them, some of them changed, some of nothing but chance: a refused one ends its line. */
export const createFrames = (
  document: FuzzedDocument,
  random: () => number,
  pick: (count: number) => number,
  doc: Y.Doc,
  authors: readonly EntryAuthor[],
): ((by: EntryAuthor) => Uint8Array) => {
  const presence = (): Uint8Array => {
    const encoder = encoding.createEncoder()
    for (const number of [1, pick(9), pick(9)]) encoding.writeVarUint(encoder, number)
    encoding.writeVarString(encoder, '{"place":null}')
    return frame(messageType.awareness, encoding.toUint8Array(encoder))
  }
  const entryId = (): EntryId => createEntryId(Uint8Array.from({ length: 20 }, () => pick(256)))
  const said: EntryId[] = []
  /** Mostly by the sender and under ids of theirs, which repeat: a discussion takes only so much of one member. */
  const entries = (by: EntryAuthor): Uint8Array => {
    const own = authors.indexOf(by) + 1
    const clientId = random() < 0.99 ? own * 10_000 + pick(60) : pick(2 ** 31)
    const author = random() < 0.98 ? by : (authors[pick(authors.length)] ?? by)
    const about = said.length > 0 && random() < 0.9 ? (said[pick(said.length)] ?? '') : entryId()
    const kinds = Object.values(eachKind(author, about))
    const ofKind = random() < 0.6 ? comment(author, `${pick(1e6)}`) : (kinds[pick(kinds.length)] ?? comment(author))
    const id = random() < 0.98 ? entryId() : about
    said.push(id)
    return saying({ [id]: random() < 0.97 ? ofKind : { type: 'poll', by: author, at: 1, options: pick(9) } }, clientId)
  }
  const texts = (): Uint8Array => {
    const clientId = 1 + pick(600)
    // One kind of content under one id, or most of what two members write would be refused.
    if (clientId % 3 === 0) return written((own) => own.getMap('fields').set('place.name', `Ort ${pick(9)}`), clientId)
    return written((own) => own.getText('text/ziele').insert(0, 'Wir ä😀\n', { bold: true }), clientId)
  }
  const update = document === 'text' ? texts : entries
  const honestFrame = (by: EntryAuthor): Uint8Array => {
    switch (pick(9)) {
      case 0:
        return encodeMark(pick(1000))
      case 1:
        return presence()
      case 2:
        return frame(messageType.sync, syncType.step1, Y.encodeStateVector(doc))
      case 3:
        return frame(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(doc))
      case 4:
        return frame(105 + pick(50), pick(1000))
      case 5:
        return encodeDigestReport({ answers: pick(3), stateVector: Y.encodeStateVector(doc), digest: String(pick(9)) })
      default:
        return frame(messageType.sync, 1 + pick(2), update(by))
    }
  }
  const changed = (bytes: Uint8Array): Uint8Array => {
    const list = [...bytes]
    for (let change = 1 + pick(3); change > 0; change--) {
      const at = pick(list.length)
      if (random() < 0.7) list[at] = pick(256)
      else list.splice(at, pick(3), ...Array.from({ length: pick(4) }, () => pick(256)))
    }
    return Uint8Array.from(list)
  }
  return (by) => {
    const chance = random()
    if (chance < 0.01) return Uint8Array.from({ length: pick(40) }, () => pick(256))
    return chance < 0.07 ? changed(honestFrame(by)) : honestFrame(by)
  }
}
