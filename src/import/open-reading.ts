import { maxImportBytes, type ImportRefusal } from '../domain/imported.ts'
import type { ReadFile } from './read-file.ts'
import type { WorkerSays } from './read-worker.ts'
// oxlint-disable-next-line import/default -- Vite makes it: the worker's address
import workerAddress from './read-worker.ts?worker&url'

export type { ReadFile }

/** A file that is being read. */
export interface Reading {
  /** Never resolves after `cancel`. Rejects when the code that reads cannot be had. */
  whenRead: Promise<{ ok: true; read: ReadFile } | { ok: false; why: ImportRefusal }>
  cancel(): void
}

/** Reads a file beside the page, which stays quick whatever is in the file. `onProgress` hears shares from 0 to 1. */
export const openReading = (file: Blob, fileName: string, onProgress: (share: number) => void): Reading => {
  if (file.size === 0) return answered('empty')
  if (file.size > maxImportBytes) return answered('too-large')
  const worker = new Worker(trusted(workerAddress), { type: 'module' })
  const whenRead = new Promise<Awaited<Reading['whenRead']>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerSays>) => {
      if (data.name === 'progress') return onProgress(data.share)
      worker.terminate()
      resolve(data.name === 'read' ? { ok: true, read: data.read } : { ok: false, why: data.why })
    })
    worker.addEventListener('error', (event) => {
      worker.terminate()
      reject(new Error(event.message || 'the reader cannot be started'))
    })
  })
  worker.postMessage({ file, fileName }, [])
  return { whenRead, cancel: () => worker.terminate() }
}

const answered = (why: ImportRefusal): Reading => ({
  whenRead: Promise.resolve({ ok: false, why }),
  cancel: () => undefined,
})

let policy: { createScriptURL(address: string): string } | undefined

/** The page may run no script that nobody vouches for (Trusted Types): this policy vouches for the reader alone. */
const trusted = (address: string): string => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  policy ??= trustedTypes?.createPolicy('file-reader', { createScriptURL: () => address })
  return policy?.createScriptURL('') ?? address
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: string): string }
}
