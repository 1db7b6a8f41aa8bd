import * as Y from 'yjs'
import { Awareness } from 'y-protocols/awareness'
import { createDraftDocument } from '../document/draft-document.ts'
import type { DocumentId } from '../domain/document-id.ts'
import { accepted, type Outcome } from '../domain/refusal.ts'
import { openDraftSync, socketUrlOf } from '../sync/draft-sync.ts'
import type { Desk } from './desk.ts'
import { whenHeard } from './when-heard.ts'

const answerLimitMs = 20_000

/** What the server has of a document, by a line of its own; null when it is out of reach or refuses. */
export const readFromServer = async (
  { api, surroundings }: Pick<Desk, 'api' | 'surroundings'>,
  documentId: DocumentId,
): Promise<Uint8Array | null> => {
  const doc = createDraftDocument()
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const ticket = async (): Promise<Outcome<string>> => {
    const answer = await api.team.ticket(documentId)
    return answer.ok ? accepted(answer.value.ticket) : answer
  }
  const { origin, socket, fetch } = surroundings
  const sync = openDraftSync({ documentId, doc, awareness, socketUrl: socketUrlOf(origin), socket, fetch, ticket })
  sync.connect()
  await whenHeard(sync, answerLimitMs)
  const state = sync.state().name === 'live' ? Y.encodeStateAsUpdate(doc) : null
  sync.close()
  doc.destroy()
  return state
}
