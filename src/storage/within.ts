/** The promise's result, or a rejection after `limitMs`, so that nothing waits for ever. */
export const within = <T>(limitMs: number, promise: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException(`no answer within ${limitMs} ms`, 'TimeoutError')), limitMs)
  })
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer))
}
