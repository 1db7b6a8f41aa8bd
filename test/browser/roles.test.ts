import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { isFlawless, isFlawlessInLightAndDark } from './flawless.ts'

const { access, connection, elements, join, shelf, team } = german

describe('Amina leads a draft and decides what Bruno may do', () => {
  let server: TestServer
  let amina: Person
  let bruno: Person

  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    amina = await Person.arrives(cast.amina, server)
    bruno = await Person.arrives(cast.bruno, server)
    await amina.startsDraft('Lauterbrück')
    await amina.bringsIn(bruno)
    await bruno.writes('ziele', 'Vom Rathaus aus.')
    await amina.sees('ziele', 'Vom Rathaus aus.')
    await amina.opensTeam()
  })

  afterAll(async () => {
    await amina?.leaves()
    await bruno?.leaves()
    await server?.stop()
  })

  const roleOfBruno = () => amina.page.getByRole('combobox', { name: access.roleOf('Bruno Seidel') })
  const brunoMayWrite = async (may: boolean) =>
    eventually(async () =>
      expect(await bruno.textbox('ziele').getAttribute('contenteditable')).toBe(may ? 'true' : 'false'),
    )

  it('whoever may only read from now on is told so calmly and keeps the text in view', async () => {
    await roleOfBruno().selectOption({ label: elements.roles.viewer })
    await bruno.seesWords(access.lost.noticeReadOnly)
    await brunoMayWrite(false)
    await bruno.sees('ziele', 'Vom Rathaus aus.')
    await roleOfBruno().selectOption({ label: elements.roles.editor })
    await bruno.seesWords(access.lost.noticeWrite)
    await brunoMayWrite(true)
  })

  it('whoever is removed while offline keeps the own words as a file, and Amina can take them into the draft', async () => {
    bruno.goesOffline()
    await bruno.writes('kurzfassung', 'Noch im Saal geschrieben.')
    await bruno.seesWords(/Änderung wartet/)
    await amina.page.getByRole('button', { name: access.removeOf('Bruno Seidel') }).click()
    await amina.page.getByRole('button', { name: access.removeNow, exact: true }).click()
    await roleOfBruno().waitFor({ state: 'detached' })

    bruno.comesBack()
    await bruno.page.getByRole('dialog', { name: access.lost.removedTitle }).waitFor()
    await bruno.seesWords(access.lost.handedOver)
    const download = bruno.page.waitForEvent('download')
    await bruno.page.getByRole('button', { name: access.lost.save }).click()
    expect(readFileSync(await (await download).path(), 'utf8')).toContain('Noch im Saal geschrieben.')
    await bruno.page.getByRole('button', { name: access.lost.goOnRemoved }).click()
    await bruno.page.waitForURL(/\/$/)
    expect(await bruno.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).not.toContain(
      `draft-${bruno.draftPath.split('/').at(-1)}`,
    )

    await amina.reloads()
    await amina.seesDraft()
    await amina.opensTeam()
    await amina.page.getByText('Noch im Saal geschrieben.').waitFor()
    await amina.page.getByRole('button', { name: access.accept, exact: true }).click()
    await amina.sees('kurzfassung', 'Noch im Saal geschrieben.')
  })

  it('whoever has to be confirmed waits on a page that opens the draft by itself', async () => {
    await amina.page.getByText(access.confirmsWriters).click()
    await amina.page.getByRole('button', { name: elements.close }).first().click()
    const link = await amina.invites(cast.bruno)
    await bruno.opens(link)
    await bruno.page.getByRole('button', { name: join.join, exact: true }).click()
    await bruno.page.getByRole('heading', { name: connection.refusal.pending.title }).waitFor()
    await isFlawless(bruno.page, false)
    await amina.opensTeam()
    await amina.page.getByRole('button', { name: access.confirmOf('Bruno Seidel') }).click()
    await bruno.seesDraft()
    await bruno.sees('ziele', 'Vom Rathaus aus.')
  })

  it('whose text was taken anew from the server is told so in the draft, and finds the rescue copy on the shelf', async () => {
    const draftId = bruno.draftPath.split('/').at(-1) ?? ''
    await bruno.opens('/hilfe')
    await bruno.page.evaluate(async (id) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('einvernehmen')
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('not opened'))
      })
      const drafts = database.transaction('drafts', 'readwrite').objectStore('drafts')
      await new Promise((resolve) => {
        const read = drafts.get(id)
        read.onsuccess = () => {
          const rescue = { at: Date.now(), text: 'Wie es hier stand.' }
          drafts.put({ ...(read.result as object), rescue }).onsuccess = resolve
        }
      })
      database.close()
    }, draftId)
    await bruno.reopensDraft()
    await bruno.seesWords(access.lost.rescued)
    await isFlawless(bruno.page, false)
    await bruno.page.getByRole('link', { name: access.lost.toRescued }).click()
    const download = bruno.page.waitForEvent('download')
    await bruno.page.getByRole('button', { name: shelf.saveRescued }).click()
    expect(readFileSync(await (await download).path(), 'utf8')).toContain('Wie es hier stand.')
    await isFlawless(bruno.page, true)
  })

  it('whoever leaves is told beforehand what stays and goes, and finds an empty shelf', async () => {
    await bruno.reopensDraft()
    await bruno.hasEverythingTransferred()
    await bruno.opensTeam()
    await bruno.page.getByRole('button', { name: access.leave.open }).click()
    await bruno.page.getByText(access.leave.goes).waitFor()
    await isFlawless(bruno.page, false)
    await bruno.page.getByRole('button', { name: access.leave.now, exact: true }).click()
    await bruno.page.getByRole('heading', { name: shelf.empty.title }).waitFor()
    await amina.reloads()
    await amina.seesDraft()
    await amina.opensTeam()
    await amina.page.getByRole('button', { name: access.leave.open }).waitFor()
    expect(await roleOfBruno().count()).toBe(0)
  })

  it('Amina reads in words what happened, and signs out a browser of hers that she left somewhere', async () => {
    const opensRecord = async ({ page }: Person) => {
      await page.getByText(access.auditTitle, { exact: true }).click()
      await page.getByText(access.events.left('Bruno Seidel')).waitFor()
      await page.getByText(/^Prüfwert [0-9a-f]{64}$/).waitFor()
      await page.getByText(access.sessionsTitle, { exact: true }).click()
      await page
        .getByRole('listitem')
        .filter({ hasText: new RegExp(`^Chrome.*${access.thisSession}$`) })
        .waitFor()
      await isFlawlessInLightAndDark(page)
      expect(await page.getByRole('alert').count()).toBe(0)
    }
    const elsewhere = await Person.arrives(cast.amina, server, { phone: true })
    const draftId = amina.draftPath.split('/').at(-1) ?? ''
    const code = await amina.page.evaluate(async (id) => {
      const made = await fetch(`/api/drafts/${id}/recovery-code`, { method: 'POST' })
      return ((await made.json()) as { code: string }).code
    }, draftId)
    await elsewhere.opens('/hilfe')
    await elsewhere.page.evaluate(async (typed) => {
      const headers = { 'Content-Type': 'application/json' }
      await fetch('/api/recovery', { method: 'POST', headers, body: JSON.stringify({ code: typed }) })
    }, code)
    await elsewhere.opens(amina.draftPath)
    await elsewhere.seesDraft()
    await elsewhere.opensTeam()
    await opensRecord(elsewhere)
    await opensRecord(amina)

    await amina.page.getByRole('button', { name: /^Chrome.* abmelden$/ }).click()
    await amina.seesWords(/^Chrome.* ist abgemeldet\.$/)
    expect(await amina.page.getByRole('button', { name: /abmelden$/ }).count()).toBe(0)
    await elsewhere.seesWords(connection.status.signedOutQuiet)
    await elsewhere.leaves()
  })

  it('the code for the camera of whoever is invited is dark on light in dark colours too', async () => {
    const { page } = amina
    const form = page.locator('form').last()
    await form.getByLabel(team.invite.name, { exact: true }).fill(cast.clara.name)
    await form.getByLabel(team.invite.organisation, { exact: true }).fill(cast.clara.organisation)
    await form.getByRole('radio').first().check({ force: true })
    await form.getByRole('button', { name: team.invite.make }).click()
    const code = page.getByRole('img', { name: new RegExp(cast.clara.name) }).last()
    await isFlawlessInLightAndDark(page)
    const colours = await code.evaluate((drawing) => [
      getComputedStyle(drawing).fill,
      getComputedStyle(drawing.parentElement ?? drawing).backgroundColor,
    ])
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  })
})
