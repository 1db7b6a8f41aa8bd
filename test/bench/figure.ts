import { cpus, totalmem } from 'node:os'

/** One measured figure; `target` is the most it may be, or the least. `×` is a share of the better peer's. */
export interface Figure {
  name: string
  value: number
  unit: 'µs' | 'ms' | 'kB' | '×' | 'updates'
  target: number
  isLeast?: boolean
}

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

export const machine = (): string =>
  `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`

export const asTable = (figures: readonly Figure[]): string =>
  [
    '| Figure | Measured | Target |',
    '| --- | ---: | ---: |',
    ...figures.map(
      ({ name, value, unit, target, isLeast }) =>
        `| ${name} | ${value} ${unit} | ${isLeast ? '≥' : '≤'} ${target} ${unit} |`,
    ),
  ].join('\n')
