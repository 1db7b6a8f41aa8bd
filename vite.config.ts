import react from '@vitejs/plugin-react'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
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
    // What every page begins with in one file: in fifty small ones it is a tenth larger, and each of them takes time.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'app', tags: ['$initial'] }] } } },
  },
})

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
