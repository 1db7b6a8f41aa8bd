import { createStore, type StoreApi } from 'zustand/vanilla'
import { nothingLeftOut, type ImportRefusal } from '../domain/imported.ts'
import type { Line } from '../domain/line.ts'
import type { ReadFile, Reading } from '../import/open-reading.ts'

/** A file on its way into a draft. */
export type FileReadingView =
  | { name: 'choosing' | 'failed' }
  | { name: 'reading'; fileName: string; share: number }
  | { name: 'refused'; why: ImportRefusal }
  | { name: 'read'; fileName: string; read: ReadFile }

export interface FileReading {
  view: StoreApi<FileReadingView>
  /** Reads a file, in place of one that is still being read. */
  read(file: Blob, fileName: string): void
  /** Takes lines that need no reading any more. */
  take(lines: Line[], fileName: string): void
  /** Calls off what is being read. */
  cancel(): void
}

const choosing: FileReadingView = { name: 'choosing' }

export const createFileReading = (): FileReading => {
  const view = createStore<FileReadingView>(() => choosing)
  let current: Reading | null = null
  /** Counts what was begun, so that an answer to what was called off says nothing. */
  let turn = 0
  const say = (next: FileReadingView) => view.setState(next, true)
  const cancel = () => {
    turn += 1
    current?.cancel()
    current = null
    if (view.getState().name === 'reading') say(choosing)
  }
  const begin = async (file: Blob, fileName: string, mine: number): Promise<void> => {
    const { openReading } = await import('../import/open-reading.ts')
    if (mine !== turn) return
    current = openReading(file, fileName, (share) => {
      if (mine === turn) say({ name: 'reading', fileName, share })
    })
    const outcome = await current.whenRead
    if (mine !== turn) return
    say(outcome.ok ? { name: 'read', fileName, read: outcome.read } : { name: 'refused', why: outcome.why })
  }
  return {
    view,
    cancel,
    take: (lines, fileName) => {
      cancel()
      say({ name: 'read', fileName, read: { kind: 'text', lines, leftOut: nothingLeftOut } })
    },
    read: (file, fileName) => {
      cancel()
      const mine = turn
      say({ name: 'reading', fileName, share: 0 })
      void begin(file, fileName, turn).catch(() => {
        if (mine === turn) say({ name: 'failed' })
      })
    },
  }
}
