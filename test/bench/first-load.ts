import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { TestServer } from '../world/server.ts'
import { launchChromium } from '../world/chromium.ts'
import type { FullDraft } from './draft.ts'
import type { Figure } from './figure.ts'

/** JavaScript and CSS that a newcomer's browser fetches until the draft can be written in, compressed with gzip -9. */
export const measureFirstLoad = async (server: TestServer, draft: FullDraft): Promise<Figure[]> => {
  const browser = await launchChromium()
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const page = await context.newPage()
    const files = new Set<string>()
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (/\.(js|css)$/.test(pathname)) files.add(pathname)
    })
    await page.goto(server.url + (await draft.inviteGuest('Neu Hier')))
    await page.getByRole('button', { name: 'Beitreten', exact: true }).click()
    await page.getByRole('textbox', { name: 'Kurzfassung' }).waitFor()
    await page.waitForLoadState('networkidle')
    const bytes = [...files].reduce(
      (sum, file) => sum + gzipSync(readFileSync(`dist/app${file}`), { level: 9 }).length,
      0,
    )
    return [
      { name: 'First load, JavaScript and CSS, gzip', value: Math.round(bytes / 100) / 10, unit: 'kB', target: 220 },
    ]
  } finally {
    await browser.close()
  }
}
