import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The import rule: who may import whom. A room not named on the left may import nothing but itself and libraries. */
const mayImport: Record<string, readonly string[]> = {
  'src/domain': [],
  'src/protocol': ['src/domain'],
  'src/document': ['src/domain'],
  'src/editor': ['src/domain', 'src/document'],
  'src/storage': ['src/domain', 'src/document'],
  'src/sync': ['src/domain', 'src/document', 'src/protocol'],
  'src/import': ['src/domain', 'src/document'],
  'src/state': ['src/domain', 'src/document', 'src/editor', 'src/storage', 'src/sync', 'src/import'],
  'src/export': ['src/domain'],
  'src/ui': ['src/domain', 'src/editor', 'src/export', 'src/state'],
  'src/service-worker': ['src/domain', 'src/protocol', 'src/storage'],
  'server/threads': [],
  'server/store': ['src/domain', 'src/protocol', 'src/document', 'server/threads'],
  'server/access': ['src/domain', 'src/protocol', 'src/document', 'server/store'],
  'server/sync': ['src/domain', 'src/protocol', 'src/document', 'server/store', 'server/access', 'server/threads'],
  'server/http': [
    'src/domain',
    'src/protocol',
    'src/document',
    'server/store',
    'server/access',
    'server/record',
    'server/places',
    'server/mail',
  ],
  'server/mail': ['src/domain', 'src/protocol', 'server/store', 'server/access', 'server/sync'],
  'server/places': ['src/domain'],
  'server/record': ['src/domain', 'src/protocol', 'server/store'],
  'server/calls': ['src/domain'],
  'server/operations': ['src/domain', 'src/protocol', 'server/store', 'server/sync'],
}

/** Types cost nothing at run time: the screens may name what the document room reads. */
const mayImportTypes: Record<string, readonly string[]> = { 'src/ui': ['src/document', 'src/import'] }

/** Files directly in src and server join the rooms; no file in a room may import one of them. */
const entrances = ['src', 'server']

const emptyNames = /^(utils?|helpers?|common|shared|manager|misc|types)(\.tsx?)?$/

const libraries: Record<string, readonly RegExp[]> = {
  'src/domain': [/^valibot$/, /^lib0\//],
  'src/protocol': [/^valibot$/, /^lib0\//],
  'src/document': [/^valibot$/, /^yjs$/, /^lib0\//],
}

const reactOnlyIn = 'src/ui'

const files = ['src', 'server'].flatMap((top) =>
  readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
)

const roomOf = (file: string): string => {
  const folder = dirname(file)
  return folder.split('/').slice(0, 2).join('/')
}

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

const importsOf = (file: string): Import[] => {
  const source = readFileSync(file, 'utf8')
  const found = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"()]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
  )
  return [...found].map(([, type, from, lazy, bare]) => ({
    from: file,
    to: from ?? lazy ?? bare ?? '',
    typeOnly: type !== undefined,
  }))
}

const imports = files.flatMap(importsOf)
const local = imports
  .filter(({ to }) => to.startsWith('.'))
  .map((each) => ({ ...each, to: relative('.', join(dirname(each.from), each.to)) }))

describe('the house', () => {
  it('has nothing at the top level but what the map names', () => {
    const folders = readdirSync('.', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => !['node_modules', 'dist', 'data'].includes(name))
    expect(folders.sort()).toEqual(['public', 'server', 'src', 'test'])
  })

  it('lets every room import only what the rule allows', () => {
    const broken = local.filter(({ from, to, typeOnly }) => {
      const [a, b] = [roomOf(from), roomOf(to)]
      if (entrances.includes(a) || a === b) return false
      const allowed = [...(mayImport[a] ?? []), ...(typeOnly ? (mayImportTypes[a] ?? []) : [])]
      return !allowed.includes(b)
    })
    expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('knows every room', () => {
    const rooms = new Set(files.map(roomOf).filter((room) => !entrances.includes(room)))
    expect([...rooms].filter((room) => !(room in mayImport))).toEqual([])
  })

  it('keeps the plain rooms plain and React in one place', () => {
    const broken = imports.filter(({ from, to }) => {
      if (to.startsWith('.')) return false
      const room = roomOf(from)
      if (/^(react|react-dom|wouter|lucide-react)(\/|$)/.test(to))
        return room !== reactOnlyIn && !entrances.includes(room)
      return libraries[room]?.every((pattern) => !pattern.test(to)) ?? false
    })
    expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('has no barrels, no path aliases and no names that say nothing', () => {
    expect(files.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([])
    expect(imports.filter(({ to }) => /^(@\/|~|#)/.test(to)).map(({ from }) => from)).toEqual([])
    expect(files.filter((file) => file.split('/').some((part) => emptyNames.test(part)))).toEqual([])
    expect(files.filter((file) => /(^|\n)export \* from/.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  it('keeps every file small enough to read in one sitting', () => {
    const long = files.map((file) => [file, readFileSync(file, 'utf8').split('\n').length] as const)
    expect(long.filter(([, lines]) => lines > 250).map(([file, lines]) => `${file}: ${lines}`)).toEqual([])
  })

  it('waits for nothing while a file of the app is evaluated: what it waits for may sit in a chunk that waits for it', () => {
    const waiting = files.filter(
      (file) => file.startsWith('src/') && /(^|\n)(\S.*= )?await /.test(readFileSync(file, 'utf8')),
    )
    expect(waiting).toEqual([])
  })

  it('names no section and no field of a call in code', () => {
    const words = readdirSync('server/calls').flatMap((name) => {
      const call = JSON.parse(readFileSync(join('server/calls', name), 'utf8')) as Record<
        'sections' | 'fields',
        { id: string }[]
      >
      return [...call.sections, ...call.fields].map(({ id }) => id)
    })
    const quoted = (source: string) =>
      words.filter((word) => new RegExp(`['"\`]${word.replace('.', '\\.')}['"\`]`).test(source))
    const broken = files
      .filter((file) => !file.startsWith('src/ui/example/'))
      .flatMap((file) => quoted(readFileSync(file, 'utf8')).map((word) => `${file}: ${word}`))
    expect(broken).toEqual([])
  })
})
