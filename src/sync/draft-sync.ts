import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { DocumentId } from '../domain/document-id.ts'
import type { Outcome } from '../domain/refusal.ts'
import { socketPath } from '../protocol/http.ts'
import type { ConnectionState } from './connection-state.ts'
import { SocketSync } from './socket-sync.ts'

export interface DraftSync {
  state(): ConnectionState
  onState(listener: () => void): () => void
  awareness: Awareness
  /** Everything up to this number is in the document. Asks the server to say when it has it; repeated on a new line. */
  mark(seq: number): void
  /** The server has everything up to this number on its disk. */
  onStored(listener: (seq: number) => void): () => void
  /** What this person may do or who belongs here has changed: the server said so, or it let them in no more. */
  onAccess(listener: () => void): () => void
  /** The server was heard, at this time in ms since 1970. */
  onContact(listener: (atMs: number) => void): () => void
  /** The server sends this update of the document, which is not in it yet. The listener must not throw. */
  onReceived(listener: (update: Uint8Array) => void): () => void
  /** What this page reads is not what the server has stored: it must be taken from there anew. */
  onReload(listener: () => void): () => void
  connect(): void
  close(): void
}

export interface DraftSyncOptions {
  documentId: DocumentId
  doc: Y.Doc
  awareness: Awareness
  /** Address without the document's path, see `socketUrlOf`. */
  socketUrl: string
  socket?: typeof WebSocket
  /** For lines where no socket gets through. */
  fetch?: typeof fetch
  /** How often such a line looks whether sockets get through by now. */
  tryAgainMs?: number
  /** Asked before the first socket: a draft started offline must be known there. Asked again while out of reach. */
  enter?: () => Promise<Outcome<unknown>>
  /** Fetches a ticket, before each socket. */
  ticket: () => Promise<Outcome<string>>
}

/** Where the sockets of a server at this origin are. */
export const socketUrlOf = (origin: string): string => origin.replace(/^http/, 'ws') + socketPath

export const openDraftSync = (options: DraftSyncOptions): DraftSync => new SocketSync(options)
