import { exportWords } from '../../src/ui/wording/export.ts'
import { bruno } from '../world/cast.ts'
import { Person } from '../world/people.ts'
import type { TestServer } from '../world/server.ts'
import type { FullDraft } from './draft.ts'
import { median, type Figure } from './figure.ts'

const runs = 5

/** From the press to the finished document, without a network: once on a page that has made none yet, and then again. */
const measure =
  (format: 'pdf' | 'docx', name: string, target: number) =>
  async (server: TestServer, draft: FullDraft): Promise<Figure[]> => {
    const person = await Person.arrives(bruno, server)
    try {
      await person.joins(await draft.inviteGuest(bruno.name))
      await person.hasTheAppOnTheDevice()
      await person.hasEverythingTransferred()
      person.goesOffline()
      const first: number[] = []
      const again: number[] = []
      for (let run = 0; run < runs; run++) {
        await person.opens(`${person.draftPath}/export`)
        first.push(await makes(person, format))
        again.push(await makes(person, format))
      }
      return [
        { name: `${name} of a full draft, the first of a page`, value: Math.round(median(first)), unit: 'ms', target },
        { name: '… once more', value: Math.round(median(again)), unit: 'ms', target },
      ]
    } finally {
      await person.leaves()
    }
  }

const makes = async ({ page }: Person, format: 'pdf' | 'docx'): Promise<number> => {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: exportWords.de.formats[format].save }).click()
  await download
  return page.evaluate(() => {
    const [begun, made] = ['document-begun', 'document-made'].map(
      (mark) => performance.getEntriesByName(mark).at(-1)?.startTime ?? Number.NaN,
    )
    return (made ?? Number.NaN) - (begun ?? Number.NaN)
  })
}

export const measurePdf = measure('pdf', 'PDF', 1_000)
export const measureDocx = measure('docx', 'Word file', 300)
