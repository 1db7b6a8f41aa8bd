import type { ConnectionState } from './connection-state.ts'
import { openDraftSync, type DraftSync, type DraftSyncOptions } from './draft-sync.ts'
import type { LineMessage } from './line-messages.ts'
import { LinePresence } from './line-presence.ts'
import { SharedMarks } from './shared-marks.ts'
import type { TabChannel } from './tab-channel.ts'

/** The other tabs need not hear of each answer that the server is there. */
const contactEveryMs = 1_000

/** What the page that leads does with what the line says, beside telling the other tabs. */
export interface LeadListeners {
  onState(): void
  /** The server has everything up to this number of this page. */
  onStored(seq: number): void
  onContact(atMs: number): void
  onAccess(): void
  onReceived(update: Uint8Array): void
  onReload(): void
  /** Who else is there, as an awareness update. */
  onPresent(update: Uint8Array): void
}

/** The one line to the server, in the tab that leads: it speaks for all tabs and tells them what the server says. */
export class LineLead {
  readonly #tabs: TabChannel
  readonly #page: string
  readonly #sync: DraftSync
  readonly #presence: LinePresence
  readonly #marks = new SharedMarks()
  #toldContactAt = 0

  constructor(options: DraftSyncOptions, tabs: TabChannel, page: string, listeners: LeadListeners) {
    this.#tabs = tabs
    this.#page = page
    this.#presence = new LinePresence(options.doc, (update) => {
      listeners.onPresent(update)
      tabs.say({ kind: 'present', update })
    })
    this.#sync = openDraftSync({ ...options, awareness: this.#presence.awareness })
    this.#sync.onState(() => {
      listeners.onState()
      this.#tellState()
    })
    this.#sync.onStored((n) => {
      for (const [whose, seq] of this.#marks.answered(n)) {
        if (whose === page) listeners.onStored(seq)
        else tabs.say({ kind: 'stored', page: whose, seq })
      }
    })
    this.#sync.onContact((atMs) => {
      listeners.onContact(atMs)
      if (Math.abs(atMs - this.#toldContactAt) < contactEveryMs) return
      this.#toldContactAt = atMs
      tabs.say({ kind: 'heard', atMs })
    })
    this.#sync.onAccess(() => {
      listeners.onAccess()
      tabs.say({ kind: 'access' })
    })
    this.#sync.onReceived((update) => listeners.onReceived(update))
    this.#sync.onReload(() => listeners.onReload())
    this.#tellState()
  }

  state(): ConnectionState {
    return this.#sync.state()
  }

  connect(): void {
    this.#sync.connect()
  }

  mark(page: string, seq: number): void {
    this.#sync.mark(this.#marks.ask(page, seq))
  }

  notePresence(page: string, presence: Record<string, unknown> | null): void {
    this.#presence.note(page, presence)
  }

  hearFollower(message: LineMessage): void {
    switch (message.kind) {
      case 'who-leads': {
        this.#tellState()
        const update = this.#presence.everyone()
        if (update) this.#tabs.say({ kind: 'present', update })
        return
      }
      case 'mark':
        return this.mark(message.page, message.seq)
      case 'own':
        return this.notePresence(message.page, message.presence)
      case 'connect':
        if (this.state().name === 'refused') this.connect()
        return
      default:
      // Said by a tab that leads, or led until now.
    }
  }

  close(): void {
    this.#sync.close()
    this.#presence.close()
  }

  #tellState(): void {
    this.#tabs.say({ kind: 'line', leader: this.#page, state: this.state() })
  }
}
