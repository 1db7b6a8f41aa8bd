import { spawnSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTestFolder } from '../world/server.ts'

/** A disk of a few MiB in memory, which a test can fill. */
export interface SmallDisk {
  folder: string
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
  const unmount = (): void => {
    spawnSync('umount', ['--lazy', folder])
  }
  process.once('exit', unmount)
  return {
    folder,
    fill: () => {
      const { bavail, bsize } = statfsSync(folder)
      try {
        writeFileSync(ballast, new Uint8Array(bavail * bsize))
      } catch {
        // Somebody else has taken the last of it.
      }
    },
    free: () => rmSync(ballast),
    unmount,
  }
}
