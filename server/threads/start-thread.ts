import type { buildSync } from 'esbuild'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'

const here = dirname(fileURLToPath(import.meta.url))
const isSource = import.meta.url.endsWith('.ts')

/** A thread that runs a module of the server, `store/write-worker` for one; in the build it lies beside main.js. */
export const startThread = (module: string, options: WorkerOptions = {}): Worker =>
  new Worker(isSource ? bundled(module) : join(here, `${basename(module)}.js`), options)

const bundles = new Map<string, string>()

/** A thread reads no TypeScript by itself, and a loader inside it takes half a second. */
const bundled = (module: string): string => {
  const made = bundles.get(module)
  if (made !== undefined) return made
  const esbuild = createRequire(import.meta.url)('esbuild') as { buildSync: typeof buildSync }
  const folder = join(here, '..', '..', 'node_modules', '.cache', 'einvernehmen')
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [join(here, '..', `${module}.ts`)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    write: false,
  })
  const file = join(folder, `${basename(module)}.mjs`)
  const own = `${file}-${process.pid}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(own, outputFiles[0]?.contents ?? '')
  renameSync(own, file)
  bundles.set(module, file)
  return file
}
