/** A transaction that neither completes nor fails is given up, so that nobody waits for ever. */
const transactionLimitMs = 10_000

/** Resolves when the browser has completed the transaction, rejects with the reason it did not. */
export const whenComplete = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => {
      reject(new DOMException('the database does not answer', 'TimeoutError'))
      abort(transaction)
    }, transactionLimitMs)
    const settle = (act: () => void) => () => {
      clearTimeout(giveUp)
      act()
    }
    transaction.addEventListener('complete', settle(resolve))
    transaction.addEventListener(
      'abort',
      settle(() => reject(transaction.error ?? new DOMException('aborted', 'AbortError'))),
    )
  })

/** So that it cannot complete later, after its batch was written by another connection. */
export const abort = (transaction: IDBTransaction): void => {
  try {
    transaction.abort()
  } catch {
    // It has ended after all, or its connection is gone.
  }
}
