import { isDraftId, type DraftId } from '../../domain/draft-id.ts'

export type ReadLink =
  | { name: 'here'; draftId: DraftId; secret: string }
  /** A sound link, but of another server. */
  | { name: 'elsewhere'; host: string }
  | { name: 'unreadable' }

const linkPattern = /(https?:\/\/[^\s/#]+)?\/einladung\/([a-z0-9]{26})#([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/i

/** Finds an invitation's link in what someone pasted, which may be a whole mail. `origin` is this server's. */
export const readInvitationLink = (pasted: string, origin: string): ReadLink => {
  // Mail programs break long links; a break within one is closed again before a second look.
  const found = linkPattern.exec(pasted) ?? linkPattern.exec(pasted.replace(/[\s>]+/g, ''))
  const [, server, draftId, secret] = found ?? []
  if (!isDraftId(draftId) || secret === undefined) return { name: 'unreadable' }
  if (server && server.toLowerCase() !== origin.toLowerCase()) {
    return { name: 'elsewhere', host: server.replace(/^https?:\/\//i, '') }
  }
  return { name: 'here', draftId, secret }
}
