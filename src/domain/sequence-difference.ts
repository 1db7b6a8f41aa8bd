/** Where two sequences differ: `a` from `aFrom` up to `aTo` stands where the other has `bFrom` up to `bTo`. */
export interface Hunk {
  aFrom: number
  aTo: number
  bFrom: number
  bTo: number
}

/** Beyond so many steps two sequences have little in common: what lies between their ends counts as one difference. */
const mostSteps = 1_000

/**
 * The differences of two sequences, in order; few and small ones, by Myers' greedy walk ("An O(ND) Difference
 * Algorithm", 1986). What lies outside of them is the same in both.
 */
export const findDifferences = (a: readonly string[], b: readonly string[]): Hunk[] => {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let [aEnd, bEnd] = [a.length, b.length]
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd -= 1
    bEnd -= 1
  }
  const found = walk(a.slice(start, aEnd), b.slice(start, bEnd))
  return found.map(({ aFrom, aTo, bFrom, bTo }) => ({
    aFrom: aFrom + start,
    aTo: aTo + start,
    bFrom: bFrom + start,
    bTo: bTo + start,
  }))
}

const walk = (a: readonly string[], b: readonly string[]): Hunk[] => {
  if (a.length === 0 && b.length === 0) return []
  const whole = [{ aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }]
  if (a.length === 0 || b.length === 0) return whole
  const trace: Int32Array[] = []
  const most = Math.min(a.length + b.length, mostSteps)
  /** The farthest place in `a` on each diagonal, by the diagonal's number plus `most`. */
  const reach = new Int32Array(2 * most + 2)
  for (let steps = 0; steps <= most; steps += 1) {
    trace.push(reach.slice(most - steps, most + steps + 1))
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = isDown(reach, most, diagonal, steps) ? at(reach, most + diagonal + 1) : at(reach, most + diagonal - 1) + 1
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1
      reach[most + diagonal] = x
      if (x >= a.length && x - diagonal >= b.length) return backwards(trace, a.length, b.length)
    }
  }
  return whole
}

const at = (numbers: Int32Array, index: number): number => numbers[index] ?? 0

/** Whether the farthest way to a diagonal comes from the one above, by taking one of `b`. */
const isDown = (reach: Int32Array, middle: number, diagonal: number, steps: number): boolean =>
  diagonal === -steps || (diagonal !== steps && at(reach, middle + diagonal - 1) < at(reach, middle + diagonal + 1))

/** Follows the way back from the end and gathers what lies off the diagonals. */
const backwards = (trace: readonly Int32Array[], aLength: number, bLength: number): Hunk[] => {
  const hunks: Hunk[] = []
  let [x, y] = [aLength, bLength]
  for (let steps = trace.length - 1; steps > 0; steps -= 1) {
    const reach = trace[steps] ?? new Int32Array(1)
    const diagonal = x - y
    const from = isDown(reach, steps, diagonal, steps) ? diagonal + 1 : diagonal - 1
    const beforeX = at(reach, steps + from)
    const beforeY = beforeX - from
    const [stepX, stepY] = from > diagonal ? [beforeX, beforeY + 1] : [beforeX + 1, beforeY]
    const next = hunks.at(-1)
    if (next && next.aFrom === stepX && next.bFrom === stepY) {
      next.aFrom = beforeX
      next.bFrom = beforeY
    } else {
      hunks.push({ aFrom: beforeX, aTo: stepX, bFrom: beforeY, bTo: stepY })
    }
    x = beforeX
    y = beforeY
  }
  return hunks.toReversed()
}
