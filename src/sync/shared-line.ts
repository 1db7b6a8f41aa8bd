import type { Awareness } from 'y-protocols/awareness'
import { sameState, type ConnectionState } from './connection-state.ts'
import type { DraftSync, DraftSyncOptions } from './draft-sync.ts'
import { openLeadership, type Leadership } from './leadership.ts'
import { isSurelyOffline } from './line-hints.ts'
import { LineLead } from './line-lead.ts'
import type { LineMessage } from './line-messages.ts'
import { forgetPresent, takePresent } from './line-presence.ts'
import { Listeners } from './listeners.ts'
import type { TabChannel } from './tab-channel.ts'

/*
 * The tabs of a draft in one browser have one line to the server, held by the one that leads. The others hand it their
 * changes, marks and presence over the tab channel and hear from it what the server says. Whoever leads next has all of
 * that too: changes are shared with every tab, and marks without an answer are repeated to it.
 */

export interface SharedLineOptions extends DraftSyncOptions {
  /** Tabs with the same name share a line. */
  name: string
  /** Called with the first `connect`, when what is stored here is in the document. */
  openTabs: () => TabChannel
  /** Null where the browser has none: then every tab has a line of its own. */
  locks: LockManager | null
}

/** Who follows asks a silent leader whether it is awake, and takes over where there is no answer. */
const silenceMs = 5_000
const answerMs = 3_000
const checkMs = 500
const patienceMs = 2_000

export const openSharedLine = (options: SharedLineOptions): DraftSync => new SharedLine(options)

class SharedLine implements DraftSync {
  readonly awareness: Awareness
  readonly #options: SharedLineOptions
  readonly #page = crypto.randomUUID()
  readonly #stateListeners = new Listeners()
  readonly #storedListeners = new Listeners<[seq: number]>()
  readonly #contactListeners = new Listeners<[atMs: number]>()
  readonly #accessListeners = new Listeners()
  readonly #receivedListeners = new Listeners<[update: Uint8Array]>()
  readonly #reloadListeners = new Listeners()
  #tabs: TabChannel | null = null
  #leadership: Leadership | null = null
  #lead: LineLead | null = null
  #check: ReturnType<typeof setInterval> | undefined
  #state: ConnectionState = { name: 'off' }
  /** The page that leads, as far as it was heard. */
  #leader = ''
  #downSince = 0
  #heardAt = 0
  #askedAt: number | null = null
  #wanted = 0
  #stored = 0
  #hasEntered = false
  #hasInsisted = false
  #wasLive = false

