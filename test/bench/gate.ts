import * as Y from 'yjs'
import { createGate, type Gate } from '../../server/sync/gate/gate.ts'
import { contentShape } from '../../server/sync/gate/shape.ts'
import { textName } from '../../src/document/names.ts'
import { middle, type Figure } from './figure.ts'
import { makeHistory, seeded } from './history.ts'

const sections = ['ausgangslage', 'ziele', 'zeitplan']
const author = { memberId: 'amina', sessionId: 's', mayWrite: true, isLive: true }
const runs = 9

/** What the gate alone costs, in the draft of a long life: one key press, and all that a device wrote offline. */
export const measureGate = (): Figure[] => {
  const { state } = makeHistory(sections, 180_000, 1)
  const keys = keyPresses(state, 20_000)
  const batch = offlineBatch(state, 15_000)
  const keyTimes = Array.from({ length: runs }, () => {
    const gate = openGate(state)
    return timed(() => keys.forEach((update) => accept(gate, update))) / keys.length
  })
  const batchTimes = Array.from({ length: runs }, () => {
    const gate = openGate(state)
    return timed(() => accept(gate, batch))
  })
  return [
    {
      name: 'The gate judges a key press',
      unit: 'µs',
      target: 5,
      ...middle(
        keyTimes.map((ms) => 1000 * ms),
        1,
      ),
    },
    {
      name: `The gate judges ${Math.round(batch.length / 1000)} kB written offline, 15,000 scattered inserts`,
      unit: 'ms',
      target: 100,
      ...middle(batchTimes, 1),
    },
  ]
}

const openGate = (state: Uint8Array): Gate => {
  const gate = createGate({
    shape: contentShape(sections),
    claims: new Map(),
    isRecovering: () => false,
    isFull: () => false,
  })
  gate.learn(state)
  return gate
}

const accept = (gate: Gate, update: Uint8Array): void => {
  const { name } = gate.judge(update, author)
  if (name !== 'accepted') throw new Error(`the gate says ${name}`)
}

/** Typing in bursts, every fifth key a deletion, one update per key. */
const keyPresses = (state: Uint8Array, count: number): Uint8Array[] => {
  const { text, doc, random } = openSection(state)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  let at = 0
  for (let key = 0; key < count; key++) {
    if (key % 40 === 0) at = Math.floor(random() * text.length)
    if (key % 5 === 4) text.delete((at -= 1), 1)
    else text.insert(at++, 'e')
  }
  return updates
}

const offlineBatch = (state: Uint8Array, inserts: number): Uint8Array => {
  const { text, doc, random } = openSection(state)
  const before = Y.encodeStateVector(doc)
  for (let each = 0; each < inserts; each++) text.insert(Math.floor(random() * text.length), 'Begegnung, ')
  return Y.encodeStateAsUpdate(doc, before)
}

const openSection = (state: Uint8Array) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return { doc, text: doc.getText(textName('ziele')), random: seeded(7) }
}

/** In ms. */
const timed = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}
