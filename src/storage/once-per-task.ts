/** Tells at most once per task, and outside of whatever event it is called in, so that a mistake in it cannot get there. */
export const oncePerTask = (tell: () => void): (() => void) => {
  let isDue = false
  return () => {
    if (isDue) return
    isDue = true
    queueMicrotask(() => {
      isDue = false
      tell()
    })
  }
}
