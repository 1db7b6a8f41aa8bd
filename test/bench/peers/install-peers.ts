import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Exact, because later ones break: @y/websocket-server 0.1.5 has no persistence of its own and its ranges resolve to
 * prereleases; 0.1.1 is the last that keeps its documents in y-leveldb by itself.
 */
const dependencies = {
  '@hocuspocus/extension-sqlite': '4.7.0',
  '@hocuspocus/server': '4.7.0',
  '@y/websocket-server': '0.1.1',
  'y-leveldb': '0.2.0',
  'y-protocols': '1.0.7',
  yjs: '13.6.33',
}

const hocuspocus = `
import { Server } from '@hocuspocus/server'
import { SQLite } from '@hocuspocus/extension-sqlite'
const extensions = [new SQLite({ database: process.env.FOLDER + '/documents.sqlite' })]
await new Server({ port: Number(process.env.PORT), address: '127.0.0.1', quiet: true, extensions }).listen()
`

/** Installs the peers from the registry into a folder of their own, once; never part of the app. Returns that folder. */
export const installPeers = (): string => {
  const folder = join(tmpdir(), 'einvernehmen-bench-peers')
  const done = join(folder, 'installed.json')
  const wanted = JSON.stringify({ private: true, type: 'module', dependencies, hocuspocus }, null, 2)
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return folder
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), wanted)
  writeFileSync(join(folder, 'hocuspocus.js'), hocuspocus)
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  writeFileSync(done, wanted)
  return folder
}
