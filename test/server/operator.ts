import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundled } from '../world/server.ts'

/** Runs one of the operator's commands as `npm run` does, beside whatever server is running. */
export const operate = async (dataDir: string, ...words: string[]) => {
  const [program, file] = await bundled('operate')
  const child = spawn(program, [file, ...words], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [output, errors] = ['', '']
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, output, errors }
}

/** The files in a folder, and below, that hold these words, or these bytes. */
export const filesWith = (folder: string, words: string | Buffer): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(typeof words === 'string' ? words : Buffer.from(words)))
