import { describe, expect, it } from 'vitest'
import { closeCode } from '../../src/protocol/messages.ts'
import { frame, openLine, openWriter, until } from './line.ts'
import { amina, bruno, startDraft } from './person.ts'
import { startTestServer } from '../world/server.ts'

describe('the log at its most talkative', () => {
  it('tells what happens and holds no text, name, secret or full address', async () => {
    const environment = { LOG_LEVEL: 'debug', TRUST_PROXY: '1' }
    const server = await startTestServer({ asProcess: true, environment })
    const address = { 'x-forwarded-for': '203.0.113.77' }
    const { browser, draftId } = await startDraft(server, amina)
    const ask = (method: string, path: string, body?: unknown) => browser.ask(method, path, body, address)
    const made = await browser.invite(draftId, { ...bruno, role: 'editor' })
    await ask('POST', '/api/invitations/look', { draftId, secret: made.body.secret })
    await ask('POST', '/api/invitations/redeem', { draftId, secret: 'wrong', name: 'Jemand Anderes' })
    await ask('POST', '/api/drafts', '{ "kaputt": Kanarienvogel')

    const writer = openWriter(server, draftId, browser.cookie())
    await writer.whenSynced()
    writer.write('ziele', 'Kanarienvogel')
    writer.doc.getMap('fields').set('place.name', 'Kanarienstadt')
    const line = await openLine(server, draftId, { cookie: browser.cookie(), ...address })
    line.mark(1)
    await until('all is stored', () => line.stored().includes(1))
    line.send(frame(0, 2, new TextEncoder().encode('Kanarienvogel')))
    expect(await line.whenClosed()).toBe(closeCode.malformed)
    writer.leave()
    await server.stop()

    const log = server.output()
    const entries = log.split('\n').filter((entry) => entry.startsWith('{'))
    expect(entries.map((entry) => (JSON.parse(entry) as { from?: string }).from)).toContain('203.0.113.0')
    const session = /sid=([\w-]+)/.exec(browser.cookie())?.[1] ?? 'no session'
    const silent = ['Kanarien', '203.0.113.77', amina.name, bruno.name, 'Jemand', made.body.secret, session]
    for (const words of silent) expect(log).not.toContain(words)
  })
})
