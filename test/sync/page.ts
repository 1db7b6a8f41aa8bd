import { WebSocket as NodeSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { appendToSection } from '../../src/document/edit-expression.ts'
import { readSectionText } from '../../src/document/read-expression.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { ConnectionState } from '../../src/sync/connection-state.ts'
import { fetchTicket } from '../server/ticket.ts'
import { openDraftSync, socketUrlOf, type DraftSync, type DraftSyncOptions } from '../../src/sync/draft-sync.ts'

/** A page with a draft open, without a device to keep it: what is typed is marked with growing numbers. */
export interface Page {
  doc: Y.Doc
  sync: DraftSync
  /** Returns the mark. */
  writes(text: string): number
  reads(): string
  /** Highest number the server has acknowledged. */
  stored(): number
  states: ConnectionState['name'][]
  /** How many lines it has begun. */
  tries(): number
}

/** A browser's socket as the server sees it: with the session's cookie and the page's origin. */
export const socketWith = (cookie: () => string, origin: string): typeof WebSocket => {
  class SocketWithCookie extends NodeSocket {
    constructor(address: string | URL, protocols: string[]) {
      super(address, protocols, { headers: { cookie: cookie(), origin } })
    }
  }
  return SocketWithCookie as unknown as typeof WebSocket
}

export const openPage = (
  draftId: DraftId,
  server: { url: string },
  cookie: string,
  options: Pick<DraftSyncOptions, 'enter' | 'tryAgainMs'> = {},
): Page => {
  const doc = createDraftDocument()
  let tries = 0
  const sync = openDraftSync({
    documentId: draftId,
    doc,
    awareness: new Awareness(doc),
    socketUrl: socketUrlOf(server.url),
    socket: socketWith(() => cookie, server.url),
    fetch: (address, init) => {
      const headers = new Headers(init?.headers)
      headers.set('cookie', cookie)
      headers.set('origin', server.url)
      return fetch(address, { ...init, headers })
    },
    ticket: () => {
      tries += 1
      return fetchTicket(server, draftId, cookie)
    },
    ...options,
  })
  const states: ConnectionState['name'][] = []
  let number = 0
  let stored = 0
  sync.onState(() => states.push(sync.state().name))
  sync.onStored((seq) => {
    stored = Math.max(stored, seq)
  })
  sync.connect()
  return {
    doc,
    sync,
    writes: (text) => {
      appendToSection(doc, 'ziele', [{ kind: 'paragraph', level: 1, runs: [{ text, marks: {} }] }])
      sync.mark(++number)
      return number
    },
    reads: () => readSectionText(doc, 'ziele'),
    stored: () => stored,
    states,
    tries: () => tries,
  }
}
