import type { Page } from 'playwright-core'
import { bruno } from '../world/cast.ts'
import { Person } from '../world/people.ts'
import type { TestServer } from '../world/server.ts'
import type { FullDraft } from './draft.ts'
import { median, type Figure } from './figure.ts'

const runs = 5
const edits = 120

/** From the moment the browser says that it is online again to the status that everything waiting is on the server's disk. */
export const measureReturn = async (server: TestServer, draft: FullDraft): Promise<Figure[]> => {
  const person = await Person.arrives(bruno, server)
  try {
    await person.joins(await draft.inviteGuest(bruno.name))
    await person.hasEverythingTransferred()
    const times: number[] = []
    for (let run = 0; run < runs; run++) {
      await person.context.setOffline(true)
      await person.writes('ziele', 'x'.repeat(edits))
      await person.page.locator('[data-status=offline]').first().waitFor()
      const delivered = watchForDelivery(person.page)
      await person.context.setOffline(false)
      times.push(await delivered)
    }
    return [
      {
        name: `${edits} waiting edits delivered after return`,
        value: Math.round(median(times)),
        unit: 'ms',
        target: 1000,
      },
    ]
  } finally {
    await person.leaves()
  }
}

/** How long after the page's next `online` event everything was delivered, in ms. */
const watchForDelivery = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener(
          'online',
          () => {
            const startedAt = performance.now()
            const look = (): void => {
              if (document.querySelector('[data-status=live]')) resolve(performance.now() - startedAt)
              else requestAnimationFrame(look)
            }
            look()
          },
          { once: true },
        )
      }),
  )
