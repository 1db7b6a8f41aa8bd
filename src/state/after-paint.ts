/** Where nothing is painted, on a hidden page for one, the task comes after so long. */
const unpaintedMs = 50

/** Runs a task once the next frame is painted, so that it does not stand between a key press and its letter. Returns how to call it off. */
export const afterPaint = (task: () => void): (() => void) => {
  let frame: number | null = null
  const callOff = (): void => {
    clearTimeout(timer)
    if (frame !== null) cancelAnimationFrame(frame)
  }
  const run = (): void => {
    callOff()
    task()
  }
  let timer = setTimeout(run, unpaintedMs)
  if (typeof requestAnimationFrame === 'function')
    frame = requestAnimationFrame(() => {
      clearTimeout(timer)
      timer = setTimeout(run)
    })
  return callOff
}
