import type { BrowserContext, Page } from 'playwright-core'
import type { SafetyStatus } from '../../src/state/safety-status.ts'
import { runsOurFunctions } from './our-functions.ts'

type Name = SafetyStatus['name']
interface Watched {
  shown: { name: string; says: string; at: number }[]
}

/** Every page of these notes when it has painted which status. */
export const notesStatus = async (context: BrowserContext): Promise<void> => {
  await runsOurFunctions(context)
  await context.addInitScript(() => {
    const shown: Watched['shown'] = []
    Object.assign(window, { shown })
    let last = ''
    new MutationObserver(() => {
      const line = document.querySelector('[data-status]')
      const name = line?.getAttribute('data-status') ?? ''
      const says = line?.textContent ?? ''
      if (name + says === last) return
      last = name + says
      requestAnimationFrame(() => {
        // The task after the frame's callbacks comes when it is painted.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => shown.push({ name, says, at: performance.timeOrigin + performance.now() })
        port2.postMessage(null)
      })
    }).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['data-status'],
    })
  })
}

/** How long after `sinceMs` (since 1970) the page showed this status, with these words, for the first time. */
export const delayUntil = (page: Page, name: Name, sinceMs: number, words = ''): Promise<number> =>
  page.evaluate(
    ([wanted, since, says]) =>
      new Promise<number>((resolve) => {
        const { shown } = window as unknown as Watched
        const look = (): void => {
          const found = shown.find((each) => each.name === wanted && each.at >= since && each.says.includes(says))
          if (found) resolve(found.at - since)
          else setTimeout(look, 50)
        }
        look()
      }),
    [name, sinceMs, words] as const,
  )

export const showsLive = (page: Page): Promise<void> => page.locator('[data-status=live]').first().waitFor()
