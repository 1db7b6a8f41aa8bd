import * as decoding from 'lib0/decoding'
import type { WebsocketProvider } from 'y-websocket'
import { messageType, syncType } from '../protocol/messages.ts'

/** Shows what the server sends of the document, as it comes and before it is in the document. */
export const tapReceived = (
  handlers: WebsocketProvider['messageHandlers'],
  tell: (update: Uint8Array) => void,
): void => {
  const apply = handlers[messageType.sync]
  if (!apply) return
  handlers[messageType.sync] = (encoder, decoder, ...rest) => {
    const ahead = decoding.clone(decoder)
    if (decoding.readVarUint(ahead) !== syncType.step1) tell(decoding.readVarUint8Array(ahead))
    apply(encoder, decoder, ...rest)
  }
}
