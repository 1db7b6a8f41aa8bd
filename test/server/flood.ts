import type { EntryAuthor } from '../../src/domain/discussion-entry.ts'
import { discussionOf } from '../../src/domain/document-id.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { documentPath } from '../../src/protocol/document-path.ts'
import { closeCode } from '../../src/protocol/messages.ts'
import { authorOf, comment, newId, saying } from './gate/talk.ts'
import { openLine, until } from './line.ts'
import { bruno, joinDraft, type Browser } from './person.ts'

interface Host {
  draftId: DraftId
  browser: Browser
}

let page = 100

/** Says so many comments of this length at once, again and again; the code with which that ends. */
const flood = async (server: { url: string }, draftId: DraftId, by: Browser, count: number, length: number) => {
  const as: EntryAuthor = authorOf((await by.readAccess(draftId)).body.me)
  const line = await openLine(server, documentPath(discussionOf(draftId)), { cookie: by.cookie() })
  for (let last = 1; line.closed === null; last += 1) {
    const entries = Array.from({ length: count }, () => [newId(), comment(as, 'x'.repeat(length))] as const)
    line.sendUpdate(saying(Object.fromEntries(entries), (page += 1)))
    line.mark(last)
    await until('it is kept or refused', () => line.closed !== null || line.stored().includes(last))
  }
  return line.whenClosed()
}

/** Guests talk until the discussion takes not even a short comment any more; the codes with which they were sent away. */
export const fillDiscussion = async (server: { url: string }, host: Host): Promise<number[]> => {
  const codes: number[] = []
  while (codes.at(-1) !== closeCode.draftFull) {
    const guest = await joinDraft(server, host, { ...bruno, role: 'commenter' })
    codes.push(await flood(server, host.draftId, guest, 40, 4_000))
    if (codes.at(-1) !== closeCode.draftFull) continue
    await flood(server, host.draftId, guest, 1, 4_000)
    await flood(server, host.draftId, guest, 1, 20)
  }
  return codes
}
