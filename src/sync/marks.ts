/**
 * Which marks are asked and which are answered (rules 2 and 4 of protocol/README). One number covers every smaller one,
 * so only the highest is repeated on a new line.
 */
export class Marks {
  #wanted = 0
  #stored = 0
  /** Asked on this line and not answered, oldest first. */
  #asked: { n: number; at: number }[] = []

  /** Whether this number is news. */
  want(n: number): boolean {
    if (n <= this.#wanted) return false
    this.#wanted = n
    return n > this.#stored
  }

  /** The number to ask for on a new line, or null when nothing is open. */
  open(): number | null {
    return this.#wanted > this.#stored ? this.#wanted : null
  }

  /** A number whose answer changes nothing, to see whether the line is alive. */
  probe(): number {
    return this.open() ?? this.#stored
  }

  asked(n: number, nowMs: number): void {
    this.#asked.push({ n, at: nowMs })
  }

  answered(n: number): void {
    this.#stored = Math.max(this.#stored, n)
    this.#asked = this.#asked.filter((each) => each.n > n)
  }

  /** The line is gone and its answers with it. */
  forgetAsked(): void {
    this.#asked = []
  }

  /** How long the oldest question has been waiting, in ms; 0 without one. */
  waitedMs(nowMs: number): number {
    const [oldest] = this.#asked
    return oldest ? nowMs - oldest.at : 0
  }
}
