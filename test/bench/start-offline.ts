import { setTimeout as pause } from 'node:timers/promises'
import type { TestServer } from '../world/server.ts'
import { bruno } from '../world/cast.ts'
import { Person } from '../world/people.ts'
import { openBarePage } from './bare-browser.ts'
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
  const person = await Person.arrives(bruno, server)
  try {
    await person.joins(await draft.inviteGuest(bruno.name))
    await person.hasTheAppOnTheDevice()
    await person.hasEverythingTransferred()
    await person.closesBrowser()
    person.goesOffline()
    const start = async (slowDown: number): Promise<number> => {
      const page = await openBarePage(person.profileFolder)
      await page.addScript(watchForEditable(call.sections[0]?.title ?? ''))
      await page.slowDown(slowDown)
      await pause(browserRestMs)
      await page.goTo(person.network.url + person.draftPath)
      const startedMs = await page.waitFor('window.editableAt')
      await pause(visitMs)
      await page.close()
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

/** Notes in the page when the section named so is there with its text and takes more. */
const watchForEditable = (title: string): string =>
  `(function look() {
    const box = document.querySelector('[role="textbox"][aria-label=${JSON.stringify(title)}][contenteditable="true"]')
    if ((box?.textContent.length ?? 0) > 100) window.editableAt = performance.now()
    else requestAnimationFrame(look)
  })()`
