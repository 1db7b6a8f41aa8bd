type Range = [from: number, to: number]

/** Ids of characters by Yjs client. Ranges that touch are one: a long evening of typing is no long list. */
export class IdRanges {
  readonly #byClient = new Map<number, Range[]>()

  /** How many ranges it takes to name them all. */
  get size(): number {
    return [...this.#byClient.values()].reduce((sum, ranges) => sum + ranges.length, 0)
  }

  add(client: number, from: number, to: number): void {
    const ranges = this.#byClient.get(client) ?? []
    const touching = ranges.filter((range) => range[0] <= to && range[1] >= from)
    const whole: Range = [Math.min(from, touching[0]?.[0] ?? from), Math.max(to, touching.at(-1)?.[1] ?? to)]
    const before = ranges.filter((range) => range[1] < from)
    this.#byClient.set(client, [...before, whole, ...ranges.slice(before.length + touching.length)])
  }

  hasAny(client: number, from: number, to: number): boolean {
    return this.#byClient.get(client)?.some((range) => range[0] < to && from < range[1]) ?? false
  }
}
