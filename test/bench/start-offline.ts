import type { Page } from 'playwright-core'
import type { TestServer } from '../world/server.ts'
import { Person } from '../world/people.ts'
import { call, type FullDraft } from './draft.ts'
import { median, type Figure } from './figure.ts'

const runs = 5

/** A browser that was just launched is busy with itself for so long; it is the app that is measured. */
const browserRestMs = 3_000

/** So long someone looks at the draft before closing the browser, which keeps compiled scripts for the next time meanwhile. */
const visitMs = 5_000

/**
 * From the navigation, in a browser just launched and come to rest, without a network, to the first section that takes
 * text, with a full draft, on a device that has opened it before.
 */
export const measureStartOffline = async (server: TestServer, draft: FullDraft): Promise<Figure[]> => {
  const person = await Person.arrives({
    name: 'Bruno Seidel',
    organisation: 'Stadt Lauterbrück',
    sector: 'administration',
    serverPort: () => server.port,
  })
  try {
    await person.joins(await draft.inviteGuest('Bruno Seidel'))
    await person.hasTheAppOnTheDevice()
    await person.hasEverythingTransferred()
    const start = async (slowDown: number): Promise<number> => {
      await person.closesBrowser()
      person.goesOffline()
      await person.opensBrowser()
      await person.page.waitForTimeout(browserRestMs)
      await watchForEditable(person.page, call.sections[0]?.title ?? '')
      const devtools = await person.context.newCDPSession(person.page)
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
      await person.opens(person.draftPath)
      const at = await person.page.waitForFunction(() => (window as { editableAt?: number }).editableAt)
      const startedMs = (await at.jsonValue()) ?? Number.NaN
      await person.page.waitForTimeout(visitMs)
      return startedMs
    }
    // What any device in use has: two visits without a network.
    for (let visit = 0; visit < 2; visit++) await start(1)
    const measured = async (slowDown: number) => {
      const times = []
      for (let run = 0; run < runs; run++) times.push(await start(slowDown))
      return Math.round(median(times))
    }
    return [
      { name: 'Offline start to editable', value: await measured(1), unit: 'ms', target: 600 },
      { name: 'Offline start to editable, CPU 4× slower', value: await measured(4), unit: 'ms', target: 1200 },
    ]
  } finally {
    await person.leaves()
  }
}

/** Notes in the page when the section named so is there with its text and takes more. A text, because tsx changes functions. */
const watchForEditable = (page: Page, title: string): Promise<unknown> =>
  page.addInitScript({
    content: `(function look() {
      const box = document.querySelector('[role="textbox"][aria-label=${JSON.stringify(title)}][contenteditable="true"]')
      if ((box?.textContent.length ?? 0) > 100) window.editableAt = performance.now()
      else requestAnimationFrame(look)
    })()`,
  })
