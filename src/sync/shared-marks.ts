/**
 * Marks of several pages on one line: each asks for its own numbers, the line for growing ones of its own, so that an
 * answer covers only what had come before it was asked.
 */
export class SharedMarks {
  #last = 0
  #asked: { n: number; page: string; seq: number }[] = []

  /** The number to ask the line for. */
  ask(page: string, seq: number): number {
    // Above those of pages before this one, which counted in microseconds too.
    this.#last = Math.max(this.#last + 1, Date.now() * 1000)
    this.#asked.push({ n: this.#last, page, seq })
    return this.#last
  }

  /** The highest number of each page that the answer covers. */
  answered(n: number): ReadonlyMap<string, number> {
    const covered = new Map<string, number>()
    for (const each of this.#asked) {
      if (each.n <= n) covered.set(each.page, Math.max(each.seq, covered.get(each.page) ?? 0))
    }
    this.#asked = this.#asked.filter((each) => each.n > n)
    return covered
  }
}
