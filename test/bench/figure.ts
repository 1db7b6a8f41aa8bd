import { cpus, totalmem } from 'node:os'

/** One measured figure; `target` is the most it may be, or the least. `×` is a share of the better peer's. */
export interface Figure {
  name: string
  /** Null where there was nothing to compare with. */
  value: number | null
  unit: 'µs' | 'ms' | 'kB' | '×' | 'updates'
  target: number
  isLeast?: boolean
  /** Of several measurings, of which the value is the median, or the worst where the name says so. */
  rounds?: number
  least?: number
  most?: number
  /** Whose share it is. */
  beside?: string
  note?: string
}

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** The median of several rounds with the least and the most, to so many digits behind the point. */
export const middle = (
  values: readonly number[],
  digits = 0,
): Pick<Figure, 'rounds' | 'least' | 'most'> & { value: number } => {
  const short = (value: number): number => Number(value.toFixed(digits))
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return { value: short(median(values)), rounds: values.length, least: short(least), most: short(most) }
}

export const machine = (): string =>
  `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`

const measured = ({ value, unit, least, most, beside, note }: Figure): string => {
  const span = least === undefined ? '' : ` (${least}–${most})`
  return [`${value ?? '–'} ${unit}${span}`, ...(beside ? [`beside ${beside}`] : []), ...(note ? [note] : [])].join('; ')
}

const isMissed = ({ value, target, isLeast }: Figure): boolean =>
  value === null || (isLeast ? value < target : value > target)

export const asTable = (figures: readonly Figure[]): string =>
  [
    '| Figure | Measured | Target | |',
    '| --- | ---: | ---: | --- |',
    ...figures.map(
      (figure) =>
        `| ${figure.name} | ${measured(figure)} | ${figure.isLeast ? '≥' : '≤'} ${figure.target} ${figure.unit} | ${isMissed(figure) ? 'missed' : ''} |`,
    ),
  ].join('\n')
