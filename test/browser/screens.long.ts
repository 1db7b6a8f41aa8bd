import { afterAll, beforeAll, describe, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { english } from '../../src/ui/wording/english.ts'
import { agreementWords } from '../../src/ui/wording/agreement.ts'
import { exportWords } from '../../src/ui/wording/export.ts'
import { mail as mailInGerman } from '../../src/ui/wording/de/mail.ts'
import { ready as readyInGerman } from '../../src/ui/wording/de/ready.ts'
import { mail as mailInEnglish } from '../../src/ui/wording/en/mail.ts'
import { ready as readyInEnglish } from '../../src/ui/wording/en/ready.ts'
import * as cast from '../world/cast.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { isFlawlessInLightAndDark } from './flawless.ts'

/** The screens that lie behind the menu of a draft, as `screens.test.ts` looks at those in front of it. */
let server: TestServer
let amina: Person
beforeAll(async () => {
  server = await startTestServer({ asProcess: builtServer })
  amina = await Person.arrives(cast.amina, server)
  await amina.opensExample()
  await amina.hasEverythingTransferred()
})
afterAll(async () => {
  await amina?.leaves()
  await server?.stop()
})

const inGerman = { ...german, ready: readyInGerman, mail: mailInGerman }
const inEnglish = { ...english, ready: readyInEnglish, mail: mailInEnglish }

describe.each([
  { width: 1280, language: 'de' as const },
  { width: 320, language: 'de' as const },
  { width: 320, language: 'en' as const },
])('behind the menu at $width px ($language)', ({ width, language }) => {
  const words = language === 'de' ? inGerman : inEnglish
  const agreement = agreementWords[language]
  const documents = exportWords[language]
  const isFlawless = () => isFlawlessInLightAndDark(amina.page)
  const opensMenu = () => amina.page.getByRole('button', { name: words.draft.menu }).first().click()

  beforeAll(async () => {
    await amina.page.setViewportSize({ width, height: 700 })
    if (language === 'de') return
    await amina.opens('/')
    await amina.page.getByRole('button', { name: german.elements.settings }).click()
    await amina.page.getByRole('radio', { name: 'English' }).check({ force: true })
    await amina.page.getByRole('heading', { level: 1, name: english.shelf.title }).waitFor()
  })

  it.each([
    ['agreement', 'mitzeichnung', agreement.organisations],
    ['the documents', 'export', documents.title],
    ['the form', 'formular', documents.form.title],
    ['notification', 'benachrichtigung', words.mail.title],
  ])('%s', async (_, page, heading) => {
    await amina.opens(`${amina.draftPath}/${page}`)
    await amina.page.getByRole('heading', { name: heading }).first().waitFor()
    await isFlawless()
  })

  it('whether all is ready for the meeting', async () => {
    await amina.opens(amina.draftPath.replace('entwurf', 'bereit'))
    await amina.page.getByText(words.ready.checks.clock.title).first().waitFor()
    await isFlawless()
  })

  it.each(['plan', 'import', 'remove'] as const)('what opens over the draft: %s', async (name) => {
    await amina.opens(amina.draftPath)
    await opensMenu()
    await amina.page.getByRole('button', { name: words.draft[name], exact: true }).first().click()
    await amina.page.getByRole('dialog').first().waitFor()
    await isFlawless()
  })

  it('its history', async () => {
    await amina.opens(amina.draftPath)
    await opensMenu()
    await amina.page.getByRole('button', { name: words.draft.history, exact: true }).first().click()
    await amina.page.getByRole('heading', { name: words.draft.history }).first().waitFor()
    await isFlawless()
  })

  // Beside a wide page it stands in the margin, with the workspace.
  if (width > 600) return
  it('what is said about it', async () => {
    await amina.opens(amina.draftPath)
    await amina.page.getByRole('button', { name: words.draft.tabs.discussion, exact: true }).first().click()
    await amina.page.getByRole('heading', { name: words.draft.tabs.discussion }).first().waitFor()
    await isFlawless()
  })
})
