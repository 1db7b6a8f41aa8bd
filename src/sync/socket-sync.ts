import type * as decoding from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { messageAuth, WebsocketProvider } from 'y-websocket'
import type { Outcome, Refusal } from '../domain/refusal.ts'
import { documentPath } from '../protocol/document-path.ts'
import { closeCode, encodeMark, messageType, readNumber } from '../protocol/messages.ts'
import { Admission } from './admission.ts'
import { closeRefusal } from './close-refusal.ts'
import { sameState, type ConnectionState } from './connection-state.ts'
import { Delivery } from './delivery.ts'
import { createDigestReporter, type DigestReporter } from './digest-reporter.ts'
import type { DraftSync, DraftSyncOptions } from './draft-sync.ts'
import { isSurelyOffline, isVisible, onLineHints } from './line-hints.ts'
import { lineHealth, silenceMs } from './line-health.ts'
import { tryAgainMs } from './line-choice.ts'
import { Listeners } from './listeners.ts'
import { Marks } from './marks.ts'
import { OwnPresence } from './own-presence.ts'
import { tapReceived } from './received-updates.ts'
import { retryDelayMs } from './retry-delay.ts'
import { socketWithTicket } from './ticket-socket.ts'

const patienceMs = 2_000
const checkMs = 250

/*
 * y-websocket carries the document; what it cannot tell, whether a change is on the server's disk, our marks ask.
 * A line counts as live after the first exchange and as long as marks are answered: y-websocket itself notices a dead
 * line only after 30 s.
 */
export class SocketSync implements DraftSync {
  readonly awareness: Awareness
  readonly #provider: WebsocketProvider
  readonly #admission: Admission
  readonly #marks = new Marks()
  readonly #delivery = new Delivery(() => this.#onDelivery())
  readonly #stateListeners = new Listeners()
  readonly #storedListeners = new Listeners<[seq: number]>()
  readonly #contactListeners = new Listeners<[atMs: number]>()
  readonly #accessListeners = new Listeners()
  readonly #receivedListeners = new Listeners<[update: Uint8Array]>()
  readonly #digests: DigestReporter
  readonly #presence: OwnPresence
  readonly #stopHints: () => void
  readonly #check: ReturnType<typeof setInterval>
  #state: ConnectionState = { name: 'off' }
  /** Since when there is no live line. */
  #downSince = Date.now()
  #wasLive = false
  /** Why there was no ticket; says more than the close code made of it. */
  #ticketRefusal: Refusal | null = null
  /** Until it has stored something again, or cannot be reached either. */
  #serverIsFull = false

