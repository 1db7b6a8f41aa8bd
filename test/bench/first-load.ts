import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { gzipSync } from 'node:zlib'
import type { TestServer } from '../world/server.ts'
import { launchChromium } from '../world/chromium.ts'
import { call, type FullDraft } from './draft.ts'
import type { Figure } from './figure.ts'

/**
 * JavaScript and CSS that an empty browser fetches, compressed with gzip -9: for the first page a newcomer sees, and for
 * a draft that can be written in, editor and all.
 */
export const measureFirstLoad = async (server: TestServer, draft: FullDraft): Promise<Figure[]> => {
  const browser = await launchChromium()
  try {
    const fetched = async (open: (page: Page) => Promise<unknown>, cookie?: string): Promise<number> => {
      const context = await browser.newContext({ serviceWorkers: 'block' })
      if (cookie) await context.setExtraHTTPHeaders({ cookie })
      const page = await context.newPage()
      const files = new Set<string>()
      page.on('request', (request) => {
        const { pathname } = new URL(request.url())
        if (/\.(js|css)$/.test(pathname)) files.add(pathname)
      })
      await open(page)
      await page.waitForLoadState('networkidle')
      await context.close()
      const bytes = [...files].map((file) => gzipSync(readFileSync(`dist/app${file}`), { level: 9 }).length)
      return Math.round(bytes.reduce((sum, each) => sum + each, 0) / 100) / 10
    }
    const page = await fetched(async (newcomer) => {
      await newcomer.goto(server.url)
      await newcomer.getByRole('heading', { level: 1 }).waitFor()
    })
    const workspace = await fetched(async (member) => {
      await member.goto(`${server.url}/entwurf/${draft.draftId}`)
      await member.getByRole('textbox', { name: call.sections[0]?.title ?? '' }).waitFor()
    }, draft.host.cookie())
    const name = (what: string) => `First load of ${what}, JavaScript and CSS, gzip`
    return [
      { name: name('the app'), value: page, unit: 'kB', target: 220 },
      { name: name('a draft, editor and all'), value: workspace, unit: 'kB', target: 220 },
    ]
  } finally {
    await browser.close()
  }
}
