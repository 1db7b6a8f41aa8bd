import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpackRegister } from '../../src/domain/place-register.ts'
import { readRegister } from '../../server/places/read-register.ts'
import { readSheets } from '../../server/places/read-sheet.ts'
import { bundled, createTestFolder, startTestServer, type TestServer } from '../world/server.ts'
import { officialRows, workbook } from './registers.ts'

let server: TestServer
const folder = createTestFolder()
beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  server = await startTestServer()
})
afterAll(() => server?.stop())

const loads = async (name: string, content: Uint8Array | string, ...words: string[]) => {
  const file = join(folder, name)
  writeFileSync(file, content)
  const [program, command] = await bundled('load-places')
  const child = spawn(program, [command, file, ...words], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: server.dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [output, errors] = ['', '']
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, output: output.replace(file, name), errors: errors.replace(file, name) }
}

const served = async (headers: Record<string, string> = {}) => fetch(`${server.url}/api/places`, { headers })
const servedPlaces = async () => unpackRegister(await (await served()).json())

describe('the municipal register', () => {
  it('is empty until an operator loads one, and then there without a restart', async () => {
    expect((await served()).status).toBe(204)
    expect(await loads('register.xlsx', workbook([['Erläuterung']], officialRows))).toEqual({
      code: 0,
      output:
        '2 places from register.xlsx, inhabitants of 2022-12-31, source: Statistisches Bundesamt, Gemeindeverzeichnis\n',
      errors: '',
    })
    expect(await servedPlaces()).toEqual({
      source: 'Statistisches Bundesamt, Gemeindeverzeichnis',
      date: '2022-12-31',
      places: [
        { name: 'Lauterbrück', kind: 'Stadt', state: 'Niedersachsen', population: 23_418, areaCode: '03456001' },
        { name: 'Dorf & Söhne', kind: 'Gemeinde', state: 'Niedersachsen', population: 812, areaCode: '03456002' },
      ],
    })
  })

  it('is sent packed and kept by browsers, which ask whether it has changed', async () => {
    const first = await served({ 'accept-encoding': 'gzip' })
    expect(first.headers.get('content-encoding')).toBe('gzip')
    expect(first.headers.get('cache-control')).toBe('public, max-age=3600')
    const etag = first.headers.get('etag') ?? ''
    expect((await served({ 'if-none-match': etag })).status).toBe(304)
  })

  it('comes from any table with names, area codes and inhabitants; what it does not say the operator says', async () => {
    const csv = 'AGS;Name;Einwohner\n03456001;"Lauterbrück, Stadt";23.418\n3456002;Oberlauter;812\n'
    expect(await loads('liste.csv', csv)).toEqual({
      code: 1,
      output: '',
      errors: 'liste.csv: does not say of which day its numbers are: add --date YYYY-MM-DD\n',
    })
    const said = await loads('liste.csv', csv, '--date', '2024-06-30', '--source', 'Land Lautertal')
    expect(said).toMatchObject({ code: 0 })
    expect(await servedPlaces()).toMatchObject({
      source: 'Land Lautertal',
      date: '2024-06-30',
      places: [
        { name: 'Lauterbrück', population: 23_418 },
        { name: 'Oberlauter', areaCode: '03456002' },
      ],
    })
    const windows = Buffer.from('ARS,Gemeindename,Bevölkerung 31.12.2023\n034560001001,Lauterbrück,"23418"\n', 'latin1')
    expect(await loads('alt.csv', windows)).toMatchObject({ code: 0 })
    expect(await servedPlaces()).toMatchObject({
      date: '2023-12-31',
      places: [{ name: 'Lauterbrück', areaCode: '03456001' }],
    })
  })

  it('stays as it was where a file is no register: one line, exit code 1', async () => {
    const before = await servedPlaces()
    const { code, output, errors } = await loads('kaputt.xlsx', workbook(officialRows).subarray(0, 400))
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toMatch(/^kaputt\.xlsx: is damaged.*\n$/)
    expect(await servedPlaces()).toEqual(before)
    expect(readdirSync(server.dataDir)).not.toContain('places.json.new')
  })

  it.each([
    ['nothing', new Uint8Array(), 'has no columns for name, area code'],
    ['a letter', zipSync({ 'word/document.xml': strToU8('<x/>') }), 'is no XLSX workbook'],
    ['a head alone', workbook(officialRows.slice(0, 8)), 'has no row with a name'],
  ])('is not %s', (_, content, reason) => {
    expect(() => readRegister(readSheets(content), {})).toThrow(reason)
  })
})
