/** Those who want to hear of one thing. */
export class Listeners<Args extends unknown[] = []> {
  readonly #all = new Set<(...args: Args) => void>()

  /** Returns how to stop. */
  readonly add = (listener: (...args: Args) => void): (() => void) => {
    this.#all.add(listener)
    return () => this.#all.delete(listener)
  }

  tell(...args: Args): void {
    for (const listener of this.#all) listener(...args)
  }

  clear(): void {
    this.#all.clear()
  }
}
