// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { refused } from '../../src/domain/refusal.ts'
import { amina, country, createMemoryApp, draftId, town } from './memory-app.ts'
import { openPage } from './page.tsx'

const begin = () => userEvent.click(screen.getByRole('button', { name: 'Schreiben beginnen' }))

test('someone starts an expression of interest and is in it', async () => {
  const app = createMemoryApp()
  openPage(app, '/neu')
  expect(await screen.findByRole('heading', { level: 1, name: 'Neue Interessensbekundung' })).toBeVisible()
  await userEvent.type(screen.getByLabelText('Stadt, Gemeinde oder Stadtteil'), ' Lauterbrück ')
  await userEvent.type(screen.getByLabelText('Eigener Name'), amina.name)
  await userEvent.type(screen.getByLabelText('Organisation'), amina.organisation)
  await userEvent.click(screen.getByRole('radio', { name: 'Zivilgesellschaft' }))
  await begin()
  expect(app.started).toEqual([{ callId: town.id, title: 'Lauterbrück', person: amina }])
  await waitFor(() => expect(location.pathname).toBe(`/entwurf/${draftId}`))
  expect(app.preferences.getState().person).toEqual(amina)
})

test('what is missing is named at its field, and the first such field takes the focus', async () => {
  const app = createMemoryApp()
  openPage(app, '/neu')
  await screen.findByLabelText('Eigener Name')
  await begin()
  expect(app.started).toEqual([])
  const place = screen.getByLabelText('Stadt, Gemeinde oder Stadtteil')
  expect(place).toBeInvalid()
  expect(place).toHaveAccessibleDescription(/Ohne Namen findet sich der Entwurf nicht wieder/)
  expect(screen.getByLabelText('Eigener Name')).toHaveAccessibleDescription(/Bitte einen Namen eintragen/)
  expect(screen.getByRole('group', { name: 'Seite der Organisation' })).toHaveAccessibleDescription(
    'Bitte eine Seite wählen.',
  )
  await waitFor(() => expect(place).toHaveFocus())
  await userEvent.type(place, 'Lauterbrück')
  expect(place).toBeValid()
})

test('a name longer than the app takes is said to be too long', async () => {
  openPage(createMemoryApp({}, amina), '/neu')
  const name = await screen.findByLabelText('Eigener Name')
  expect(name).toHaveValue(amina.name)
  await userEvent.clear(name)
  await userEvent.click(name)
  await userEvent.paste('x'.repeat(121))
  await begin()
  expect(name).toHaveAccessibleDescription(/auf 120 Zeichen kürzen/)
})

test('each call brings its own words for place and sectors, and says that its deadline is over', async () => {
  const app = createMemoryApp()
  openPage(app, '/neu')
  await userEvent.click(await screen.findByRole('radio', { name: new RegExp(country.shortTitle) }))
  expect(screen.getByLabelText('Ort oder Ortsteil')).toBeVisible()
  expect(screen.getByRole('radio', { name: 'Politik und Verwaltung' })).toBeInTheDocument()
  expect(screen.queryByRole('radio', { name: 'Wissenschaft' })).toBeNull()
  expect(screen.getByText(/Die Frist dieses Aufrufs ist vorbei/)).toBeVisible()
  expect(screen.getByText(/Frist war Mi 17\. Januar 2024 · 3 Abschnitte/)).toBeVisible()
})

test('a sector the chosen call does not know is asked again', async () => {
  const app = createMemoryApp({ calls: [country] }, { ...amina, sector: 'science' })
  openPage(app, '/neu')
  await userEvent.type(await screen.findByLabelText('Ort oder Ortsteil'), 'Oberlauter')
  await begin()
  expect(app.started).toEqual([])
  expect(screen.getByText('Bitte eine Seite wählen.')).toBeVisible()
})

test('what could not be made stays filled in', async () => {
  const app = createMemoryApp({}, amina)
  app.answers.start = refused('invalid')
  openPage(app, '/neu')
  const place = await screen.findByLabelText('Stadt, Gemeinde oder Stadtteil')
  await userEvent.type(place, 'Lauterbrück')
  await begin()
  expect(await screen.findByText(/konnte nicht angelegt werden/)).toBeVisible()
  expect(place).toHaveValue('Lauterbrück')
  expect(location.pathname).toBe('/neu')
})

test('without any call on this device it says so and tries again', async () => {
  const app = createMemoryApp({ calls: [], reachable: false })
  openPage(app, '/neu')
  expect(await screen.findByText('Noch kein Aufruf auf diesem Gerät')).toBeVisible()
  const before = app.refreshed
  await userEvent.click(screen.getByRole('button', { name: 'Noch einmal versuchen' }))
  expect(app.refreshed).toBe(before + 1)
})
