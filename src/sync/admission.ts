import type { Outcome } from '../domain/refusal.ts'
import { jittered } from './jitter.ts'

/** Between the tries: 1, 2, 4 … 30 s, and at once when the line may be back. */
const firstRetryMs = 1_000
const longestRetryMs = 30_000

/** Gets a draft in before its first socket: one started offline must be known to the server. */
export class Admission {
  readonly #ask: (() => Promise<Outcome<unknown>>) | null
  readonly #answered: (answer: Outcome<unknown>) => void
  #isAsking = false
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | null = null
  isGiven: boolean

  /** Without `ask` everybody is in already. `answered` hears the final word, never that the server is out of reach. */
  constructor(ask: (() => Promise<Outcome<unknown>>) | null, answered: (answer: Outcome<unknown>) => void) {
    this.#ask = ask
    this.#answered = answered
    this.isGiven = ask === null
  }

  request(): void {
    if (this.#ask === null || this.#isAsking || this.isGiven) return
    this.stop()
    this.#isAsking = true
    // Refusals come as values; what throws all the same is tried again like a server out of reach.
    void this.#ask()
      .catch(() => ({ ok: false, refusal: 'unreachable' }) as const)
      .then((answer) => this.#receive(answer))
  }

  stop(): void {
    if (this.#retry !== null) clearTimeout(this.#retry)
    this.#retry = null
  }

  #receive(answer: Outcome<unknown>): void {
    this.#isAsking = false
    if (!answer.ok && (answer.refusal === 'unreachable' || answer.refusal === 'busy')) {
      const delayMs = Math.min(firstRetryMs * 2 ** this.#failures++, longestRetryMs)
      this.#retry = setTimeout(() => this.request(), jittered(delayMs))
      return
    }
    this.isGiven = answer.ok
    this.#answered(answer)
  }
}
