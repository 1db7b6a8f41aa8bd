import { getHeapStatistics } from 'node:v8'

/** Watches whether the process keeps up with its work. */
export interface Load {
  isOverloaded: () => boolean
  stop: () => void
}

const sampleMs = 200

/** A turn of the event loop that comes this late, several times in a row, is more than a hiccup. */
const maxLagMs = 250
const lateInARow = 3

const maxHeapShare = 0.8

export const watchLoad = (): Load => {
  const maxHeapBytes = getHeapStatistics().heap_size_limit * maxHeapShare
  let last = performance.now()
  let late = 0
  let isHeapFull = false
  const sample = (): void => {
    const now = performance.now()
    late = now - last - sampleMs > maxLagMs ? late + 1 : 0
    last = now
    isHeapFull = process.memoryUsage().heapUsed > maxHeapBytes
  }
  const timer = setInterval(sample, sampleMs).unref()
  return {
    isOverloaded: () => late >= lateInARow || isHeapFull,
    stop: () => clearInterval(timer),
  }
}
