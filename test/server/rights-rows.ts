import { randomBytes } from 'node:crypto'
import { carla } from './person.ts'

/** Everyone a request can come from: the four roles, someone who waits, was removed, is a stranger, has no session. */
export const askers = ['owner', 'editor', 'commenter', 'viewer', 'pending', 'removed', 'stranger', 'nobody'] as const
export type Asker = (typeof askers)[number]

/** What the rows need of the draft they are asked about. */
export interface Subject {
  draftId: string
  version: { id: string; fingerprint: string }
}

type Row = readonly [
  method: string,
  path: string,
  /** Or what makes it of the draft it is about. */
  body: unknown,
  answers: readonly number[],
]

const each = (answer: number, length: number) => Array.from({ length }, () => answer)
const others = [403, 403, 404, 401]
const member = (answer: number) => [...each(answer, 4), ...others]
const writers = (answer: number) => [answer, answer, 403, 403, ...others]
const owner = (answer: number) => [answer, 403, 403, 403, ...others]
const session = (answer: number) => [...each(answer, 7), 401]
const everyone = (answer: number) => each(answer, 8)

const secret = randomBytes(32).toString('base64url')
const actId = () => randomBytes(16).toString('hex')

/**
 * Every route of the server: what each asker is answered, in the order of `askers`. The target of a change is never
 * there: 404, 409 and 410 mean allowed, and so does 400 where nothing but the body is wrong.
 */
export const routes: readonly Row[] = [
  ['GET', '/healthz', undefined, everyone(200)],
  ['GET', '/readyz', undefined, everyone(200)],
  ['GET', '/.well-known/security.txt', undefined, everyone(404)],
  ['GET', '/api/calls', undefined, everyone(200)],
  ['GET', '/api/calls/schema.json', undefined, everyone(200)],
  ['GET', '/api/places', undefined, everyone(204)],

  ['GET', '/api/drafts', undefined, everyone(200)],
  ['POST', '/api/drafts', {}, everyone(400)],
  ['GET', '/api/drafts/:draftId', undefined, member(200)],
  ['POST', '/api/drafts/:draftId/ticket', undefined, member(201)],
  ['POST', '/api/drafts/:draftId/discussion/ticket', undefined, member(201)],
  ['POST', '/api/drafts/:draftId/invitations', { ...carla, role: 'viewer' }, writers(201)],
  ['DELETE', '/api/drafts/:draftId/invitations/:invitationId', undefined, writers(404)],
  ['PATCH', '/api/drafts/:draftId/members/:memberId', { role: 'viewer' }, owner(404)],
  ['DELETE', '/api/drafts/:draftId/members/:memberId', undefined, owner(404)],
  ['POST', '/api/drafts/:draftId/members/:memberId/confirm', undefined, owner(404)],
  ['PUT', '/api/drafts/:draftId/members/:memberId/signing', { signing: 'deputy' }, owner(404)],
  ['PUT', '/api/drafts/:draftId/settings', { confirmsWriters: true }, owner(204)],

  // The secret of a line is what counts there; who gets one, and who may use it, stands below.
  ['POST', '/api/drafts/:draftId/line', { ticket: secret }, session(200)],
  ['POST', '/api/drafts/:draftId/line/send', Uint8Array.of(9), everyone(400)],
  ['POST', '/api/drafts/:draftId/line/receive', Uint8Array.of(9), everyone(400)],
  ['POST', '/api/drafts/:draftId/discussion/line', { ticket: secret }, session(200)],
  ['POST', '/api/drafts/:draftId/discussion/line/send', Uint8Array.of(9), everyone(400)],
  ['POST', '/api/drafts/:draftId/discussion/line/receive', Uint8Array.of(9), everyone(400)],

  ['POST', '/api/drafts/:draftId/recovery-code', undefined, owner(201)],
  ['GET', '/api/drafts/:draftId/ways-back', undefined, owner(200)],
  ['POST', '/api/drafts/:draftId/passkeys/offer', undefined, owner(201)],
  ['POST', '/api/drafts/:draftId/passkeys', {}, owner(400)],
  ['DELETE', '/api/drafts/:draftId/passkeys/:id', undefined, owner(404)],

  ['GET', '/api/drafts/:draftId/versions', undefined, member(200)],
  ['GET', '/api/drafts/:draftId/versions/:versionId', undefined, member(404)],
  ['POST', '/api/drafts/:draftId/versions', {}, writers(400)],
  ['GET', '/api/drafts/:draftId/agreement', undefined, member(200)],
  // Whoever it was that may agree for an organisation: here the owner and the editor.
  [
    'POST',
    '/api/drafts/:draftId/agreement/sign-offs',
    ({ version: { id: versionId, fingerprint } }: Subject) => {
      const what = { versionId, sectionId: null, fingerprint, after: null, saidAt: 1 }
      return { ...what, id: actId(), kind: 'agree', reason: '' }
    },
    writers(200),
  ],
  [
    'POST',
    '/api/drafts/:draftId/agreement/package',
    ({ version }: Subject) => ({ id: actId(), kind: 'reopen', versionId: version.id, saidAt: 1 }),
    owner(409),
  ],
  [
    'POST',
    '/api/drafts/:draftId/agreement/package',
    ({ version }: Subject) => {
      const receipt = { where: 'Förderportal', note: '', submittedAt: 1 }
      return { id: actId(), kind: 'submit', versionId: version.id, saidAt: 1, ...receipt }
    },
    writers(409),
  ],

  ['GET', '/api/drafts/:draftId/audit', undefined, owner(200)],
  ['POST', '/api/drafts/:draftId/authors', { clientIds: [7] }, member(200)],
  ['GET', '/api/drafts/:draftId/held-back', undefined, owner(200)],
  ['POST', '/api/drafts/:draftId/held-back/:id/accept', undefined, owner(404)],
  ['DELETE', '/api/drafts/:draftId/held-back/:id', undefined, owner(404)],
  ['POST', '/api/drafts/:draftId/hand-over', Uint8Array.of(0, 0), [...each(403, 6), 404, 401]],

  ['GET', '/api/drafts/:draftId/mail', undefined, member(200)],
  ['PUT', '/api/drafts/:draftId/mail', {}, member(400)],
  ['DELETE', '/api/drafts/:draftId/mail', undefined, member(200)],
  // Whoever has the mail has its token.
  ['POST', '/api/mail/confirm', { token: secret }, everyone(410)],
  ['POST', '/api/mail/end', { token: secret }, everyone(204)],
  ['POST', '/api/mail/end/:token', undefined, everyone(204)],
  ['GET', '/api/mail/end/:token', undefined, everyone(404)],

  ['GET', '/api/sessions', undefined, session(200)],
  ['DELETE', '/api/sessions/:publicId', undefined, session(404)],
  ['DELETE', '/api/sessions', undefined, session(204)],

  ['POST', '/api/recovery', { code: secret }, everyone(410)],
  ['POST', '/api/recovery/passkey/question', undefined, everyone(201)],
  ['POST', '/api/recovery/passkey', {}, everyone(400)],
  ['POST', '/api/invitations/look', ({ draftId }: Subject) => ({ draftId, secret }), everyone(410)],
  // Who belongs to a draft already is shown it, and who waits waits on, whatever the invitation.
  [
    'POST',
    '/api/invitations/redeem',
    ({ draftId }: Subject) => ({ draftId, secret, name: 'Carla' }),
    [...each(200, 4), 403, 410, 410, 410],
  ],
]
