import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createTestFolder } from './server.ts'

/** How many changes of this repository the older app lacks, about as many as a release brings. */
const changesAgo = 25
const partsOfTheApp = ['src', 'public', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.ts']

/** What an app lacked that knew bold and links, but no italic. */
const withoutItalic: readonly [file: string, is: string, was: string][] = [
  ['src/document/lines.ts', "  ...(formats?.['italic'] === true && { italic: true }),\n", ''],
  ['src/editor/formats.ts', "['bold', 'italic', 'link']", "['bold', 'link']"],
]

/**
 * Builds an older app, as people still have it open: from the repository's history where the checkout has one, else from
 * the files as they are, and in both cases without a text format that drafts may hold by now. It does not replace the
 * app that is built.
 */
export const buildOlderApp = (outDir: string): void => {
  const folder = createTestFolder()
  takeOlderSource(folder)
  for (const [file, is, was] of withoutItalic) {
    const code = readFileSync(join(folder, file), 'utf8')
    if (!code.includes(is)) throw new Error(`${file} knows italic in another way than this expects`)
    writeFileSync(join(folder, file), code.replace(is, was))
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  mkdirSync(outDir, { recursive: true })
  const words = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--outDir', outDir, '--emptyOutDir']
  // A test runner's NODE_ENV would put React's development build into the app.
  execFileSync(process.execPath, words, { cwd: folder, env: { ...process.env, NODE_ENV: 'production' } })
}

const takeOlderSource = (folder: string): void => {
  const archive = join(folder, 'older.tar')
  const taken = spawnSync('git', ['archive', '-o', archive, `HEAD~${changesAgo}`, ...partsOfTheApp])
  if (taken.status === 0) execFileSync('tar', ['-xf', archive, '-C', folder])
  else for (const part of partsOfTheApp) cpSync(part, join(folder, part), { recursive: true })
}
