import * as Y from 'yjs'
import * as v from 'valibot'
import { fromOtherTab, isOwnChange } from '../document/origins.ts'
import type { DocumentId } from '../domain/document-id.ts'
import { lineMessageSchema, type LineMessage } from './line-messages.ts'
import { Listeners } from './listeners.ts'

/** Shares a draft's changes with the other tabs of this browser, with or without a network. */
export interface TabChannel {
  /** Tells the others something about the line; they hear it after every change made before. */
  say(message: LineMessage): void
  onLine(listener: (message: LineMessage) => void): () => void
  /** The tab that leads passes on what the server sent; it is not in the document yet. The listener must not throw. */
  onReceived(listener: (update: Uint8Array) => void): () => void
  /** Whether what comes from the server is passed on too: the others have no line of their own. */
  passOnServer(passesOn: boolean): void
  close(): void
}

const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array)

const messageSchema = v.variant('kind', [
  /** A tab has opened and says what it has. */
  v.object({ kind: v.literal('hello'), vector: bytes }),
  /** Answer to a hello: what the new tab lacks, and what this one has. */
  v.object({ kind: v.literal('welcome'), update: bytes, vector: bytes }),
  v.object({ kind: v.literal('change'), update: bytes, fromServer: v.optional(v.boolean(), false) }),
  v.object({ kind: v.literal('about-line'), message: lineMessageSchema }),
])
type TabMessage = v.InferInput<typeof messageSchema>

/** Tabs opened before what is unsent got new ids have the same words under other ones, and keep them to themselves. */
export const tabChannelName = ({ draftId, renamedAt }: { draftId: DocumentId; renamedAt: number }): string =>
  renamedAt === 0 ? draftId : `${draftId}-${renamedAt}`

const alone: TabChannel = {
  say: () => undefined,
  onLine: () => () => undefined,
  onReceived: () => () => undefined,
  passOnServer: () => undefined,
  close: () => undefined,
}

/** Opens after the stored text is loaded, so that the tabs have little to tell each other. */
export const openTabChannel = (
  name: string,
  doc: Y.Doc,
  Channel: typeof BroadcastChannel | null = globalThis.BroadcastChannel ?? null,
): TabChannel => {
  if (Channel === null) return alone
  const channel = new Channel(`draft-${name}`)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
  const say = (message: TabMessage): void => channel.postMessage(message)

  const lineListeners = new Listeners<[LineMessage]>()
  const receivedListeners = new Listeners<[update: Uint8Array]>()
  let passesOn = false
  /** As far as was heard. Whoever opens later says hello and is told all there is, so changes need not be said before. */
  let isAlone = true
  const isForOthers = (transaction: Y.Transaction): boolean =>
    isOwnChange(transaction) || (passesOn && !transaction.local && transaction.origin !== fromOtherTab)

  const share = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (isAlone || !isForOthers(transaction)) return
    try {
      say({ kind: 'change', update, fromServer: !transaction.local })
    } catch {
      // The other tabs get it from the server; a throw here would end the document's events for good.
    }
  }
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    isAlone = false
    const message = v.safeParse(messageSchema, data)
    if (!message.success) return
    try {
      answer(message.output)
    } catch {
      // Another version of the app may write what this one cannot read; the server brings it.
    }
  })
  const answer = (message: TabMessage): void => {
    if (message.kind === 'about-line') return lineListeners.tell(message.message)
    if (message.kind === 'change' && message.fromServer) receivedListeners.tell(message.update)
    if (message.kind !== 'hello') Y.applyUpdate(doc, message.update, fromOtherTab)
    if (message.kind === 'hello') {
      const update = Y.encodeStateAsUpdate(doc, message.vector)
      say({ kind: 'welcome', update, vector: Y.encodeStateVector(doc) })
    } else if (message.kind === 'welcome') {
      say({ kind: 'change', update: Y.encodeStateAsUpdate(doc, message.vector) })
    }
  }

  doc.on('update', share)
  say({ kind: 'hello', vector: Y.encodeStateVector(doc) })
  return {
    say: (message) => say({ kind: 'about-line', message }),
    onLine: lineListeners.add,
    onReceived: receivedListeners.add,
    passOnServer: (does) => {
      passesOn = does
    },
    close: () => {
      lineListeners.clear()
      receivedListeners.clear()
      doc.off('update', share)
      channel.close()
    },
  }
}
