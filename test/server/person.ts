import { randomBytes } from 'node:crypto'
import type { DraftAccess, Invite, InvitationView } from '../../src/domain/draft-access.ts'
import { createDraftId, type DraftId } from '../../src/domain/draft-id.ts'
import type { Person } from '../../src/domain/person.ts'
import type { MadeInvitation, MyDrafts } from '../../src/protocol/http.ts'

export const amina: Person = { name: 'Amina Yıldız', organisation: 'Freiwilligenagentur', sector: 'civil' }
export const bruno: Person = { name: 'Bruno Keller', organisation: 'Stadtverwaltung', sector: 'administration' }
export const carla: Person = { name: 'Carla Voß', organisation: 'Handwerkskammer', sector: 'business' }

export interface Answer<Body> {
  status: number
  body: Body
  headers: Headers
}

/** A browser as the server sees it: requests with a cookie jar. */
export interface Browser {
  /** Cookie header of the jar; empty before anything was set. */
  cookie(): string
  forgetCookies(): void
  ask<Body = unknown>(
    method: string,
    path: string,
    json?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>
  start(person: Person, draftId?: DraftId): Promise<Answer<DraftAccess>>
  myDrafts(): Promise<Answer<MyDrafts>>
  readAccess(draftId: DraftId): Promise<Answer<DraftAccess>>
  invite(draftId: DraftId, invite: Invite): Promise<Answer<MadeInvitation>>
  withdraw(draftId: DraftId, invitationId: string): Promise<Answer<unknown>>
  look(draftId: DraftId, secret: string): Promise<Answer<InvitationView>>
  redeem(draftId: DraftId, secret: string, name: string): Promise<Answer<DraftAccess>>
}

export const callId = 'engagierte-stadt-2023'

export const newDraftId = (): DraftId => createDraftId(randomBytes(26))

export const openBrowser = (server: { url: string }): Browser => {
  const jar = new Map<string, string>()
  const cookie = (): string => [...jar].map((pair) => pair.join('=')).join('; ')

  const ask = async <Body>(
    method: string,
    path: string,
    json?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> => {
    const answer = await fetch(server.url + path, {
      method,
      headers: { origin: server.url, 'content-type': 'application/json', cookie: cookie(), ...headers },
      ...(json !== undefined && { body: json instanceof Uint8Array ? json.slice() : JSON.stringify(json) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json') === true
    const body = isJson ? (JSON.parse(text) as unknown) : text || null
    return { status: answer.status, headers: answer.headers, body: body as Body }
  }

  return {
    cookie,
    forgetCookies: () => jar.clear(),
    ask,
    start: (person, draftId = newDraftId()) => ask('POST', '/api/drafts', { draftId, callId, person }),
    myDrafts: () => ask('GET', '/api/drafts'),
    readAccess: (draftId) => ask('GET', `/api/drafts/${draftId}`),
    invite: (draftId, invite) => ask('POST', `/api/drafts/${draftId}/invitations`, invite),
    withdraw: (draftId, invitationId) => ask('DELETE', `/api/drafts/${draftId}/invitations/${invitationId}`),
    look: (draftId, secret) => ask('POST', '/api/invitations/look', { draftId, secret }),
    redeem: (draftId, secret, name) => ask('POST', '/api/invitations/redeem', { draftId, secret, name }),
  }
}

/** Someone who started a draft, with its id. */
export const startDraft = async (
  server: { url: string },
  person = amina,
): Promise<{ browser: Browser; draftId: DraftId }> => {
  const browser = openBrowser(server)
  const started = await browser.start(person)
  if (started.status !== 201) throw new Error(`a draft could not be started: ${started.status}`)
  return { browser, draftId: started.body.draftId as DraftId }
}

/** Someone whom a member invited and who came in. */
export const joinDraft = async (
  server: { url: string },
  host: { browser: Browser; draftId: DraftId },
  invite: Invite,
): Promise<Browser> => {
  const made = await host.browser.invite(host.draftId, invite)
  const guest = openBrowser(server)
  const joined = await guest.redeem(host.draftId, made.body.secret, invite.name)
  if (joined.status !== 200) throw new Error(`${invite.name} could not join: ${joined.status}`)
  return guest
}
