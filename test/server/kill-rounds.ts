import * as Y from 'yjs'
import { messageType, syncType } from '../../src/protocol/messages.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { frame, openLine, until } from './line.ts'
import { startDraft } from './person.ts'

export interface KillRounds {
  /** What was acknowledged or relayed before a kill and is missing after it, in words. */
  lost: string[]
  /** From the start of a new process until two people are in the draft again and have read what was kept, in ms. */
  backMs: number[]
}

/**
 * Kills a server in mid-write so many times, each time a little later, and reads after each what it has kept. `fill` puts
 * other drafts into its folder beforehand.
 */
export const playKillRounds = async (
  rounds: number,
  fill: (server: TestServer) => Promise<void> = async () => undefined,
): Promise<KillRounds> => {
  const server = await startTestServer({ asProcess: true })
  await fill(server)
  const { browser, draftId } = await startDraft(server)
  const doc = new Y.Doc()
  const text = doc.getText('text/ziele')
  const open = () => openLine(server, draftId, { cookie: browser.cookie() })
  const [lost, backMs]: [string[], number[]] = [[], []]
  let n = 0
  let acknowledged = 0
  let seen = ''
  let startedAt: number | null = null
  for (let round = 0; round <= rounds; round++) {
    const [line, reader] = await Promise.all([open(), open()])
    line.send(frame(messageType.sync, syncType.step1, Uint8Array.of(0)))
    await until('the server is back with its text', () => {
      const read = line.document().getText('text/ziele').toJSON()
      return read.includes(`<${acknowledged}>`) || acknowledged === 0
    })
    if (startedAt !== null) backMs.push(performance.now() - startedAt)
    const read = line.document().getText('text/ziele').toJSON()
    for (let each = 1; each <= acknowledged; each++)
      if (!read.includes(`<${each}>`)) lost.push(`round ${round}: acknowledged ${each}`)
    if (!read.startsWith(seen)) lost.push(`round ${round}: something that was seen`)
    if (round === rounds) break

    // What a killed server may have missed goes first, as any client sends it after the first exchange.
    line.send(frame(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(doc)))
    const send = (update: Uint8Array) => line.sendUpdate(update)
    doc.on('update', send)
    const killAt = acknowledged + 3 + (round % 9)
    await until('enough is acknowledged in mid-flow', () => {
      for (let each = 0; each < 5; each++) {
        n += 1
        text.insert(text.length, `<${n}>`)
        line.mark(n)
      }
      acknowledged = line.stored().at(-1) ?? acknowledged
      return acknowledged >= killAt
    })
    await server.kill9()
    await Promise.all([line.whenClosed(), reader.whenClosed()])
    doc.off('update', send)
    acknowledged = line.stored().at(-1) ?? acknowledged
    // Every round's updates continue the ones before: what another person saw is the text up to there.
    const heard = new Y.Doc()
    Y.applyUpdate(heard, Y.encodeStateAsUpdate(line.document()))
    Y.applyUpdate(heard, Y.encodeStateAsUpdate(reader.document()))
    seen = heard.getText('text/ziele').toJSON()
    startedAt = performance.now()
    await server.restart()
  }
  await server.stop()
  return { lost, backMs }
}
