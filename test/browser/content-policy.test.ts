import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as cast from '../world/cast.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'

/** The content security policy and Trusted Types in a real browser: the app works under them, an intruder does not. */
describe('under the content security policy', () => {
  let server: TestServer
  let amina: Person

  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    amina = await Person.arrives(cast.amina, server)
  })

  afterAll(async () => {
    await amina?.leaves()
    await server?.stop()
  })

  const pastesHtml = async (html: string) => {
    await amina.textbox('kurzfassung').click()
    await amina.page.keyboard.press('Control+End')
    await amina.page.evaluate(
      (words) =>
        navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([words], { type: 'text/html' }) })]),
      html,
    )
    await amina.page.keyboard.press('Control+v')
  }

  it('the app is installed, writes, pastes rich text and opens without a network, without one complaint', async () => {
    await amina.startsDraft('Lauterbrück')
    await amina.hasTheAppOnTheDevice()
    await pastesHtml('<p>Aus <b>Word</b> kopiert.</p><ul><li>Erstens</li></ul>')
    await amina.sees('kurzfassung', 'Erstens')
    await amina.hasEverythingTransferred()
    amina.goesOffline()
    await amina.reopensDraft()
    await amina.sees('kurzfassung', 'Aus Word kopiert.')
    amina.comesBack()
    expect(amina.complaints).toEqual([])
  })

  it('what a foreign page put on the clipboard is text and nothing else', async () => {
    await pastesHtml(
      '<p style="color:red" onclick="window.hurt = 1">Von fremder Seite.</p>' +
        '<img src="x" onerror="window.hurt = 1"><script>window.hurt = 1</script>',
    )
    await amina.sees('kurzfassung', 'Von fremder Seite.')
    await amina.textbox('kurzfassung').getByText('Von fremder Seite.').click()
    expect(await amina.page.evaluate(() => 'hurt' in window)).toBe(false)
    // The browser names what it kept from running, and that is all it complains about.
    for (const complaint of amina.complaints) expect(complaint).toMatch(/inline (style|event handler).*blocked/)
  })

  it('nothing that got into the page can run, load or send anything', async () => {
    await amina.reopensDraft()
    const caught = await amina.page.evaluate(async () => {
      const violations = new Set<string>()
      const whenAllAreReported = new Promise<void>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          violations.add(effectiveDirective)
          // These two are noticed last, while their pages are being fetched.
          if (violations.has('frame-src') && violations.has('img-src')) resolve()
        })
      })
      const refused = (name: string, attempt: () => unknown): string => {
        try {
          attempt()
          return `${name}: went through`
        } catch (error) {
          return `${name}: ${(error as Error).name}`
        }
      }
      const types = (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } })
        .trustedTypes
      const answers = [
        refused('innerHTML', () => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>')),
        refused('script address', () => (document.createElement('script').src = '/sw.js')),
        refused('a second worker', () => new Worker('/sw.js')),
        refused('a policy of its own', () => types.createPolicy('default', { createHTML: (html: string) => html })),
      ]
      // In a task of the page's own: what the test's driver runs may evaluate strings.
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          answers.push(refused('eval', () => window.eval('1')))
          resolve()
        })
      })
      const style = document.createElement('style')
      style.textContent = 'body { color: red }'
      const image = document.createElement('img')
      image.src = 'https://boese.example/picture.png'
      const frame = document.createElement('iframe')
      frame.src = 'https://boese.example/'
      document.body.append(style, image, frame)
      answers.push(
        await fetch('https://boese.example/').then(
          () => 'fetch: went through',
          () => 'fetch: refused',
        ),
      )
      await whenAllAreReported
      for (const each of [style, image, frame]) each.remove()
      return { answers, violations: [...violations] }
    })
    expect(caught.answers).toEqual([
      'innerHTML: TypeError',
      'script address: TypeError',
      'a second worker: TypeError',
      'a policy of its own: TypeError',
      'eval: EvalError',
      'fetch: refused',
    ])
    expect(caught.violations).toEqual(
      expect.arrayContaining(['style-src-elem', 'img-src', 'frame-src', 'connect-src', 'require-trusted-types-for']),
    )
  })
})
