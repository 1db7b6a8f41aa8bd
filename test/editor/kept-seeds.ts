/** Seeds of fast-check that once failed; always replayed. What they found is an example test in binding.test.ts as well. */
export const keptSeeds: readonly { seed: number; path: string }[] = []
