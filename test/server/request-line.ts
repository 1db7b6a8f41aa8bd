import { asFrame, FrameStream } from '../../src/protocol/frame-stream.ts'
import { decodeLinePacket, encodeLinePacket, maxPacketBytes, type LinePacket } from '../../src/protocol/line-packet.ts'
import type { OpenedLine } from '../../src/protocol/team-http.ts'
import { createLine, type Line } from './line.ts'
import { fetchTicket } from './ticket.ts'

interface Place {
  server: { url: string }
  draftId: string
  headers: Record<string, string>
}

/** One request of a line by requests, by hand; `closed` 0 and `offset` 0 where nothing else is said. */
export const askLine = async (
  { server, draftId, headers }: Place,
  what: 'send' | 'receive',
  packet: Partial<LinePacket>,
  signal?: AbortSignal,
): Promise<LinePacket> => {
  const body = encodeLinePacket({ line: '', closed: 0, offset: 0, bytes: new Uint8Array(0), ...packet })
  const answer = await fetch(`${server.url}/api/drafts/${draftId}/line/${what}`, {
    method: 'POST',
    headers: { origin: server.url, 'content-type': 'application/octet-stream', ...headers },
    body: body.slice(),
    ...(signal && { signal }),
  })
  if (answer.status !== 200) throw new Error(`${what}: ${answer.status}`)
  return decodeLinePacket(new Uint8Array(await answer.arrayBuffer()))
}

/** Opens a line by requests with a fresh ticket. */
export const enterByRequests = async ({ server, draftId, headers }: Place, given?: string): Promise<OpenedLine> => {
  const ticket = given ?? (await fetchTicket(server, draftId, headers['cookie'] ?? ''))
  const answer = await fetch(`${server.url}/api/drafts/${draftId}/line`, {
    method: 'POST',
    headers: { origin: server.url, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ticket: typeof ticket === 'string' ? ticket : ticket.ok ? ticket.value : '' }),
  })
  return (await answer.json()) as OpenedLine
}

/** A line like `openLine`'s, carried by requests. `autoPong: false` is a line on which nobody asks. */
export const openRequestLine = async (
  server: { url: string },
  draftId: string,
  headers: Record<string, string>,
  options: { autoPong?: boolean; ticket?: string } = {},
): Promise<Line> => {
  const place = { server, draftId, headers }
  const opened = await enterByRequests(place, options.ticket)
  const secret = 'line' in opened ? opened.line : ''
  const incoming = new FrameStream()
  const gone = new AbortController()
  let received = 0
  let sent = 0
  let sending = Promise.resolve()
  let paused = Promise.resolve()
  let goOn = (): void => {}

  const close = (code: number): void => {
    line.closed ??= { code }
  }
  const line = createLine({
    send: (data) => {
      const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : asFrame(data)
      const offset = sent
      sent += bytes.length
      const before = sending
      const carry = async (): Promise<void> => {
        await before
        for (let at = 0; at < bytes.length && line.closed === null; at += maxPacketBytes) {
          const piece = bytes.subarray(at, at + maxPacketBytes)
          await askLine(place, 'send', { line: secret, offset: offset + at, bytes: piece }).catch(() => close(1006))
        }
      }
      sending = carry()
    },
    whenRead: () => sending,
    pause: () => {
      paused = new Promise((resolve) => {
        goOn = resolve
      })
    },
    resume: () => goOn(),
    cut: async () => {
      gone.abort()
      close(1006)
      await askLine(place, 'send', { line: secret, closed: 1000, offset: sent })
    },
  })
  const receive = async (): Promise<void> => {
    while (line.closed === null) {
      await paused
      const packet = await askLine(place, 'receive', { line: secret, offset: received }, gone.signal).catch(() => null)
      if (packet === null) {
        await new Promise((resolve) => setTimeout(resolve, 20))
        continue
      }
      received += packet.bytes.length
      line.heard.push(...incoming.push(packet.bytes))
      if (packet.closed !== 0) close(packet.closed)
    }
  }
  if ('closed' in opened) close(opened.closed)
  else if (options.autoPong !== false) void receive()
  else {
    // Asking would keep it alive: only now is it asked what became of it.
    line.whenClosed = async () => {
      await receive()
      return line.closed?.code ?? 0
    }
  }
  return line
}
