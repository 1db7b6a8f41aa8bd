import { bruno } from '../world/cast.ts'
import { Person } from '../world/people.ts'
import type { TestServer } from '../world/server.ts'
import type { FullDraft } from './draft.ts'
import { percentile, type Figure } from './figure.ts'
import { runsOurFunctions } from './our-functions.ts'

const keys = 300
const pauseMs = 60

interface Watch {
  pressed: number[]
  kept: number[]
}

/**
 * From a key event, as the browser stamped it, to the page hearing that the transaction with the update and its outbox
 * entry is complete; offline, in a full draft. Durable means what the app asks IndexedDB for, its default durability:
 * the browser has handed the rows to the operating system, so they outlive the page and a killed browser
 * (test/browser/killed-browser.test.ts) and may miss a power cut by seconds.
 */
export const measureDurable = async (server: TestServer, draft: FullDraft): Promise<Figure[]> => {
  const person = await Person.arrives(bruno, server)
  try {
    await runsOurFunctions(person.context)
    await person.context.addInitScript(watchKeysAndRows)
    await person.joins(await draft.inviteGuest(bruno.name))
    await person.hasTheAppOnTheDevice()
    await person.hasEverythingTransferred()
    person.goesOffline()
    await person.reopensDraft()
    await person.writes('ziele', 'Ohne Netz. ')
    await person.page.locator('[data-status=offline]').first().waitFor()
    await person.page.evaluate(() => {
      const { watch } = window as unknown as { watch: Watch }
      watch.pressed.length = watch.kept.length = 0
    })
    for (let key = 0; key < keys; key++) {
      await person.page.keyboard.press('abcdefgh'[key % 8] ?? 'a', { delay: pauseMs })
    }
    const { pressed, kept } = await person.page.evaluate(
      (all) =>
        new Promise<Watch>((resolve) => {
          const { watch } = window as unknown as { watch: Watch }
          const look = () => (watch.kept.length < all ? setTimeout(look, 50) : resolve(watch))
          look()
        }),
      keys,
    )
    if (pressed.length !== keys || kept.length !== keys) throw new Error(`${kept.length} of ${keys} keys were kept`)
    const delays = kept.map((at, key) => at - (pressed[key] ?? Number.NaN))
    return [
      {
        name: 'Key press to durable on the device, p95',
        value: Math.round(percentile(delays, 0.95) * 10) / 10,
        unit: 'ms',
        target: 10,
      },
    ]
  } finally {
    await person.leaves()
  }
}

/** Runs in the page before anything of the app: notes each key, and each outbox row once its transaction is complete. */
const watchKeysAndRows = () => {
  const watch: Watch = { pressed: [], kept: [] }
  Object.assign(window, { watch })
  window.addEventListener('keydown', ({ timeStamp }) => watch.pressed.push(timeStamp), { capture: true })
  const added = new WeakMap<IDBTransaction, Record<string, number>>()
  // oxlint-disable-next-line typescript/unbound-method -- called on the store it was called on
  const add = IDBObjectStore.prototype.add
  IDBObjectStore.prototype.add = function (...request) {
    const { transaction, name } = this
    const rows = added.get(transaction) ?? {}
    if (!added.has(transaction)) {
      added.set(transaction, rows)
      transaction.addEventListener('complete', () => {
        // Without its update in the same transaction an outbox entry counts for nothing.
        const both = Math.min(rows['outbox'] ?? 0, rows['updates'] ?? 0)
        for (let row = 0; row < both; row++) watch.kept.push(performance.now())
      })
    }
    rows[name] = (rows[name] ?? 0) + 1
    return add.apply(this, request)
  }
}
