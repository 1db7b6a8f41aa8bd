import { afterEach, expect, it } from 'vitest'
import { createUpdateAgreement } from '../../src/state/update-agreement.ts'
import { eventually } from '../world/eventually.ts'

const opened: BroadcastChannel[] = []
afterEach(() => {
  for (const channel of opened.splice(0)) channel.close()
})

/** The pages of one browser, each of which says of itself whether it can store. */
const openBrowser = () => {
  const browser = crypto.randomUUID()
  class Channel extends BroadcastChannel {
    constructor(name: string) {
      super(`${browser} ${name}`)
      opened.push(this)
    }
  }
  return (isStored: () => Promise<boolean>) => createUpdateAgreement(isStored, Channel)
}
const stored = () => Promise.resolve(true)

it('lets a page that is alone switch', async () => {
  const openPage = openBrowser()
  const page = openPage(stored)
  expect(await page.ask()).toBe(true)
  expect(page.hasAgreed()).toBe(false)
})

it('waits until every page has stored, and those know that they agreed', async () => {
  const openPage = openBrowser()
  const asking = openPage(stored)
  let isStored = false
  const slow = openPage(async () => {
    await eventually(() => expect(isStored).toBe(true))
    return true
  })
  const quick = openPage(stored)
  let answer: boolean | null = null
  const asked = asking.ask().then((given) => (answer = given))
  await eventually(() => expect(quick.hasAgreed()).toBe(true))
  expect(answer).toBe(null)
  isStored = true
  expect(await asked).toBe(true)
  expect(slow.hasAgreed()).toBe(true)
})

it('does not switch while another page has what it cannot store, and does once it could', async () => {
  const openPage = openBrowser()
  const asking = openPage(stored)
  let canStore = false
  const full = openPage(() => Promise.resolve(canStore))
  openPage(stored)
  expect(await asking.ask()).toBe(false)
  expect(full.hasAgreed()).toBe(false)
  canStore = true
  expect(await asking.ask()).toBe(true)
})

it('takes a page that fails for one that has not stored, and passes over what is no message of ours', async () => {
  const openPage = openBrowser()
  const asking = openPage(stored)
  openPage(() => Promise.reject(new Error('broken')))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
  for (const channel of opened) channel.postMessage({ kind: 'answer', isStored: true })
  expect(await asking.ask()).toBe(false)
})
