import react from '@vitejs/plugin-react'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, defineConfig, type Plugin } from 'vite'

export default defineConfig({
  plugins: [react(), serviceWorker('src/service-worker/main.ts'), compressedCopies()],
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One style sheet: a part that brings its own is not evaluated before that has come.
    cssCodeSplit: false,
    // Only what writes PDF files is larger than the usual 500 kB; it is fetched when somebody asks for one.
    chunkSizeWarningLimit: 700,
    // What every page begins with in one file, what a draft needs besides in two: in fifty small ones it is a tenth
    // larger, and each of them takes time.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'app', tags: ['$initial'], priority: 1 },
            { name: ofDraft('parts'), debugName: 'parts' },
            { name: ofDraft('draft'), debugName: 'draft' },
          ],
        },
      },
    },
  },
})

type Modules = { getModuleInfo: (id: string) => { importedIds: string[] } | null }

/** What a draft on screen begins with, and the pages that people see before they have one. */
const draftEntrances = ['src/state/open-draft.ts', 'src/ui/draft/workspace.tsx']
const firstPages = ['shelf/shelf', 'start/start', 'join/join', 'help/help', 'recovery/come-back']

/** All modules that these import, by whatever way but on demand. */
function reachable(entrances: readonly string[], modules: Modules): ReadonlySet<string> {
  const reached = new Set<string>()
  const reach = (id: string): void => {
    if (reached.has(id)) return
    reached.add(id)
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) reach(imported)
  }
  for (const entrance of entrances) reach(resolve(entrance))
  return reached
}

/** Of what a draft needs, what other first pages have in common with it is `parts`, all else is `draft`; nothing for others. */
function ofDraft(group: 'parts' | 'draft') {
  let known: Record<'draft' | 'pages', ReadonlySet<string>> | null = null
  return (id: string, modules: Modules): string | null => {
    known ??= {
      draft: reachable(draftEntrances, modules),
      pages: reachable(
        firstPages.map((page) => `src/ui/${page}-page.tsx`),
        modules,
      ),
    }
    return known.draft.has(id) && known.pages.has(id) === (group === 'parts') ? group : null
  }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))

/**
 * Builds the service worker after the app, with the list of everything the app consists of. Ours instead of
 * vite-plugin-pwa, whose dependency on rollup 4 leaves an incomplete lock file.
 */
function serviceWorker(source: string): Plugin {
  let outDir = ''
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: (config) => {
      outDir = config.build.outDir
    },
    closeBundle: {
      sequential: true,
      order: 'pre',
      handler: async () => {
        const entries = filesBelow(outDir)
          .filter((file) => !/\.(map|gz|br)$|^sw\.js$|^screenshots\//.test(file))
          .map((file) => ({
            url: `/${file}`,
            revision: /-[\w-]{8}\.\w+$/.test(file)
              ? null
              : createHash('sha256')
                  .update(readFileSync(join(outDir, file)))
                  .digest('hex')
                  .slice(0, 16),
          }))
        await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          define: { 'self.__WB_MANIFEST': JSON.stringify(entries), 'process.env.NODE_ENV': '"production"' },
          build: {
            emptyOutDir: false,
            outDir,
            rolldownOptions: {
              input: source,
              output: { entryFileNames: 'sw.js', format: 'iife', codeSplitting: false },
            },
          },
        })
      },
    },
  }
}

/** Lays a .br and a .gz beside every text file, so that the server compresses nothing while people work. */
function compressedCopies(): Plugin {
  let outDir = ''
  return {
    name: 'compressed-copies',
    apply: 'build',
    configResolved: (config) => {
      outDir = config.build.outDir
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      handler: () => {
        for (const file of filesBelow(outDir).filter((each) => /\.(js|css|html|svg|webmanifest)$/.test(each))) {
          const bytes = readFileSync(join(outDir, file))
          writeFileSync(join(outDir, `${file}.gz`), gzipSync(bytes, { level: 9 }))
          writeFileSync(join(outDir, `${file}.br`), brotliCompressSync(bytes))
        }
      },
    },
  }
}
