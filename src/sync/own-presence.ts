import type { Awareness } from 'y-protocols/awareness'

/** This page among the present: gone while the page is put away, seen again by everyone when it is back. */
export class OwnPresence {
  readonly #awareness: Awareness
  #whenLeft: ReturnType<Awareness['getLocalState']> = null

  constructor(awareness: Awareness) {
    this.#awareness = awareness
  }

  /** y-websocket takes leave with the clock it had; the others see us again only after a newer one. */
  renew(): void {
    const own = this.#awareness.getLocalState()
    if (own !== null) this.#awareness.setLocalState(own)
  }

  leave(): void {
    this.#whenLeft = this.#awareness.getLocalState()
    this.#awareness.setLocalState(null)
  }

  comeBack(): void {
    if (this.#whenLeft !== null) this.#awareness.setLocalState(this.#whenLeft)
  }

  end(): void {
    this.#awareness.setLocalState(null)
  }
}
