import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'

const { tabs, tools } = german.draft

describe('on a phone', () => {
  let server: TestServer
  let clara: Person

  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    clara = await Person.arrives(cast.clara, server, { phone: true })
    await clara.startsDraft('Lauterbrück')
  })

  afterAll(async () => {
    await clara?.leaves()
    await server?.stop()
  })

  const goesTo = async (sectionId: string) => {
    await clara.page.getByRole('button', { name: tabs.sections, exact: true }).click()
    await clara.page.getByRole('button', { name: new RegExp(clara.titleOf(sectionId)) }).click()
    await clara.textbox(sectionId).waitFor()
  }

  it('one section at a time is written, with the tools where the keyboard is', async () => {
    await goesTo('ausgangslage')
    await clara.textbox('ausgangslage').tap()
    await clara.page.getByRole('toolbar').waitFor()
    await clara.page.getByRole('button', { name: tools.bullet }).tap()
    await clara.page.keyboard.type('Unterwegs geschrieben')
    await clara.page.getByRole('button', { name: tools.closeKeyboard }).tap()
    await goesTo('ziele')
    await goesTo('ausgangslage')
    await clara.sees('ausgangslage', 'Unterwegs geschrieben')
    expect(await clara.textbox('ausgangslage').getByRole('listitem').count()).toBe(1)
  })

  it('the status stays in sight without a network', async () => {
    await clara.hasTheAppOnTheDevice()
    await clara.hasEverythingTransferred()
    clara.goesOffline()
    await clara.textbox('ausgangslage').tap()
    await clara.page.keyboard.type(', auch im Zug')
    await clara.seesWords(german.connection.status.offline)
    await clara.seesWords(/Änderung(en)? warte/)
    await clara.reopensDraft()
    await goesTo('ausgangslage')
    await clara.sees('ausgangslage', 'auch im Zug')
    clara.comesBack()
    await clara.hasEverythingTransferred()
  })

  it('everything one touches is at least 44 px high or wide enough', async () => {
    await eventually(async () => {
      const small = await clara.page.evaluate(() =>
        [...document.querySelectorAll('nav button, header button, [role=toolbar] button')]
          .map((element) => ({
            name: element.textContent || element.getAttribute('aria-label'),
            box: element.getBoundingClientRect(),
          }))
          .filter(({ box }) => box.width > 0 && Math.max(box.width, box.height) < 44)
          .map(({ name }) => name),
      )
      expect(small).toEqual([])
    })
    expect(clara.complaints).toEqual([])
  })
})
