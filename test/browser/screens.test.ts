import { afterAll, beforeAll, describe, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { completeness } from '../../src/ui/wording/de/completeness.ts'
import { recovery } from '../../src/ui/wording/de/recovery.ts'
import * as cast from '../world/cast.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { isFlawlessInLightAndDark } from './flawless.ts'

/** Every screen, light and dark, wide and at 320 px: no violation axe knows of, no sideways scrolling. */
let server: TestServer
let amina: Person
let invitation: string

beforeAll(async () => {
  server = await startTestServer({ asProcess: builtServer })
  amina = await Person.arrives(cast.amina, server)
  await amina.opensExample()
  invitation = await amina.invites(cast.bruno)
})

afterAll(async () => {
  await amina?.leaves()
  await server?.stop()
})

describe.each([
  { width: 1280, height: 800 },
  { width: 320, height: 700 },
])('every screen at $width px', ({ width, height }) => {
  beforeAll(async () => {
    await amina.opens('/')
    await amina.page.setViewportSize({ width, height })
  })

  const isFlawless = () => isFlawlessInLightAndDark(amina.page)

  it.each([
    ['the shelf', '/', german.shelf.title],
    ['starting', '/neu', german.start.title],
    ['coming back', '/zugang', recovery.title],
    ['help', '/hilfe', null],
    ['no such draft', '/entwurf/aaaaaaaaaaaaaaaaaaaaaaaaaa', german.connection.refusal.absent.title],
    ['no such page', '/irgendwo', german.connection.refusal['no-such-page'].title],
  ])('%s', async (_, path, heading) => {
    await amina.opens(path)
    await amina.page
      .getByRole('heading', { level: 1, ...(heading && { name: heading }) })
      .first()
      .waitFor()
    await isFlawless()
  })

  it('the invitation', async () => {
    await amina.opens(invitation)
    await amina.page.getByRole('heading', { name: german.join.title }).waitFor()
    await amina.page.getByText('Bruno Seidel').first().waitFor()
    await isFlawless()
  })

  it('the workspace and its team', async () => {
    await amina.opens(amina.draftPath)
    await amina.page.getByRole('main').waitFor()
    await amina.hasEverythingTransferred()
    await isFlawless()
    await amina.opensTeam()
    await amina.page.getByRole('button', { name: german.team.invite.make }).waitFor()
    await isFlawless()
  })

  it('what the rules of the call say', async () => {
    await amina.opens(amina.draftPath)
    const role = width < 600 ? 'button' : 'tab'
    await amina.page.getByRole(role, { name: german.draft.tabs.check, exact: true }).click()
    await amina.page.getByText(completeness.checks.declarations).first().waitFor()
    await isFlawless()
  })

  it('the keys and the question for a link', async () => {
    await amina.opens(amina.draftPath)
    await amina.page.getByRole('button', { name: german.draft.menu }).first().click()
    await amina.page.getByRole('button', { name: german.draft.keys }).first().click()
    await amina.page.getByRole('dialog', { name: german.draft.keys }).waitFor()
    await isFlawless()
    await amina.page.keyboard.press('Escape')
    const [section] = amina.call.sections
    if (!section) throw new Error('a call has sections')
    if (width < 600) {
      await amina.page.getByRole('button', { name: german.draft.tabs.sections, exact: true }).click()
      await amina.page.getByRole('button', { name: new RegExp(section.title) }).click()
    }
    await amina.textbox(section.id).click()
    await amina.page.keyboard.press('Control+a')
    await amina.page.keyboard.press('Control+k')
    await amina.page.getByRole('dialog', { name: german.draft.linkDialog.titleNew }).waitFor()
    await isFlawless()
  })
})
