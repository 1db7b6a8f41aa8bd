// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { PlaceRegister } from '../../src/domain/place-register.ts'
import { amina, createMemoryApp } from './memory-app.ts'
import { openPage } from './page.tsx'

const register: PlaceRegister = {
  source: 'Statistisches Bundesamt',
  date: '2022-12-31',
  places: [
    { name: 'Lauterbrück', kind: 'Stadt', state: 'Niedersachsen', population: 23_418, areaCode: '03456001' },
    { name: 'Lautertal', kind: 'Gemeinde', state: 'Hessen', population: 7_000, areaCode: '06456002' },
  ],
}

const opensStart = async (places: PlaceRegister | null) => {
  const app = { ...createMemoryApp({}, amina), places: () => Promise.resolve(places) }
  openPage(app, '/neu')
  const field = await screen.findByLabelText('Stadt, Gemeinde oder Stadtteil')
  return { app, field }
}
const starts = () => userEvent.click(screen.getByRole('button', { name: 'Schreiben beginnen' }))

test('a place from the register is found with the keyboard and brings what is known of it', async () => {
  const { app, field } = await opensStart(register)
  await screen.findByRole('combobox', { name: 'Stadt, Gemeinde oder Stadtteil' })
  await userEvent.type(field, 'laut')
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    'LauterbrückStadt · Niedersachsen · 23.418 Einwohner',
    'LautertalGemeinde · Hessen · 7.000 Einwohner',
  ])
  expect(
    screen.getByText('Statistisches Bundesamt, Stand 31.12.2022. Anderes lässt sich frei eintragen.'),
  ).toBeVisible()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
  const [first] = screen.getAllByRole('option')
  expect(field).toHaveAttribute('aria-activedescendant', first?.id)
  await userEvent.keyboard('{Enter}')
  expect(field).toHaveValue('Lauterbrück')
  expect(screen.queryByRole('option')).toBeNull()
  await starts()
  expect(app.started[0]).toMatchObject({ title: 'Lauterbrück' })
  expect(new Map(app.started[0]?.facts).get('place.population')).toBe(23_418)
})

test('who types on means another place; Escape and leaving close the list', async () => {
  const { app, field } = await opensStart(register)
  await screen.findByRole('combobox', { name: 'Stadt, Gemeinde oder Stadtteil' })
  await userEvent.type(field, 'lautert')
  await userEvent.click(screen.getByRole('option'))
  expect(field).toHaveFocus()
  await userEvent.type(field, ' Nord')
  await userEvent.clear(field)
  await userEvent.type(field, 'Lautertal-Nord')
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('option')).toBeNull()
  await starts()
  expect(app.started[0]).toMatchObject({ title: 'Lautertal-Nord' })
  expect(app.started[0]?.facts).toBeUndefined()
})

test('without a register people type freely, as ever', async () => {
  const { app, field } = await opensStart(null)
  await userEvent.type(field, 'Lauterbrück')
  expect(field).not.toHaveAttribute('role')
  await starts()
  expect(app.started[0]).toMatchObject({ title: 'Lauterbrück' })
})
