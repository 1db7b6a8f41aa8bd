/** Node looks every 10 ms how late it is, and counts those in. */
const resolutionMs = 10

/** The longest time for which our server's event loop stood still since this was last asked of its metrics, in ms. */
export const readStall = async (metricsPort: number): Promise<number> => {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  const seconds = Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1])
  return Math.max(0, seconds * 1000 - resolutionMs)
}
