import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'

const run = (program: string, ...words: string[]): string =>
  execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

/** What poppler says of a PDF; keys as it writes them. */
export const infoOf = (pdf: string): Map<string, string> =>
  new Map(
    run('pdfinfo', pdf)
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )

export interface Font {
  name: string
  isEmbedded: boolean
  isSubset: boolean
  hasUnicode: boolean
}

export const fontsOf = (pdf: string): Font[] =>
  run('pdffonts', pdf)
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => {
      const [, name = '', embedded, subset, unicode] = /^(\S+).*?(yes|no) +(yes|no) +(yes|no) +\d+/.exec(line) ?? []
      return { name, isEmbedded: embedded === 'yes', isSubset: subset === 'yes', hasUnicode: unicode === 'yes' }
    })

/** The tagged structure: one tag per line, indented by its depth, without the text. */
export const tagsOf = (pdf: string): string[] =>
  run('pdfinfo', '-struct', pdf)
    .split('\n')
    .map((line) => line.replace(/ \((?:block|inline)\)$|:$/, ''))
    .filter((line) => /^ *[A-Z][A-Za-z0-9]*$/.test(line))

/** Everything a PDF says, page after page, with what stands at the foot of each. */
export const textOfPdf = (pdf: string): string => run('pdftotext', '-raw', '-nopgbrk', pdf, '-')

/** Everything LibreOffice reads in documents of one folder, by their names. It takes seconds to start, once for all. */
export const textsOfOffice = (folder: string, names: readonly string[]): Map<string, string> => {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const files = names.map((name) => join(folder, name))
  run('soffice', profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, ...files)
  return new Map(
    names.map((name) => {
      const read = join(folder, `${basename(name, extname(name))}.txt`)
      return [name, readFileSync(read, 'utf8').replace(/^\uFEFF/, '')]
    }),
  )
}

/** How LibreOffice understands a document, in its own format as one XML file. */
export const flatOfOffice = (folder: string, name: string): string => {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  run('soffice', profile, '--headless', '--convert-to', 'fodt', '--outdir', folder, join(folder, name))
  return readFileSync(join(folder, `${basename(name, extname(name))}.fodt`), 'utf8')
}
