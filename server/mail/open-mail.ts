import type { Logger } from 'pino'
import type { Call } from '../../src/domain/call.ts'
import { discussionOf } from '../../src/domain/document-id.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import type { AskForMail, MailState } from '../../src/protocol/mail-http.ts'
import { createToken, hashToken } from '../access/tokens.ts'
import type { KnownMembership } from '../store/access-store.ts'
import type { Store } from '../store/open-store.ts'
import type { Workshop } from '../sync/workshop.ts'
import { keepPosting } from './mail-post.ts'
import { mailWords } from './mail-words.ts'
import { openMailer, type MailConfig } from './mailer.ts'

const dayMs = 86_400_000

/** So long a first mail can be answered; then the address is erased. */
const confirmWithinMs = 3 * dayMs

/** Members' wishes to be told by e-mail. */
export interface MailWishes {
  read(me: KnownMembership): Promise<MailState>
  /** Sends the mail that asks whether the address is theirs. `busy` when it could not be sent. */
  ask(me: KnownMembership, wish: AskForMail): Promise<Outcome<MailState>>
  remove(me: KnownMembership): Promise<MailState>
  /** `invitation-unusable` for a token that fits nothing, or no longer. */
  confirm(token: string): Promise<Outcome<{ draftId: DraftId }>>
  /** Ends it with the token of any mail; says nothing about whether there was anything to end. */
  end(token: string): Promise<void>
}

export interface OpenMail {
  wishes: MailWishes
  close(): Promise<void>
}

interface Surroundings {
  store: Store
  readNews: Workshop['news']
  calls: ReadonlyMap<string, Call>
  publicOrigin: string | null
  onMail: (outcome: 'sent' | 'unsure' | 'not-sent' | 'let-go') => void
  log: Logger
}

/** Starts sending where the operator has set it up; else members can only take back what they once wished. */
export const openMail = (config: MailConfig | null, given: Surroundings): OpenMail => {
  const { store, calls, publicOrigin, readNews, log } = given
  const { mail } = store
  const mailer = config && publicOrigin !== null ? openMailer(config) : null
  const stop =
    mailer && config && publicOrigin !== null
      ? startPosting({ ...given, mailer, publicOrigin, hour: config.hour })
      : async () => {}

  const read = async (memberId: string): Promise<MailState> => {
    const found = await mail.find(memberId)
    const { address, isConfirmed, newAddress } = found ?? { address: null, isConfirmed: false, newAddress: null }
    return { isOffered: mailer !== null, address, isConfirmed, ...(newAddress !== null && { newAddress }) }
  }

  return {
    wishes: {
      read: ({ member }) => read(member.id),

      ask: async ({ draftId, callId, member }, { address, language }) => {
        const now = Date.now()
        if (!mailer) return refused('not-allowed')
        const token = createToken()
        const wish = { memberId: member.id, draftId, address, language, at: now }
        const confirmHash = hashToken(token)
        await mail.ask({ ...wish, confirmHash, endToken: createToken() })
        const link = `${publicOrigin}/benachrichtigung#${token}`
        const words = mailWords[language].confirm(calls.get(callId)?.shortTitle ?? callId, link)
        const sent = await mailer.send({ to: address, ...words })
        given.onMail(sent.name)
        if (sent.name !== 'not-sent') return accepted(await read(member.id))
        log.warn({ why: sent.why }, 'a mail that asks for confirmation could not be sent')
        await mail.takeBack(confirmHash)
        return refused('busy')
      },

      remove: async ({ member }) => {
        await mail.remove(member.id)
        return read(member.id)
      },

      confirm: async (token) => {
        const now = Date.now()
        const asked = await mail.findAsked(hashToken(token), now - confirmWithinMs)
        if (!asked) return refused('invitation-unusable')
        const { snapshot, updates } = await store.drafts.read(discussionOf(asked.draftId))
        const { vector } = await readNews({
          log: { snapshot, updates: updates.map(({ bytes }) => bytes) },
          since: null,
        })
        await mail.confirm(asked.memberId, vector, now)
        return accepted({ draftId: asked.draftId })
      },

      end: async (token) => {
        await mail.removeByToken(token)
      },
    },
    close: async () => {
      await stop()
      mailer?.close()
    },
  }
}

const startPosting = (post: Parameters<typeof keepPosting>[0] & { store: Store }): (() => Promise<void>) => {
  let stop: (() => Promise<void>) | null = null
  let isClosed = false
  const { mail } = post.store
  const start = async (): Promise<void> => {
    await mail.finishAll()
    if (!isClosed) stop = keepPosting(post)
  }
  const starting = start().catch((error: unknown) => post.log.error({ err: error }, 'no mails are sent'))
  return async () => {
    isClosed = true
    await starting
    await stop?.()
  }
}
