import type { Batch } from './draft-database.ts'
import { Outbox } from './outbox.ts'
import type { OutboxRow } from './outbox-row.ts'

interface Queued {
  update: Uint8Array
  /** Its outbox number when it is this person's. */
  seq: number | null
}

/** What stands in the queue at one moment, as one batch to write. */
export interface Portion extends Batch {
  queued: readonly Queued[]
}

/** What is not on disk yet: updates, and acknowledgements by which changes leave the outbox. */
export class WriteQueue {
  readonly outbox = new Outbox()
  readonly #queue: Queued[] = []
  readonly #acknowledged: number[] = []

  get isEmpty(): boolean {
    return this.#queue.length === 0 && this.#acknowledged.length === 0
  }

  /** `own` is what the outbox keeps of a change of this person. */
  add(update: Uint8Array, own: Omit<OutboxRow, 'update'> | null): void {
    this.#queue.push({ update, seq: own && this.outbox.add({ update, ...own }) })
  }

  /** Whether anything was still waiting of that. */
  forgetUpTo(seq: number): boolean {
    const forgotten = this.outbox.forgetUpTo(seq)
    this.#acknowledged.push(...forgotten)
    return forgotten.length > 0
  }

  portion(): Portion {
    const queued = this.#queue.slice()
    return {
      queued,
      updates: queued.map(({ update }) => update),
      outbox: this.#rowsOf(queued),
      acknowledged: this.#acknowledged.slice(),
    }
  }

  /** For a database that was deleted: the whole document, and everything that waits. */
  everything(whole: Uint8Array): Portion {
    return { ...this.portion(), updates: [whole], outbox: this.outbox.all(), isWhole: true }
  }

  /** The portion is on disk. */
  written({ queued, acknowledged }: Portion): void {
    this.#queue.splice(0, queued.length)
    this.#acknowledged.splice(0, acknowledged.length)
  }

  /** Another tab took the same number: gives these new ones. */
  renumber({ queued }: Portion): void {
    for (const each of queued) if (each.seq !== null) each.seq = this.outbox.renumber(each.seq)
  }

  /** Outbox rows of the queued changes; what the server acknowledged before it was written here needs none. */
  #rowsOf(queued: readonly Queued[]): Map<number, OutboxRow> {
    const rows = new Map<number, OutboxRow>()
    for (const { seq } of queued) {
      const row = seq === null ? undefined : this.outbox.get(seq)
      if (seq !== null && row) rows.set(seq, row)
    }
    return rows
  }
}
