import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'

type Presence = Record<string, unknown> | null

interface Changes {
  added: number[]
  updated: number[]
  removed: number[]
}

/**
 * Presence on a line that several pages share: the server hears of one place, that of the page in which the person was
 * last, and every page hears of everyone else.
 */
export class LinePresence {
  /** What the line speaks of. */
  readonly awareness: Awareness
  readonly #places = new Map<string, NonNullable<Presence>>()
  readonly #onPresent: (update: Uint8Array) => void

  constructor(doc: Awareness['doc'], onPresent: (update: Uint8Array) => void) {
    this.awareness = new Awareness(doc)
    this.awareness.setLocalState(null)
    this.#onPresent = onPresent
    this.awareness.on('update', this.#tell)
  }

  /** A page's own presence has changed. */
  note(page: string, presence: Presence): void {
    this.#places.delete(page)
    if (presence !== null) this.#places.set(page, presence)
    // Whoever changed last comes last.
    this.awareness.setLocalState([...this.#places.values()].at(-1) ?? null)
  }

  /** Everyone else, for a page that has just come; null when nobody is there. */
  everyone(): Uint8Array | null {
    const others = this.#others([...this.awareness.getStates().keys()])
    return others.length > 0 ? encodeAwarenessUpdate(this.awareness, others) : null
  }

  close(): void {
    this.awareness.off('update', this.#tell)
    this.awareness.destroy()
  }

  #tell = ({ added, updated, removed }: Changes): void => {
    const others = this.#others([...added, ...updated, ...removed])
    if (others.length > 0) this.#onPresent(encodeAwarenessUpdate(this.awareness, others))
  }

  #others(clients: readonly number[]): number[] {
    return clients.filter((client) => client !== this.awareness.clientID)
  }
}

/** Takes up what the leading page says of others. What is no awareness update is passed over. */
export const takePresent = (awareness: Awareness, update: Uint8Array): void => {
  try {
    applyAwarenessUpdate(awareness, update, takePresent)
  } catch {
    // Another version of the app; the next one may be readable.
  }
}

/** Nobody leads for the moment: those who are there are heard of again from the next leader. */
export const forgetPresent = (awareness: Awareness): void => {
  const others = [...awareness.getStates().keys()].filter((client) => client !== awareness.clientID)
  removeAwarenessStates(awareness, others, takePresent)
}
