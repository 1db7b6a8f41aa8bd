import { existsSync, readFileSync } from 'node:fs'
import { rm, mkdtemp } from 'node:fs/promises'
import { SourceMap, type SourceMapping } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession } from 'playwright-core'
import { build } from 'vite'

export type Profile = Awaited<ReturnType<typeof stopped>>

const stopped = async (devtools: CDPSession) => (await devtools.send('Profiler.stop')).profile

/** What the page's main thread does meanwhile, looked at every 0.2 ms. */
export const profileOf = async (devtools: CDPSession, work: () => Promise<void>): Promise<Profile> => {
  await devtools.send('Profiler.enable')
  await devtools.send('Profiler.setSamplingInterval', { interval: 200 })
  await devtools.send('Profiler.start')
  await work()
  return stopped(devtools)
}

export interface Place {
  /** Path of the file the function was written in. */
  source: string
  /** The function's name there, as far as the map has it. */
  name: string
}

/** Finds what a function of the built app was before it was built. */
export type FindPlace = (callFrame: Profile['nodes'][number]['callFrame']) => Place

/** Builds the same app again with source maps, elsewhere: the one that is measured stays as people get it. */
export const openSourceMaps = async (): Promise<FindPlace> => {
  const folder = await mkdtemp(join(tmpdir(), 'einvernehmen-maps-'))
  await build({ logLevel: 'warn', build: { outDir: folder, sourcemap: 'hidden' } })
  const maps = new Map<string, SourceMap | null>()
  const mapOf = (path: string): SourceMap | null => {
    const file = `${join(folder, path)}.map`
    const map = maps.get(path) ?? (existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : null)
    maps.set(path, map)
    return map
  }
  process.once('exit', () => void rm(folder, { recursive: true, force: true }))
  return ({ url, functionName, lineNumber, columnNumber }) => {
    if (!/\/assets\/.*\.js$/.test(url)) return { source: '', name: functionName }
    // Node's types do not know of the name.
    const found = mapOf(new URL(url).pathname)?.findEntry(lineNumber, columnNumber) as Partial<SourceMapping & Place>
    return { source: found?.originalSource ?? url, name: found?.name ?? functionName }
  }
}
