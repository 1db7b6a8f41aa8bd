import type { Sector } from './sector.ts'

/** An organisation with how much of a text is its own. */
export interface Share {
  organisation: string
  sector: Sector
  /** Characters that stand in the text now. */
  characters: number
  /** Whole percent; all shares together make 100. */
  percent: number
}

/**
 * Whose a text is, by what stands in it now, most first. Percentages are rounded so that they add up: what is missing
 * goes to those who lost most by rounding down.
 */
export const sharesOf = (written: readonly Omit<Share, 'percent'>[]): Share[] => {
  const byOrganisation = new Map<string, Omit<Share, 'percent'>>()
  for (const { organisation, sector, characters } of written) {
    const key = `${sector} ${organisation}`
    const before = byOrganisation.get(key)?.characters ?? 0
    if (before + characters > 0) byOrganisation.set(key, { organisation, sector, characters: before + characters })
  }
  const shares = [...byOrganisation.values()].sort((a, b) => b.characters - a.characters)
  const all = shares.reduce((sum, { characters }) => sum + characters, 0)
  const exact = shares.map(({ characters }) => (characters / all) * 100)
  const missing = 100 - exact.reduce((sum, percent) => sum + Math.floor(percent), 0)
  const mostLost = exact.map((percent, index) => ({ index, lost: percent % 1 })).sort((a, b) => b.lost - a.lost)
  const raised = new Set(mostLost.slice(0, missing).map(({ index }) => index))
  return shares.map((share, index) => ({
    ...share,
    percent: Math.floor(exact[index] ?? 0) + (raised.has(index) ? 1 : 0),
  }))
}
