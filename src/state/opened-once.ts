/** What is opened when it is first asked for, once for everybody who asks. */
export interface OpenedOnce<T> {
  /** Rejects as opening does; the next one who asks has it tried again. */
  get(): Promise<T>
  /** Null while nobody has asked. */
  begun(): Promise<T> | null
}

export const openedOnce = <T>(open: () => Promise<T>): OpenedOnce<T> => {
  let opened: Promise<T> | null = null
  return {
    get: () => {
      opened ??= open().catch((error: unknown) => {
        opened = null
        throw error
      })
      return opened
    },
    begun: () => opened,
  }
}
