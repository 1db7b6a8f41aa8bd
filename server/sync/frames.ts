import * as encoding from 'lib0/encoding'
import { messageType, syncType } from '../../src/protocol/messages.ts'

/** Update of a document that says nothing: no structs, no deletions. */
export const emptyUpdate = Uint8Array.of(0, 0)

/** "This is what I have": asks the other side for everything else. */
export const encodeStep1 = (stateVector: Uint8Array): Uint8Array => encodeSync(syncType.step1, stateVector)

/** The last part of an answer to step 1. */
export const encodeStep2 = (update: Uint8Array): Uint8Array => encodeSync(syncType.step2, update)

export const encodeUpdate = (update: Uint8Array): Uint8Array => encodeSync(syncType.update, update)

const encodeSync = (kind: number, bytes: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.sync)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** What stands before an update of this length, for updates too large to be copied. */
export const encodeUpdateHead = (length: number): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.sync)
  encoding.writeVarUint(encoder, syncType.update)
  encoding.writeVarUint(encoder, length)
  return encoding.toUint8Array(encoder)
}

/** Someone's presence as y-protocols has it: `state` is JSON, "null" when they are gone. */
export interface PresenceEntry {
  clientId: number
  clock: number
  state: string
}

export const encodePresence = (entries: readonly PresenceEntry[]): Uint8Array => {
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, entries.length)
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(update, clientId)
    encoding.writeVarUint(update, clock)
    encoding.writeVarString(update, state)
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.awareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update))
  return encoding.toUint8Array(encoder)
}
