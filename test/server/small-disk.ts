import { spawnSync } from 'node:child_process'
import { appendFileSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { createTestFolder } from '../world/server.ts'

/** A browser on a full disk makes room by itself, from its own caches: what it gives up is taken at once. */
const refillMs = 20

/** A disk of a few MiB in memory, which a test can fill. */
export interface SmallDisk {
  folder: string
  /** Full until it is freed, whatever somebody else on it deletes. */
  fill(): void
  free(): void
  unmount(): void
}

/** Null where this user may not mount anything. */
export const mountSmallDisk = (mebibytes: number): SmallDisk | null => {
  const folder = createTestFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder])
  if (mounted.status !== 0) return null
  const ballast = join(folder, 'ballast')
  const takeTheRest = (): void => {
    const { bavail, bsize } = statfsSync(folder)
    try {
      if (bavail > 0) appendFileSync(ballast, new Uint8Array(bavail * bsize))
    } catch {
      // Somebody else has taken the last of it.
    }
  }
  let taking: ReturnType<typeof setInterval> | undefined
  const unmount = (): void => {
    clearInterval(taking)
    spawnSync('umount', ['--lazy', folder])
  }
  process.once('exit', unmount)
  return {
    folder,
    fill: () => {
      takeTheRest()
      taking = setInterval(takeTheRest, refillMs)
    },
    free: () => {
      clearInterval(taking)
      rmSync(ballast)
    },
    unmount,
  }
}