  constructor(options: SharedLineOptions) {
    this.#options = options
    this.awareness = options.awareness
    this.awareness.on('change', this.#onPresence)
  }

  readonly state = () => this.#state
  readonly onState = this.#stateListeners.add
  readonly onStored = this.#storedListeners.add
  readonly onContact = this.#contactListeners.add
  readonly onAccess = this.#accessListeners.add
  readonly onReceived = this.#receivedListeners.add
  readonly onReload = this.#reloadListeners.add

  mark(seq: number): void {
    if (seq <= this.#wanted) return
    this.#wanted = seq
    this.#askForMark()
  }

  connect(): void {
    this.#downSince = this.#heardAt = Date.now()
    this.#hasInsisted = false
    this.#setState({ name: 'connecting', patient: !isSurelyOffline(), wasLive: false })
    if (this.#lead) this.#lead.connect()
    else if (this.#tabs) this.#tabs.say({ kind: 'connect' })
    else this.#begin()
  }

  close(): void {
    clearInterval(this.#check)
    this.awareness.off('change', this.#onPresence)
    this.awareness.setLocalState(null)
    const heard = [this.#stateListeners, this.#storedListeners, this.#contactListeners, this.#accessListeners]
    for (const listeners of [...heard, this.#reloadListeners]) listeners.clear()
    this.#receivedListeners.clear()
    this.#state = { name: 'off' }
    if (!this.#lead) this.#tabs?.say({ kind: 'own', page: this.#page, presence: null })
    this.#lead?.close()
    this.#lead = null
    this.#leadership?.close()
    this.#tabs?.close()
    this.#tabs = null
  }

  #begin(): void {
    const { name, openTabs, locks } = this.#options
    this.#tabs = openTabs()
    this.#tabs.onLine((message) => this.#hear(message))
    this.#tabs.onReceived((update) => this.#receivedListeners.tell(update))
    this.#leadership = openLeadership(locks, `line:${name}`, {
      onLead: () => this.#beginToLead(),
      onLoss: () => this.#endToLead(),
    })
    this.#check = setInterval(() => this.#look(), checkMs)
    if (!this.#lead) this.#tabs.say({ kind: 'who-leads' })
  }

  #beginToLead(): void {
    if (!this.#tabs) return
    this.#leader = this.#page
    this.#tabs.passOnServer(this.#options.locks !== null)
    const lead = new LineLead(this.#options, this.#tabs, this.#page, {
      onState: () => this.#setState(lead.state()),
      onStored: (seq) => this.#settle(seq),
      onContact: (atMs) => this.#contactListeners.tell(atMs),
      onAccess: () => this.#accessListeners.tell(),
      onReceived: (update) => this.#receivedListeners.tell(update),
      onReload: () => this.#reloadListeners.tell(),
      onPresent: (update) => takePresent(this.awareness, update),
    })
    this.#lead = lead
    lead.notePresence(this.#page, this.awareness.getLocalState())
    this.#askForMark()
    lead.connect()
  }

  /** Another tab took over from this one, which had not answered. */
  #endToLead(): void {
    this.#lead?.close()
    this.#lead = null
    this.#leader = ''
    this.#heardAt = Date.now()
    this.#tabs?.passOnServer(false)
    forgetPresent(this.awareness)
    this.#tabs?.say({ kind: 'who-leads' })
  }

  #hear(message: LineMessage): void {
    if (this.#lead) return this.#lead.hearFollower(message)
    switch (message.kind) {
      case 'line':
        return this.#hearLeader(message.leader, message.state)
      case 'stored':
        return message.page === this.#page ? this.#settle(message.seq) : undefined
      case 'heard':
        return this.#contactListeners.tell(message.atMs)
      case 'access':
        return this.#accessListeners.tell()
      case 'present':
        return takePresent(this.awareness, message.update)
      default:
      // Said by another tab that follows.
    }
  }

  #hearLeader(leader: string, state: ConnectionState): void {
    this.#heardAt = Date.now()
    this.#askedAt = null
    if (leader !== this.#leader) {
      this.#leader = leader
      this.#askForMark()
      this.#tabs?.say({ kind: 'own', page: this.#page, presence: this.awareness.getLocalState() })
    }
    // The leader may have been refused before this page's person joined anew.
    if (state.name === 'refused' && !this.#hasInsisted) {
      this.#hasInsisted = true
      this.#tabs?.say({ kind: 'connect' })
      return
    }
    // Whose ids these are each page finds out for itself, once it leads.
    const isOthersMatter = state.name === 'refused' && state.refusal === 'taken-id'
    this.#setState(isOthersMatter ? { name: 'connecting', patient: true, wasLive: true } : state)
    if (state.name !== 'live' || this.#hasEntered) return
    // The draft is known to the server by now, and this page learns it by asking too.
    this.#hasEntered = true
    void this.#options.enter?.()
  }

  #askForMark(): void {
    if (this.#wanted <= this.#stored) return
    if (this.#lead) this.#lead.mark(this.#page, this.#wanted)
    else this.#tabs?.say({ kind: 'mark', page: this.#page, seq: this.#wanted })
  }

  #settle(seq: number): void {
    this.#stored = Math.max(this.#stored, seq)
    this.#storedListeners.tell(seq)
  }

  #onPresence = (_changes: unknown, origin: unknown): void => {
    if (origin !== 'local') return
    const presence = this.awareness.getLocalState()
    if (this.#lead) this.#lead.notePresence(this.#page, presence)
    else this.#tabs?.say({ kind: 'own', page: this.#page, presence })
  }

  /** Sees whether the leader is awake: a phone puts pages to sleep, and their locks with them. */
  #look(): void {
    if (this.#lead || isHidden()) return
    const now = Date.now()
    if (this.#leader === '' && now - this.#downSince > patienceMs) {
      this.#setState({ name: 'connecting', patient: false, wasLive: false })
    }
    if (this.#askedAt === null && now - this.#heardAt > silenceMs) {
      this.#askedAt = now
      this.#tabs?.say({ kind: 'who-leads' })
    } else if (this.#askedAt !== null && now - this.#askedAt > answerMs) {
      this.#askedAt = null
      this.#heardAt = now
      this.#leadership?.takeOver()
    }
  }

  #setState(told: ConnectionState): void {
    this.#wasLive ||= told.name === 'live'
    const state = told.name === 'connecting' ? { ...told, wasLive: told.wasLive || this.#wasLive } : told
    if (sameState(state, this.#state)) return
    this.#state = state
    this.#stateListeners.tell()
  }
}

const isHidden = (): boolean => typeof document !== 'undefined' && document.visibilityState === 'hidden'
