import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openBrowser, startDraft } from './person.ts'
import { bundledServer, createTestFolder, startTestServer } from '../world/server.ts'

const shipped = JSON.parse(readFileSync('server/calls/engagierte-stadt-2023.json', 'utf8')) as {
  id: string
  title: string
  sections: { maxCharacters: number }[]
}

const start = async (environment: Record<string, string>) => {
  const [program = '', ...words] = await bundledServer()
  const child = spawn(program, words, {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: join(createTestFolder(), 'data'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [output, errors] = ['', '']
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
  const [code] = (await once(child, 'exit')) as [number]
  return { code, output, errors }
}

const callsFolder = (files: Record<string, unknown>): string => {
  const folder = createTestFolder()
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return folder
}

/** Exit code 1 and one line that begins like this; a stack trace would be more lines. */
const refusal = (reason: RegExp) => ({
  code: 1,
  output: '',
  errors: expect.stringMatching(new RegExp(`^${reason.source}.*\\n$`)) as string,
})

describe('a start that cannot succeed', () => {
  it.each([
    [{ PORT: 'eighty' }, /PORT: must be a whole number from 0 to 65535 \(is "eighty"\)/],
    [{ PORT: '70000' }, /PORT: must be a whole number/],
    [{ HOST: '' }, /HOST: must not be empty/],
    [{ HOST: '203.0.113.7' }, /HOST: cannot listen on 203\.0\.113\.7:0/],
    [{ PUBLIC_URL: 'einvernehmen.example' }, /PUBLIC_URL: must be an address/],
    [{ PUBLIC_URL: 'https://stadt.example/einvernehmen' }, /PUBLIC_URL: must have no path/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL: must be one of fatal, error/],
    [{ CALLS_DIR: '/no/such/folder' }, /CALLS_DIR: there is no folder \/no\/such\/folder/],
  ])('names the bad setting: %o', async (environment, reason) => {
    expect(await start(environment)).toEqual(refusal(reason))
  })

  it('names a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const reason = new RegExp(`PORT: ${port} is already in use on 127\\.0\\.0\\.1`)
    expect(await start({ PORT: String(port) })).toEqual(refusal(reason))
    other.close()
  })

  it('names a data folder that cannot be written, and a database that is none', async () => {
    const folder = createTestFolder()
    writeFileSync(join(folder, 'file'), '')
    expect(await start({ DATA_DIR: join(folder, 'file', 'data') })).toEqual(
      refusal(/DATA_DIR: cannot write to .*\/file\/data \(ENOTDIR/),
    )
    writeFileSync(join(folder, 'einvernehmen.sqlite'), 'this is no database, but long enough to look at it'.repeat(20))
    expect(await start({ DATA_DIR: folder })).toEqual(
      refusal(/DATA_DIR: cannot use .*einvernehmen\.sqlite \(.*not a database/),
    )
  })

  const shortened = shipped.sections.map((section, index) => (index === 3 ? { ...section, maxCharacters: 0 } : section))
  it.each([
    [{ 'stadt.json': { ...shipped, sections: shortened } }, /stadt\.json: sections\.3\.maxCharacters: /],
    [{ 'stadt.json': '{"id": ' }, /stadt\.json: \(whole file\): cannot be read as JSON/],
    [{ 'a.json': shipped, 'b.json': shipped }, /b\.json: id: "engagierte-stadt-2023" is already the id of a\.json/],
  ])('names file, path and reason of a broken call', async (files, reason) => {
    expect(await start({ CALLS_DIR: callsFolder(files) })).toEqual(refusal(reason))
  })
})

describe('a start that succeeds', () => {
  it('takes calls from a folder in the data folder, in place of shipped ones or besides', async () => {
    const dataDir = createTestFolder()
    mkdirSync(join(dataDir, 'calls'))
    const own = { ...shipped, id: 'unser-aufruf', title: 'Unser Aufruf' }
    writeFileSync(join(dataDir, 'calls', 'own.json'), JSON.stringify(own))
    writeFileSync(join(dataDir, 'calls', 'replaced.json'), JSON.stringify({ ...shipped, title: 'Neue Fassung' }))
    const server = await startTestServer({ environment: { CALLS_DIR: join(dataDir, 'calls') } })
    const { calls } = (await openBrowser(server).ask<{ calls: { id: string; title: string }[] }>('GET', '/api/calls'))
      .body
    expect(calls.map(({ id, title }) => [id, title])).toEqual([
      ['engagierte-stadt-2023', 'Neue Fassung'],
      ['engagiertes-land-2023', expect.any(String)],
      ['unser-aufruf', 'Unser Aufruf'],
    ])
    await server.stop()
  })

  it('prints its address, ends by itself when asked to, and has everything when it comes back', async () => {
    const server = await startTestServer({ asProcess: true })
    const { browser, draftId } = await startDraft(server)
    await server.restart()
    expect((await browser.readAccess(draftId)).status).toBe(200)
    await server.stop()
  })
})
