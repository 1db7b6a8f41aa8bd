import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import { socketProtocol } from '../../src/protocol/http.ts'
import type { IssuedTicket } from '../../src/protocol/team-http.ts'

/** Fetches a ticket as a page with these cookies would. */
export const fetchTicket = async (
  server: { url: string },
  draftId: string,
  cookie: string,
): Promise<Outcome<string>> => {
  const ask = () =>
    fetch(`${server.url}/api/drafts/${draftId}/ticket`, { method: 'POST', headers: { origin: server.url, cookie } })
  // The first may go out on a connection that a restarted server has closed.
  const answer = await ask()
    .catch(ask)
    .catch(() => null)
  if (answer === null) return refused('unreachable')
  const body = (await answer.json()) as IssuedTicket & { refusal: 'absent' }
  return answer.ok ? accepted(body.ticket) : refused(body.refusal)
}

/** The subprotocols a socket offers; without a ticket only the name. */
export const offered = (ticket: string | null): string[] => (ticket === null ? [] : [socketProtocol, ticket])
