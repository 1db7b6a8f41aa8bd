import type { ImportRefusal } from '../domain/imported.ts'
import { readFile, type ReadFile } from './read-file.ts'
import { Refused } from './refused.ts'

/** What a page hears of a file that is read beside it. */
export type WorkerSays =
  { name: 'progress'; share: number } | { name: 'read'; read: ReadFile } | { name: 'refused'; why: ImportRefusal }

/** Reads the one file it is sent. Whatever goes wrong in it, the page goes on. */
self.addEventListener('message', ({ data }: MessageEvent<{ file: Blob; fileName: string }>) => {
  let told = 0
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- in a worker there is one who listens
  const say = (what: WorkerSays) => self.postMessage(what)
  const onProgress = (share: number) => {
    if (share - told < 0.02 && share >= told) return
    told = share
    say({ name: 'progress', share })
  }
  data.file
    .arrayBuffer()
    .then((buffer) => say({ name: 'read', read: readFile(new Uint8Array(buffer), data.fileName, onProgress) }))
    .catch((error: unknown) => say({ name: 'refused', why: error instanceof Refused ? error.why : 'damaged' }))
})
