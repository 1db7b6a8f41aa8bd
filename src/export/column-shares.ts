/** How the columns of a table share its width, by their number: the same in every format. */
export const columnShares = (columns: number): readonly number[] =>
  known[columns] ?? Array.from({ length: columns }, () => 1 / columns)

const known: Record<number, readonly number[]> = { 2: [0.38, 0.62], 3: [0.36, 0.32, 0.32] }
