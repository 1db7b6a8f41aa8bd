import { Agent, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { socketPath } from '../../../src/protocol/http.ts'
import type { IssuedTicket } from '../../../src/protocol/team-http.ts'
import { amina, startDraft, joinDraft, type Browser } from '../../server/person.ts'
import { offered } from '../../server/ticket.ts'

/** A document of one of the servers. */
export interface Room {
  /** Lets one more person in who may write: with us a member of their own, by invitation, with a session. */
  addPerson(): Promise<Entrance>
}

/** How one person gets in, again and again. Hocuspocus puts the document's name before every message and wants a token. */
export interface Entrance {
  port: number
  path: string
  headers: Readonly<Record<string, string>>
  prefix: Uint8Array
  greeting: Uint8Array | null
  /** What the next socket offers: ours takes a new ticket for each. */
  protocols(): Promise<string[]>
}

const open = { headers: {}, prefix: new Uint8Array(), greeting: null, protocols: () => Promise.resolve([]) }

export const yWebsocketRoom = (port: number, id: string): Room => ({
  addPerson: () => Promise.resolve({ ...open, port, path: `/${id}` }),
})

export const hocuspocusRoom = (port: number, id: string): Room => {
  const name = new TextEncoder().encode(id)
  const prefix = Uint8Array.of(name.length, ...name)
  // Authentication, a token, of five letters.
  const greeting = Uint8Array.of(...prefix, 2, 0, 5, ...new TextEncoder().encode('token'))
  return { addPerson: () => Promise.resolve({ ...open, port, path: '/', prefix, greeting }) }
}

export const ourRoom = async (port: number): Promise<Room> => {
  const url = `http://127.0.0.1:${port}`
  const host = await startDraft({ url })
  let people = 0
  const nextPerson = (): Promise<Browser> => {
    people += 1
    if (people === 1) return Promise.resolve(host.browser)
    return joinDraft({ url }, host, { ...amina, name: `Person ${people}`, role: 'editor' })
  }
  return {
    addPerson: async () => {
      const cookie = (await nextPerson()).cookie()
      const headers = { cookie, origin: url }
      const ticket = `${url}/api/drafts/${host.draftId}/ticket`
      const protocols = async (): Promise<string[]> => offered(await fetchTicket(ticket, headers))
      return { ...open, port, path: socketPath + host.draftId, headers, protocols }
    },
  }
}

/** Lines are kept, as a page has one from loading the app. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

const fetchTicket = (url: string, headers: Record<string, string>): Promise<string> =>
  new Promise((resolve, reject) => {
    const asking = request(url, { method: 'POST', headers, agent }, (answer) => {
      json(answer).then((body) => resolve((body as IssuedTicket).ticket), reject)
    })
    asking.on('error', reject)
    asking.end()
  })
