interface Asking {
  grant: () => void
  refuse: (error: DOMException) => void
}

type Callback = (lock: Lock | null) => unknown

/** The locks of one browser by the rules of Web Locks, for Node, which has none: exclusive, `signal`, `steal`, `ifAvailable`. */
export class TestLocks implements LockManager {
  readonly #held = new Map<string, Asking>()
  readonly #queues = new Map<string, Asking[]>()

  request = ((name: string, ...rest: [Callback] | [LockOptions, Callback]) => {
    const [options, callback] = rest.length === 1 ? [{}, rest[0]] : rest
    return new Promise<unknown>((resolve, refuse) => {
      const asking: Asking = { refuse, grant: () => void this.#hold(name, asking, callback).then(resolve, refuse) }
      if (options.steal) this.#steal(name, asking)
      // As in a browser, nobody is granted anything before their own task is done.
      else queueMicrotask(() => this.#ask(name, options, asking, callback, resolve))
    })
  }) as LockManager['request']

  query = (): Promise<LockManagerSnapshot> =>
    Promise.resolve({ held: Array.from(this.#held.keys(), (name) => ({ name, mode: 'exclusive' })), pending: [] })

  async #hold(name: string, asking: Asking, callback: Callback): Promise<unknown> {
    this.#held.set(name, asking)
    try {
      return await callback({ name, mode: 'exclusive' })
    } finally {
      if (this.#held.get(name) === asking) {
        this.#held.delete(name)
        this.#queues.get(name)?.shift()?.grant()
      }
    }
  }

  #steal(name: string, asking: Asking): void {
    this.#held.get(name)?.refuse(new DOMException('stolen', 'AbortError'))
    asking.grant()
  }

  #ask(
    name: string,
    { signal, ifAvailable }: LockOptions,
    asking: Asking,
    callback: Callback,
    resolve: (value: unknown) => void,
  ): void {
    if (signal?.aborted) return asking.refuse(new DOMException('aborted', 'AbortError'))
    if (!this.#held.has(name)) return asking.grant()
    if (ifAvailable) return resolve(callback(null))
    const queue = this.#queues.get(name) ?? []
    this.#queues.set(name, queue)
    queue.push(asking)
    signal?.addEventListener('abort', () => {
      const at = queue.indexOf(asking)
      if (at < 0) return
      queue.splice(at, 1)
      asking.refuse(new DOMException('aborted', 'AbortError'))
    })
  }
}
