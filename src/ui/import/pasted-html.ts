import type { Line } from '../../domain/line.ts'
import { pastedLines } from '../../editor/pasted-lines.ts'

/** What an office or a web page put on the clipboard, as lines. It is parsed into a document that runs nothing. */
export const linesOfHtml = (html: string): Line[] => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  policy ??= trustedTypes?.createPolicy('pasted-text', { createHTML: (text) => text })
  return pastedLines(new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html').body)
}

let policy: { createHTML(html: string): string } | undefined

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string }
}
