import * as v from 'valibot'
import type { DraftId } from '../domain/draft-id.ts'
import { accepted, type Outcome } from '../domain/refusal.ts'
import { mailStateSchema, type AskForMail, type MailState } from '../protocol/mail-http.ts'
import { createAsk } from './ask.ts'

export type { AskForMail, MailState } from '../protocol/mail-http.ts'

/** One's own wish to be told by e-mail, and what is pressed in a mail. Refusals and silence as everywhere in `HttpApi`. */
export interface MailApi {
  read(draftId: DraftId): Promise<Outcome<MailState>>
  ask(draftId: DraftId, wish: AskForMail): Promise<Outcome<MailState>>
  remove(draftId: DraftId): Promise<Outcome<MailState>>
  confirm(token: string): Promise<Outcome<null>>
  end(token: string): Promise<Outcome<null>>
}

export const createMailApi = (origin: string, send: typeof fetch): MailApi => {
  const ask = createAsk(origin, send)
  const press = async (path: string, token: string): Promise<Outcome<null>> => {
    const answer = await ask(v.unknown(), 'POST', path, { token })
    return answer.ok ? accepted(null) : answer
  }
  return {
    read: (draftId) => ask(mailStateSchema, 'GET', `drafts/${draftId}/mail`),
    ask: (draftId, wish) => ask(mailStateSchema, 'PUT', `drafts/${draftId}/mail`, wish),
    remove: (draftId) => ask(mailStateSchema, 'DELETE', `drafts/${draftId}/mail`),
    confirm: (token) => press('mail/confirm', token),
    end: (token) => press('mail/end', token),
  }
}
