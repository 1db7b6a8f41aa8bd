/** So often it is looked whether somebody has ended composing, and whether accepted words have come. */
const againMs = 200
/** So many times it is looked for words that others say they accepted: they come with the text, by another way. */
const looksForWords = 50

interface RenewalOptions {
  isComposing: () => boolean
  /** Whether the words that others accepted stand in the content. */
  haveWordsCome: () => boolean
  renew: () => Promise<void>
}

/** Renews a fork once, as soon as nobody is disturbed by it and everything for it is there. */
export class Renewal {
  readonly #options: RenewalOptions
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(options: RenewalOptions) {
    this.#options = options
  }

  isDue(): boolean {
    return this.#timer !== null
  }

  begin(afterMs = 0, looks = looksForWords): void {
    this.#timer ??= setTimeout(() => {
      const haveCome = looks === 0 || this.#options.haveWordsCome()
      if (haveCome && !this.#options.isComposing()) void this.#renew()
      else {
        this.#timer = null
        this.begin(againMs, haveCome ? looks : looks - 1)
      }
    }, afterMs)
  }

  callOff(): void {
    clearTimeout(this.#timer ?? undefined)
    this.#timer = null
  }

  async #renew(): Promise<void> {
    try {
      await this.#options.renew()
    } finally {
      this.#timer = null
    }
  }
}
