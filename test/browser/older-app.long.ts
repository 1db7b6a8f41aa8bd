import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import * as cast from '../world/cast.ts'
import { Person } from '../world/people.ts'
import { createTestFolder, startTestServer, type TestServer } from '../world/server.ts'

const appDir = join(createTestFolder(), 'app')
let server: TestServer
let amina: Person
let bruno: Person

/** This app as it would be if drafts had had another shape before. */
const buildOlderApp = () =>
  build({
    logLevel: 'warn',
    plugins: [
      {
        name: 'older-shape',
        enforce: 'pre',
        transform: (code, id) =>
          id.endsWith('/src/document/names.ts') ? code.replace('shapeVersion = 1', 'shapeVersion = 0') : null,
      },
    ],
    build: { outDir: appDir },
  })

beforeAll(async () => {
  await buildOlderApp()
  server = await startTestServer({ appDir })
  bruno = await Person.arrives(cast.bruno, server)
  await bruno.opens('/')
  await bruno.hasTheAppOnTheDevice()
  cpSync('dist/app', appDir, { recursive: true })
  await server.restart()
  amina = await Person.arrives(cast.amina, server)
  await amina.startsDraft('Lauterbrück')
})

afterAll(async () => {
  await amina?.leaves()
  await bruno?.leaves()
  await server?.stop()
})

it('reads a draft of a newer app without an editor, takes nothing from it, and writes once it is renewed', async () => {
  await amina.writes('ziele', 'Von der neuen Fassung geschrieben.')
  await bruno.opens(await amina.invites(cast.bruno))
  await bruno.page.getByRole('button', { name: german.join.join, exact: true }).click()
  const { newerApp } = german.draft
  await bruno.page.getByText(newerApp.text).waitFor()
  const ziele = bruno.page.getByRole('group', { name: bruno.titleOf('ziele'), exact: true })
  await ziele.getByText('Von der neuen Fassung geschrieben.').waitFor()
  expect(await bruno.page.getByRole('textbox', { name: bruno.titleOf('ziele'), exact: true }).count()).toBe(0)

  await amina.writes('ziele', ' Und während er liest.')
  await ziele.getByText('Und während er liest.').waitFor()
  await amina.sees('ziele', 'Von der neuen Fassung geschrieben. Und während er liest.')

  await bruno.page.getByText(german.connection.update.waiting).waitFor()
  await bruno.page.getByRole('button', { name: newerApp.renew }).click()
  await bruno.seesDraft()
  await bruno.writes('ausgangslage', 'Jetzt schreibt er mit.')
  await amina.sees('ausgangslage', 'Jetzt schreibt er mit.')
  await bruno.sees('ziele', 'Von der neuen Fassung geschrieben. Und während er liest.')
})