  constructor(options: DraftSyncOptions) {
    const { documentId, doc, awareness, socketUrl, socket, enter, ticket } = options
    this.awareness = awareness
    this.#presence = new OwnPresence(awareness)
    this.#admission = new Admission(enter ?? null, (answer) => this.#onAdmission(answer))
    this.#provider = new WebsocketProvider(socketUrl, documentPath(documentId), doc, {
      connect: false,
      awareness,
      disableBc: true,
      WebSocketPolyfill: socketWithTicket(socket ?? WebSocket, ticket, (refusal) => (this.#ticketRefusal = refusal), {
        requests: {
          send: options.fetch ?? ((...request) => fetch(...request)),
          tryAgainMs: options.tryAgainMs ?? tryAgainMs,
        },
        delivery: this.#delivery,
      }),
    })
    this.#provider.messageHandlers[messageType.stored] = (_encoder, decoder) => this.#receiveStored(decoder)
    tapReceived(this.#provider.messageHandlers, (update) => this.#receivedListeners.tell(update))
    this.#provider.messageHandlers[messageType.access] = () => this.#accessListeners.tell()
    this.#digests = createDigestReporter(doc, this.#provider.messageHandlers, (report) => this.#send(report))
    // y-websocket would print what our server never sends.
    this.#provider.messageHandlers[messageAuth] = () => undefined
    this.#provider.on('sync', (isSynced: boolean) => this.#onSync(isSynced))
    this.#provider.on('status', ({ status }) => status === 'connected' && this.#presence.renew())
    this.#provider.on('connection-close', (event) => {
      this.#serverIsFull = event?.code === closeCode.storeFailed
      this.#provider.maxBackoffTime = retryDelayMs(this.#provider.wsUnsuccessfulReconnects)
      this.#marks.forgetAsked()
    })
    this.#provider.on('closed', ({ code }) => this.#refuse(closeRefusal(code)))
    this.#check = setInterval(() => this.#look(), checkMs)
    this.#stopHints = onLineHints({
      maybeBack: () => this.#reconnectOrProbe(),
      maybeDead: () => this.#ask(this.#marks.probe()),
      leaving: () => this.#presence.leave(),
      returning: () => {
        this.#presence.comeBack()
        this.#reconnectOrProbe()
      },
    })
  }

  readonly state = () => this.#state
  readonly onState = this.#stateListeners.add
  readonly onStored = this.#storedListeners.add
  readonly onContact = this.#contactListeners.add
  readonly onAccess = this.#accessListeners.add
  readonly onReceived = this.#receivedListeners.add
  readonly onReload = (listener: () => void) => this.#digests.onReload(listener)

  mark(seq: number): void {
    if (this.#marks.want(seq)) this.#ask(seq)
  }

  connect(): void {
    this.#downSince = Date.now()
    this.#setState({ name: 'connecting', patient: !isSurelyOffline(), wasLive: this.#wasLive })
    if (this.#admission.isGiven) this.#provider.connect()
    else this.#admission.request()
  }

  close(): void {
    clearInterval(this.#check)
    this.#admission.stop()
    this.#stopHints()
    const heard = [this.#stateListeners, this.#storedListeners, this.#contactListeners, this.#accessListeners]
    for (const listeners of heard) listeners.clear()
    this.#receivedListeners.clear()
    this.#state = { name: 'off' }
    this.#presence.end()
    this.#provider.destroy()
  }

  #onAdmission(answer: Outcome<unknown>): void {
    if (this.#state.name === 'off') return
    if (answer.ok) this.#provider.connect()
    else this.#refuse(answer.refusal)
  }

  #refuse(refusal: Refusal): void {
    const known = this.#ticketRefusal ?? refusal
    this.#ticketRefusal = null
    this.#setState({ name: 'refused', refusal: known })
    this.#accessListeners.tell()
  }

  #receiveStored(decoder: decoding.Decoder): void {
    const seq = readNumber(decoder)
    this.#serverIsFull = false
    this.#marks.answered(seq)
    this.#heard(Date.now())
    this.#storedListeners.tell(seq)
    this.#look()
  }

  #onDelivery(): void {
    const open = this.#marks.open()
    if (open !== null) this.#ask(open)
    this.#look()
  }

  #onSync(isSynced: boolean): void {
    if (isSynced) {
      this.#wasLive = true
      this.#heard(Date.now())
      const open = this.#marks.open()
      if (open !== null) this.#ask(open)
    } else {
      this.#downSince = Date.now()
      this.#heard(this.#provider.wsLastMessageReceived)
    }
    this.#look()
  }

  #ask(seq: number): void {
    // Asked when the parts before it are on disk, which have their own answers.
    if (this.#delivery.isUnderWay) return
    if (this.#send(encodeMark(seq))) this.#marks.asked(seq, Date.now())
  }

  /** False when there is no line on which the first exchange is done. */
  #send(message: Uint8Array): boolean {
    const { ws, synced } = this.#provider
    if (!synced || ws?.readyState !== 1) return false
    ws.send(message.slice())
    return true
  }

  /** Brings the state up to date with the line and the clock. */
  #look(): void {
    if (this.#state.name === 'off' || this.#state.name === 'refused') return
    const now = Date.now()
    const { synced, wsLastMessageReceived } = this.#provider
    const { isUnderWay, percent } = this.#delivery
    const waitedMs = isUnderWay ? this.#delivery.waitedMs(now) : this.#marks.waitedMs(now)
    const silentMs = now - wsLastMessageReceived
    const health = lineHealth(waitedMs, silentMs)
    if (health === 'dead') return this.#reconnect()
    if (waitedMs === 0 && silentMs > silenceMs(isVisible())) this.#ask(this.#marks.probe())
    if (this.#serverIsFull) return this.#setState({ name: 'server-full' })
    if (synced && this.#marks.open() === null) this.#digests.look(now)
    if (synced && health === 'well') {
      return this.#setState(percent === null ? { name: 'live' } : { name: 'live', percent })
    }
    if (health === 'silent') this.#heard(wsLastMessageReceived)
    const isBlink = now - this.#downSince < patienceMs && !isSurelyOffline()
    const patient = health === 'slow' || (!synced && isBlink)
    this.#setState({ name: 'connecting', patient, wasLive: this.#wasLive })
  }

  #reconnectOrProbe(): void {
    if (this.#state.name === 'off' || this.#state.name === 'refused') return
    if (!this.#admission.isGiven) return this.#admission.request()
    if (this.#provider.synced) this.#ask(this.#marks.probe())
    else this.#reconnect()
  }

  #reconnect(): void {
    this.#provider.disconnect()
    this.#provider.wsUnsuccessfulReconnects = 0
    this.#provider.connect()
  }

  #heard(atMs: number): void {
    if (atMs > 0) this.#contactListeners.tell(atMs)
  }

  #setState(state: ConnectionState): void {
    if (sameState(state, this.#state)) return
    this.#state = state
    this.#stateListeners.tell()
  }
}
