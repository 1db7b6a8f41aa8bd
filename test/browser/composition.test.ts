import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'

/** Input methods and dead keys, spoken to Chromium in the words of its input protocol. */
describe('composed text', () => {
  let server: TestServer
  let amina: Person
  let bruno: Person
  let keyboard: CDPSession

  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    amina = await Person.arrives(cast.amina, server)
    bruno = await Person.arrives(cast.bruno, server)
    await amina.startsDraft('Lauterbrück')
    await amina.bringsIn(bruno)
    keyboard = await amina.context.newCDPSession(amina.page)
  })

  afterAll(async () => {
    await amina?.leaves()
    await bruno?.leaves()
    await server?.stop()
  })

  const composes = (text: string) =>
    keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  const commits = (text: string) => keyboard.send('Input.insertText', { text })
  const bothRead = (sectionId: string, text: string) =>
    eventually(async () => {
      expect(await amina.reads(sectionId)).toBe(text)
      expect(await bruno.reads(sectionId)).toBe(text)
    })

  it('a dead key makes one letter', async () => {
    await amina.writes('kurzfassung', 'Caf')
    await composes('´')
    await commits('é')
    await amina.page.keyboard.type(' in Lauterbrück')
    await bothRead('kurzfassung', 'Café in Lauterbrück')
  })

  it('an input method grows a word step by step and the others read it', async () => {
    await amina.writes('ausgangslage', 'Gruß: ')
    for (const step of ['に', 'にh', 'にほ', 'にほん', '日本']) await composes(step)
    await commits('日本')
    await bothRead('ausgangslage', 'Gruß: 日本')
  })

  it('what others write into the composed line waits until the composition ends, and no word is lost', async () => {
    await amina.writes('ziele', 'Anfang ')
    await bruno.sees('ziele', 'Anfang')
    await composes('zusam')
    await bruno.textbox('ziele').click()
    await bruno.page.keyboard.press('Control+Home')
    await bruno.page.keyboard.type('Vorab: ')
    await composes('zusammen')
    await commits('zusammen')
    await amina.page.keyboard.type(' fertig')
    await bothRead('ziele', 'Vorab: Anfang zusammen fertig')
  })

  it('emoji and combined letters stay whole when deleted and undone', async () => {
    await amina.writes('zeitplan', 'Fest 👩‍👩‍👧 im Büro')
    await bothRead('zeitplan', 'Fest 👩‍👩‍👧 im Büro')
    for (let key = 0; key < ' im Büro'.length; key++) await amina.page.keyboard.press('Backspace')
    await bothRead('zeitplan', 'Fest 👩‍👩‍👧')
    await amina.page.keyboard.press('Backspace')
    await eventually(async () =>
      expect(await bruno.reads('zeitplan')).not.toMatch(/\uFFFD|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/),
    )
    await eventually(async () => expect(await bruno.reads('zeitplan')).toBe(await amina.reads('zeitplan')))
  })

  it('the browsers had nothing to complain about', () => {
    expect([...amina.complaints, ...bruno.complaints]).toEqual([])
  })
})
