import { bruno } from '../world/cast.ts'
import { Person } from '../world/people.ts'
import type { TestServer } from '../world/server.ts'
import type { FullDraft } from './draft.ts'
import { median, type Figure } from './figure.ts'
import { runsOurFunctions } from './our-functions.ts'

const runs = 5
const edits = 120

/**
 * From the moment the browser says that it is online again to the status that everything waiting is on the server's disk.
 * The cable is cut as well: a browser that is told to be offline keeps the sockets it has.
 */
export const measureReturn = async (server: TestServer, draft: FullDraft): Promise<Figure[]> => {
  const person = await Person.arrives(bruno, server)
  try {
    await runsOurFunctions(person.context)
    await person.joins(await draft.inviteGuest(bruno.name))
    await person.hasEverythingTransferred()
    const times: number[] = []
    for (let run = 0; run < runs; run++) {
      await person.context.setOffline(true)
      person.goesOffline()
      await person.writes('ziele', 'x'.repeat(edits))
      await person.page.locator('[data-status=offline]').first().waitFor()
      const waiting = await person.page.evaluate(countWaiting, draft.draftId)
      if (waiting !== edits) throw new Error(`${waiting} edits wait instead of ${edits}`)
      await person.page.evaluate(watchForDelivery)
      person.comesBack()
      await person.context.setOffline(false)
      times.push(await person.page.evaluate(() => (window as unknown as { delivered: Promise<number> }).delivered))
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

const countWaiting = (draftId: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(`draft-${draftId}`)
    opening.onerror = () => reject(opening.error ?? new Error('not opened'))
    opening.onsuccess = () => {
      const counting = opening.result.transaction('outbox').objectStore('outbox').count()
      counting.onsuccess = () => {
        opening.result.close()
        resolve(counting.result)
      }
    }
  })

/** Leaves in `delivered` how long after the page's next `online` event everything was delivered, in ms. */
const watchForDelivery = (): void => {
  const delivered = new Promise<number>((resolve) => {
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
  })
  Object.assign(window, { delivered })
}
