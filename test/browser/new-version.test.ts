import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { createTestFolder, startTestServer, type TestServer } from '../world/server.ts'

const words = german.connection.update

describe('a new version of the app', () => {
  const appDir = join(createTestFolder(), 'app')
  let server: TestServer
  let amina: Person
  let bruno: Person

  beforeAll(async () => {
    cpSync('dist/app', appDir, { recursive: true })
    server = await startTestServer({ appDir })
    amina = await Person.arrives(cast.amina, server)
    bruno = await Person.arrives(cast.bruno, server)
    await amina.startsDraft('Lauterbrück')
    await amina.hasTheAppOnTheDevice()
  })

  afterAll(async () => {
    await amina?.leaves()
    await bruno?.leaves()
    await server?.stop()
  })

  /** Another page and another list of files, as a new build has them. */
  const publishes = (mark: string) => {
    for (const file of readdirSync(appDir)) if (/\.(br|gz)$/.test(file)) rmSync(join(appDir, file))
    const page = readFileSync('dist/app/index.html', 'utf8').replace(
      '<head>',
      `<head><meta name="release" content="${mark}">`,
    )
    writeFileSync(join(appDir, 'index.html'), page)
    const worker = readFileSync('dist/app/sw.js', 'utf8')
    const changed = worker.replace(
      /(\/index\.html["'`],\s*["']?revision["']?:\s*["'`])[0-9a-f]{16}/,
      (_, start: string) => start + mark.padEnd(16, '0'),
    )
    expect(changed).not.toBe(worker)
    writeFileSync(join(appDir, 'sw.js'), changed)
  }
  const release = (page = amina.page) => page.locator('meta[name=release]').count()

  it('waits for a click while one goes on writing, then switches without losing a word', async () => {
    await amina.writes('kurzfassung', 'Vor der neuen Fassung.')
    publishes('b')
    await server.restart()
    await amina.page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update()
    })
    await amina.page.getByText(words.waiting).waitFor()
    await amina.writes('kurzfassung', ' Während sie wartet.')
    expect(await release()).toBe(0)

    await amina.bringsIn(bruno)
    expect(await release(bruno.page)).toBe(1)
    await bruno.writes('ausgangslage', 'Schon mit der neuen Fassung.')
    await amina.sees('ausgangslage', 'Schon mit der neuen Fassung.')
    await amina.writes('ausgangslage', ' Und mit der alten.')
    await bruno.sees('ausgangslage', 'Schon mit der neuen Fassung. Und mit der alten.')

    const otherTab = await amina.opensAnotherTab(amina.draftPath)
    await amina.seesDraft()
    amina.goesOffline()
    await amina.writes('verankerung', 'Im anderen Fenster, noch nicht übertragen.')
    const secondTab = amina.page
    amina.usesTab(otherTab)
    await amina.writes('ziele', 'Noch nicht übertragen.')
    await amina.page.getByRole('button', { name: words.apply }).click()
    await eventually(async () => expect(await release()).toBe(1))
    await eventually(async () => expect(await release(secondTab)).toBe(1))
    await amina.seesDraft()
    await amina.sees('kurzfassung', 'Vor der neuen Fassung. Während sie wartet.')
    await amina.sees('ziele', 'Noch nicht übertragen.')
    await amina.sees('verankerung', 'Im anderen Fenster, noch nicht übertragen.')
    amina.comesBack()
    await amina.hasEverythingTransferred()
    expect(amina.complaints).toEqual([])
  })
})
