import { german } from '../../src/ui/wording/catalogue.ts'
import { launchChromium } from '../world/chromium.ts'
import type { TestServer } from '../world/server.ts'
import { call, type FullDraft } from './draft.ts'
import { delayUntil, notesStatus, showsLive } from './status-watch.ts'

const runs = 3
const people = 4

/**
 * Until every page says that the server is out of reach, in ms: of four, two of which somebody writes on, after the
 * server has stopped without a word, its sockets open, and after it was killed.
 */
export const delaysAfterServerFaults = async (server: TestServer, draft: FullDraft): Promise<number[]> => {
  const browser = await launchChromium()
  const openPage = async (index: number) => {
    const context = await browser.newContext({ locale: 'de-DE' })
    await notesStatus(context)
    const page = await context.newPage()
    await page.goto(server.url + (await draft.inviteGuest(`Gast ${index}`)))
    await page.getByRole('button', { name: german.join.join, exact: true }).click()
    await page.getByRole('textbox', { name: call.sections[index]?.title ?? '' }).click()
    return { page, writes: index % 2 === 1 }
  }
  const delays: number[] = []
  try {
    const pages: Awaited<ReturnType<typeof openPage>>[] = []
    for (let index = 0; index < people; index++) pages.push(await openPage(index))
    const fails = async (fault: () => unknown): Promise<void> => {
      for (const { page } of pages) await showsLive(page)
      const beganAt = Date.now()
      await fault()
      for (const { page, writes } of pages) if (writes) await page.keyboard.press('x')
      for (const { page, writes } of pages) {
        delays.push(await delayUntil(page, writes ? 'offline' : 'quiet-offline', beganAt))
      }
    }
    for (let run = 0; run < runs; run++) {
      await fails(() => process.kill(server.pid(), 'SIGSTOP'))
      process.kill(server.pid(), 'SIGCONT')
      await fails(() => server.kill9())
      await server.restart()
    }
    return delays
  } finally {
    await browser.close()
  }
}
