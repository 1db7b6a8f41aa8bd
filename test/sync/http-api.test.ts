import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openHttpApi, type HttpApi } from '../../src/sync/http-api.ts'
import { newDraftId } from '../server/person.ts'

/** Something that answers on a port, our server or not. */
const answering = async (listener: RequestListener): Promise<HttpApi> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return openHttpApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

const json = (status: number, body: unknown): Promise<HttpApi> =>
  answering((_request, answer) => {
    answer.writeHead(status, { 'content-type': 'application/json' })
    answer.end(JSON.stringify(body))
  })

describe('asking the server', () => {
  it('gives the refusal it names', async () => {
    for (const [status, refusal] of [
      [404, 'absent'],
      [401, 'signed-out'],
      [403, 'not-allowed'],
      [410, 'invitation-unusable'],
    ] as const) {
      expect(await (await json(status, { refusal })).readAccess(newDraftId())).toEqual({ ok: false, refusal })
    }
  })

  it('that is not ours is unreachable: a page of the venue’s Wi-Fi, a proxy, nonsense, nobody', async () => {
    const page = await answering((_request, answer) => answer.end('<h1>Willkommen im Gäste-WLAN</h1>'))
    const proxy = await answering((_request, answer) => answer.writeHead(502).end('Bad gateway'))
    const cut = await answering((request) => request.socket.destroy())
    const nonsense = await json(200, { drafts: [{ draftId: 7 }] })
    for (const api of [page, proxy, cut, nonsense, openHttpApi('http://127.0.0.1:9')]) {
      expect(await api.listMyDrafts()).toEqual({ ok: false, refusal: 'unreachable' })
    }
  })

  it('takes a server that has too much to do at its word', async () => {
    for (const status of [429, 503]) {
      expect(await (await json(status, 'later')).listCalls()).toEqual({ ok: false, refusal: 'busy' })
    }
  })

  it('passes over calls it cannot read and keeps the others', async () => {
    const api = await json(200, { calls: [{ id: 'broken' }, null] })
    expect(await api.listCalls()).toEqual({ ok: true, value: [] })
  })

  it('sends secrets in bodies, never in addresses', async () => {
    const seen: string[] = []
    const api = await answering((request, answer) => {
      seen.push(`${request.method} ${request.url}`)
      answer.writeHead(404).end('{"refusal":"absent"}')
    })
    const draftId = newDraftId()
    const secret = 's'.repeat(43)
    await api.lookAtInvitation({ draftId, secret })
    await api.redeemInvitation({ draftId, secret, name: 'Bruno' })
    expect(seen).toEqual(['POST /api/invitations/look', 'POST /api/invitations/redeem'])
  })
})
