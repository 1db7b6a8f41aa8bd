import { request, type Agent } from 'node:http'
import { json } from 'node:stream/consumers'
import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import { socketProtocol } from '../../src/protocol/http.ts'
import type { IssuedTicket } from '../../src/protocol/team-http.ts'

type Body = Partial<IssuedTicket> & { refusal?: 'absent' | 'busy' }

/** Fetches a ticket as a page with these cookies would, on a connection of its own that it does not keep, or the agent's. */
export const fetchTicket = (
  server: { url: string },
  draftId: string,
  cookie: string,
  agent: Agent | false = false,
): Promise<Outcome<string>> =>
  new Promise((resolve) => {
    const headers = { origin: server.url, cookie }
    const asking = request(`${server.url}/api/drafts/${draftId}/ticket`, { method: 'POST', headers, agent })
    asking.on('error', () => resolve(refused('unreachable')))
    asking.on('response', (answer) => {
      json(answer)
        .then((body) => body as Body)
        // Some names of drafts make an address that is no route of ours.
        .catch((): Body => ({}))
        .then(({ ticket, refusal }) => resolve(ticket ? accepted(ticket) : refused(refusal ?? 'absent')))
        .catch(() => resolve(refused('unreachable')))
    })
    asking.end()
  })

/** The subprotocols a socket offers; without a ticket none. */
export const offered = (ticket: string | null): string[] => (ticket === null ? [] : [socketProtocol, ticket])
