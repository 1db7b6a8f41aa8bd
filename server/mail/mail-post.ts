import type { Logger } from 'pino'
import type { Call } from '../../src/domain/call.ts'
import { discussionOf } from '../../src/domain/document-id.ts'
import { isSameName } from '../../src/domain/partner.ts'
import { clockIn } from '../../src/domain/time-zone.ts'
import type { Store } from '../store/open-store.ts'
import type { Told } from '../store/mail-store.ts'
import type { Workshop } from '../sync/workshop.ts'
import { mailWords, type Digest } from './mail-words.ts'
import type { Mailer } from './mailer.ts'
import type { News } from '../sync/read-news.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** An address that takes no mail so often in a row is let go. */
const maxFailures = 8

/** How long a mail waits after it could not be sent for the n-th time: 10 minutes, doubled each time, up to 12 hours. */
const retryAfterMs = (failures: number): number => Math.min(10 * minuteMs * 2 ** failures, 12 * hourMs)

/** What sending digests needs. */
export interface Post {
  store: Pick<Store, 'mail' | 'drafts'>
  readNews: Workshop['news']
  calls: ReadonlyMap<string, Call>
  mailer: Mailer
  publicOrigin: string
  /** From this hour on in Germany, once a day. */
  hour: number
  onMail: (outcome: 'sent' | 'unsure' | 'not-sent' | 'let-go') => void
  log: Logger
}

/** The latest moment at which the day's mails were due, in ms since 1970. */
export const lastDue = (hour: number, now: number): number => {
  const { time } = clockIn('Europe/Berlin', now)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const today = now - ((hours - hour) * 60 + minutes) * minuteMs - (now % minuteMs)
  return today <= now ? today : today - dayMs
}

/** Sends everyone whose turn it is one mail about what was said. How many were sent. */
export const sendDigests = async (post: Post, now: number, isEnding = () => false): Promise<number> => {
  let sent = 0
  for (const told of await post.store.mail.listDue(lastDue(post.hour, now), now)) {
    if (isEnding()) break
    // What goes wrong for one, such as a draft that cannot be read, is no reason to leave the others without.
    const isSent = await sendDigest(post, told, now).catch((error: unknown) => {
      post.log.warn({ err: error, draftId: told.draftId }, 'no mail about a draft')
      return false
    })
    if (isSent) sent += 1
  }
  return sent
}

const sendDigest = async (post: Post, told: Told, now: number): Promise<boolean> => {
  const { store, mailer, onMail, log } = post
  const { memberId, draftId, failures } = told
  const { snapshot, updates } = await store.drafts.read(discussionOf(draftId))
  const said = { snapshot, updates: updates.map(({ bytes }) => bytes) }
  const { news, vector } = await post.readNews({ log: said, since: told.vector })
  const others = news.filter((each) => each.memberId !== memberId)
  if (others.length === 0) {
    await store.mail.noteTold(memberId, vector, now)
    return false
  }
  const { subject, text } = mailWords[told.language].digest(digestOf(post, told, others))
  // From here on it counts as sent: whoever is told twice stops reading.
  await store.mail.begin(memberId, vector, now)
  const outcome = await mailer.send({ to: told.address, subject, text, headers: endHeaders(post.publicOrigin, told) })
  if (outcome.name !== 'not-sent') {
    await store.mail.finish(memberId)
    if (outcome.name === 'unsure') log.warn({ draftId, why: outcome.why }, 'a mail may or may not have been sent')
    onMail(outcome.name)
    return true
  }
  log.warn({ draftId, why: outcome.why, failures: failures + 1 }, 'a mail could not be sent')
  if (failures + 1 >= maxFailures) await store.mail.remove(memberId)
  else await store.mail.postpone(memberId, now + retryAfterMs(failures))
  onMail(failures + 1 >= maxFailures ? 'let-go' : 'not-sent')
  return false
}

const digestOf = ({ calls, publicOrigin }: Post, told: Told, news: readonly News[]): Digest => {
  const { memberId, organisation, draftId, callId, language, endToken } = told
  const call = calls.get(callId)
  const places = [...(call?.sections.map(({ id, title }) => ({ id, title })) ?? []), null]
  const isElsewhere = (section: string | null) => !call?.sections.some(({ id }) => id === section)
  const sections = places.flatMap((place) => {
    const here = news.filter(({ section }) => (place ? section === place.id : isElsewhere(section)))
    const suggestions = here.filter(({ kind }) => kind === 'suggestion').length
    const title = place?.title ?? mailWords[language].elsewhere
    return here.length === 0 ? [] : [{ title, comments: here.length - suggestions, suggestions }]
  })
  const isMeant = ({ mentions }: News) =>
    mentions.some((each) => (each.of === 'member' ? each.member === memberId : isSameName(each.name, organisation)))
  return {
    call: call?.shortTitle ?? callId,
    sections,
    mentions: news.filter(isMeant).length,
    draftLink: `${publicOrigin}/entwurf/${draftId}`,
    endLink: `${publicOrigin}/abbestellen#${endToken}`,
  }
}

/** One press in the mail program (RFC 8058). The header has room for an address only, so the token stands in it. */
const endHeaders = (publicOrigin: string, { endToken }: Told): Record<string, string> => ({
  'List-Unsubscribe': `<${publicOrigin}/api/mail/end/${endToken}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

/** How often it is looked whose turn it is. */
const lookEveryMs = 5 * minuteMs

/** Sends now and every few minutes what is due. Returns what ends it, once the mail under way is done. */
export const keepPosting = (post: Post): (() => Promise<void>) => {
  let underWay: Promise<unknown> | null = null
  let isEnding = false
  const look = (): void => {
    underWay ??= sendDigests(post, Date.now(), () => isEnding)
      .catch((error: unknown) => post.log.warn({ err: error }, 'looking for mails to send failed'))
      .finally(() => (underWay = null))
  }
  look()
  const timer = setInterval(look, lookEveryMs)
  return async () => {
    clearInterval(timer)
    isEnding = true
    await underWay
  }
}
