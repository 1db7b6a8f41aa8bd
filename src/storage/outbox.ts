import type { OutboxRow } from './outbox-row.ts'

/** One change of this person that the server has not acknowledged. */
export interface WaitingChange {
  /** Outbox key and mark in one: grows, also across restarts. */
  seq: number
  /** When it was made, in ms since 1970. */
  at: number
  /** Root names it touched, such as `fields` or `text/ziele`. */
  places: readonly string[]
}

/**
 * The outbox as this page knows it, whether its rows are on disk already or not. Numbers are the time in microseconds,
 * their last three digits chosen by chance for each page, so that two tabs do not give the same one.
 */
export class Outbox {
  readonly #rows = new Map<number, OutboxRow>()
  readonly #slot = Math.floor(Math.random() * 1000)
  #last = 0
  #list: readonly WaitingChange[] | null = null

  add(row: OutboxRow): number {
    this.#last = Math.max(this.#last + 1, Date.now() * 1000 + this.#slot)
    this.#rows.set(this.#last, row)
    this.#list = null
    return this.#last
  }

  /** Takes over what earlier pages left; new numbers are above theirs. */
  restore(rows: ReadonlyMap<number, OutboxRow>): void {
    for (const [seq, row] of rows) {
      this.#rows.set(seq, row)
      this.#last = Math.max(this.#last, seq)
    }
    this.#list = null
  }

  get(seq: number): OutboxRow | undefined {
    return this.#rows.get(seq)
  }

  /** Gives a change a new number because another tab has taken its old one. */
  renumber(seq: number): number {
    const row = this.#rows.get(seq)
    this.#rows.delete(seq)
    return row ? this.add(row) : seq
  }

  /** Drops what is acknowledged and returns the numbers. Rows of other tabs are theirs to drop: they may not be sent. */
  forgetUpTo(seq: number): number[] {
    const forgotten = [...this.#rows.keys()].filter((each) => each <= seq)
    for (const each of forgotten) this.#rows.delete(each)
    if (forgotten.length > 0) this.#list = null
    return forgotten
  }

  all(): ReadonlyMap<number, OutboxRow> {
    return this.#rows
  }

  unsent(): readonly Uint8Array[] {
    return this.waiting().flatMap(({ seq }) => this.#rows.get(seq)?.update ?? [])
  }

  waiting(): readonly WaitingChange[] {
    this.#list ??= Array.from(this.#rows, ([seq, { at, places }]) => ({ seq, at, places })).sort(
      (a, b) => a.seq - b.seq,
    )
    return this.#list
  }
}
