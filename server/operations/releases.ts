import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Somebody's page may have been open, or asleep, for as long as this. */
const keptMs = 30 * 86_400_000

const current = 'current'
const replaced = /^replaced-(\d+)$/

/**
 * Keeps what the built app consists of in the data folder, and what the releases before it consisted of for 30 days after
 * they were replaced: pages opened before go on fetching their parts. Answers their folders, the newest last. `now` in
 * ms since 1970. Throws where the data folder takes nothing.
 */
export const keepReleases = (appDir: string, dataDir: string, now = Date.now()): readonly string[] => {
  const folder = join(dataDir, 'releases')
  if (existsSync(join(appDir, 'assets'))) {
    const kept = join(folder, current)
    if (!isSameRelease(appDir, kept)) {
      if (existsSync(kept)) renameSync(kept, join(folder, `replaced-${now}`))
      // Copied aside, so that a start that breaks off leaves nothing that looks whole.
      const copy = join(folder, 'new')
      rmSync(copy, { recursive: true, force: true })
      cpSync(join(appDir, 'assets'), join(copy, 'assets'), { recursive: true })
      renameSync(copy, kept)
    }
  }
  return replacedReleases(folder).flatMap(({ path, at }) => {
    if (now - at <= keptMs) return [path]
    rmSync(path, { recursive: true })
    return []
  })
}

/** The build puts a hash of the content into every name. */
const isSameRelease = (one: string, other: string): boolean => assetsOf(one).join() === assetsOf(other).join()

const assetsOf = (release: string): string[] => {
  const folder = join(release, 'assets')
  return existsSync(folder) ? readdirSync(folder).sort() : []
}

const replacedReleases = (folder: string): { path: string; at: number }[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .flatMap((name) => {
      const at = Number(replaced.exec(name)?.[1])
      return Number.isNaN(at) ? [] : [{ path: join(folder, name), at }]
    })
    .sort((a, b) => a.at - b.at)
