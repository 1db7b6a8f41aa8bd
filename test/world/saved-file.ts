import { readFile } from 'node:fs/promises'
import * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { readSectionText } from '../../src/document/read-expression.ts'
import { readRescueFile } from '../../src/state/rescue/rescue-file.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import type { Person } from './people.ts'

/** Presses what the status line offers when nothing is safe, and returns what the file has in a section. */
export const savesFile = async ({ page }: Person, sectionId: string): Promise<string> => {
  const button = page.getByRole('button', { name: german.connection.status.saveFileNow }).first()
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return readSavedFile(await readFile(await download.path()), sectionId)
}

/** What a rescue file has in a section. */
export const readSavedFile = async (bytes: Uint8Array, sectionId: string): Promise<string> => {
  const saved = await readRescueFile(bytes)
  if (!saved.ok) throw new Error(saved.problem)
  const doc = createDraftDocument()
  Y.applyUpdate(doc, saved.file.content)
  return readSectionText(doc, sectionId)
}
