import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { textName } from '../../../src/document/names.ts'
import { makeHistory } from '../history.ts'
import { writeVarUint } from './varint.ts'

const root = textName('ziele')
const rootBytes = new TextEncoder().encode(root)

/** The update with which a client appends so many characters to its own text; one is a key pressed at the end of a line. */
export const appendUpdate = (client: number, clock: number, length = 1): Uint8Array => {
  const bytes = new Uint8Array(48 + length)
  let at = 0
  for (const number of [1, 1, client, clock]) at = writeVarUint(bytes, at, number)
  if (clock === 0) {
    bytes[at++] = 0x04
    bytes[at++] = 1
    at = writeVarUint(bytes, at, rootBytes.length)
    bytes.set(rootBytes, at)
    at += rootBytes.length
  } else {
    bytes[at++] = 0x84
    at = writeVarUint(bytes, writeVarUint(bytes, at, client), clock - 1)
  }
  // The text "x", and no deletions.
  at = writeVarUint(bytes, at, length)
  bytes.fill(0x78, at, at + length)
  return bytes.subarray(0, at + length + 1)
}

interface Trace {
  txns: { patches: [at: number, deletes: number, inserts: string][] }[]
}

const traceFile = join(process.cwd(), '../shared/traces/automerge-paper.json.gz')

/** A document written key by key, and by whom: one update each. */
export interface KeyPresses {
  updates: Uint8Array[]
  /** How far each client has counted at the end. */
  counts: ReadonlyMap<number, number>
  from: string
}

/**
 * The keys with which a paper of 104,852 characters was written (Martin Kleppmann, editing-traces, CC BY 4.0) where that
 * file lies beside the project, else a seeded history of as many edits.
 */
export const readKeyPresses = (count: number): KeyPresses => {
  const found = existsSync(traceFile)
  const updates = found ? replay(traceFile, count) : makeHistory(['ziele', 'ausgangslage'], count, count).rows
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const counts = Y.decodeStateVector(Y.encodeStateVector(doc))
  doc.destroy()
  return { updates, counts, from: found ? 'the trace of a paper' : 'a seeded history' }
}

const replay = (file: string, count: number): Uint8Array[] => {
  const { txns } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Trace
  const doc = new Y.Doc()
  doc.clientID = 2017
  const text = doc.getText(root)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const { patches } of txns) {
    for (const [at, deletes, inserts] of patches) {
      if (updates.length >= count) return updates
      doc.transact(() => {
        if (deletes > 0) text.delete(at, deletes)
        if (inserts !== '') text.insert(at, inserts)
      })
    }
  }
  return updates
}
