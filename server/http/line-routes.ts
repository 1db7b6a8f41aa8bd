import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import type { IncomingMessage } from 'node:http'
import type { DocumentId } from '../../src/domain/document-id.ts'
import { documentAt } from '../../src/protocol/document-path.ts'
import { decodeLinePacket, encodeLinePacket, type LinePacket } from '../../src/protocol/line-packet.ts'
import { openLineSchema, type OpenedLine } from '../../src/protocol/team-http.ts'
import { readBody, refuse } from './answers.ts'
import type { Env } from './find-member.ts'

/** Lines by requests, as the sync room has them. */
export interface Lines {
  open(request: IncomingMessage, documentId: DocumentId, ticket: string, sessionId: string): Promise<OpenedLine>
  send(packet: LinePacket, sessionId: string | null): Promise<LinePacket>
  receive(packet: LinePacket, sessionId: string | null, hungUp: AbortSignal): Promise<LinePacket>
}

/** Whether a request belongs to a line that is open: as with a socket, no load turns it away, and waiting is its work. */
export const isOnLine = (path: string): boolean => /\/line\/(send|receive)$/.test(path)

/** Below /api/drafts/:draftId: what a socket does, for whom none gets through. */
export const createLineRoutes = (lines: Lines): Hono<Env> => {
  const routes = new Hono<Env>()

  const open = async (c: Context<Env>, path: string): Promise<Response> => {
    const body = await readBody(c, openLineSchema)
    if (!body.ok) return refuse(c, body.refusal)
    const [sessionId, documentId] = [c.get('sessionId'), documentAt(path)]
    if (sessionId === null) return refuse(c, 'signed-out')
    if (documentId === null) return refuse(c, 'absent')
    const { incoming } = c.env as HttpBindings
    return c.json(await lines.open(incoming, documentId, body.value.ticket, sessionId))
  }

  const carry = async (c: Context<Env>, act: (packet: LinePacket) => Promise<LinePacket>): Promise<Response> => {
    let packet: LinePacket
    try {
      packet = decodeLinePacket(new Uint8Array(await c.req.arrayBuffer()))
    } catch {
      return refuse(c, 'invalid')
    }
    const answer = encodeLinePacket(await act(packet))
    return c.body(answer.slice().buffer, 200, { 'Content-Type': 'application/octet-stream' })
  }

  for (const part of ['', '/discussion']) {
    const at = `/:draftId${part}/line`
    routes.post(at, (c) => open(c, `${c.req.param('draftId')}${part}`))
    routes.post(`${at}/send`, (c) => carry(c, (packet) => lines.send(packet, c.get('sessionId'))))
    routes.post(`${at}/receive`, (c) =>
      carry(c, (packet) => lines.receive(packet, c.get('sessionId'), c.req.raw.signal)),
    )
  }

  return routes
}
