import { messageType } from '../../src/protocol/messages.ts'
import { joinDraft, startDraft } from '../server/person.ts'
import { messagesOf, openLine, until } from '../server/line.ts'
import { startTestServer } from '../world/server.ts'
import { middle, type Figure } from './figure.ts'
import * as Y from 'yjs'

const rounds = 10
const targetMs = 2000

/** How long a change of role or a removal takes until it has effect on an open socket; 20 changes, ten of each. */
export const measureRoles = async (): Promise<Figure[]> => {
  const server = await startTestServer({ asProcess: true })
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    times.push(await timeOf(server, (at, id, host) => host.ask('PATCH', `${at}/members/${id}`, { role: 'viewer' })))
    times.push(await timeOf(server, (at, id, host) => host.ask('DELETE', `${at}/members/${id}`)))
  }
  await server.stop()
  return [
    {
      name: 'A lost right has effect on an open socket, median of 20',
      unit: 'ms',
      target: targetMs,
      ...middle(times, 1),
    },
    {
      name: 'A lost right has effect on an open socket, longest of 20',
      value: Math.round(Math.max(...times)),
      unit: 'ms',
      target: targetMs,
    },
  ]
}

type Host = Awaited<ReturnType<typeof startDraft>>['browser']

/** From asking for the change until the socket is closed, or has been told and what it writes then has closed it. */
const timeOf = async (
  server: { url: string },
  change: (at: string, memberId: string, host: Host) => Promise<{ status: number }>,
): Promise<number> => {
  const host = await startDraft(server)
  const guest = await joinDraft(server, host, {
    name: 'Bruno',
    organisation: 'Stadt',
    sector: 'administration',
    role: 'editor',
  })
  const { me } = (await guest.readAccess(host.draftId)).body
  const line = await openLine(server, host.draftId, { cookie: guest.cookie() })
  line.mark(1)
  await until('the line is in', () => line.stored().includes(1))
  const doc = new Y.Doc()
  doc.getText('text/ziele').insert(0, 'Zu spät.\n')
  const start = performance.now()
  const changing = change(`/api/drafts/${host.draftId}`, me.id, host.browser)
  await until('the line is told', () => line.closed !== null || messagesOf(line, messageType.access).length > 0)
  if (line.closed === null) line.sendUpdate(Y.encodeStateAsUpdate(doc))
  await line.whenClosed()
  const took = performance.now() - start
  const { status } = await changing
  if (status !== 204) throw new Error(`the change was refused: ${status}`)
  return took
}
