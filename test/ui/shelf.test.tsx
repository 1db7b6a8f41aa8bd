// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { refused } from '../../src/domain/refusal.ts'
import { amina, createMemoryApp, draftId, lauterbrueck, oberlauter, town } from './memory-app.ts'
import { openPage, openShelf } from './page.tsx'

test('an empty shelf teaches what to do', async () => {
  const app = createMemoryApp()
  await openShelf(app)
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Hier entsteht die erste gemeinsame')
  expect(screen.getByRole('link', { name: 'Neue Interessensbekundung' })).toHaveAttribute('href', '/neu')
  expect(screen.getByText('App auf diesem Gerät bereit, auch ohne Netz')).toBeVisible()
  await waitFor(() => expect(document.title).toMatch(/– Einvernehmen$/))
  expect(app.refreshed).toBe(1)
  await userEvent.click(screen.getByRole('button', { name: 'Beispiel ansehen' }))
  await waitFor(() => expect(location.pathname).toBe(`/entwurf/${draftId}`))
  expect(app.examples[0]?.callId).toBe(town.id)
})

test('an example that is here already is opened, not made twice', async () => {
  const app = createMemoryApp({ drafts: [lauterbrueck] })
  await openShelf(app)
  await userEvent.click(screen.getByRole('button', { name: 'Beispiel ansehen' }))
  await waitFor(() => expect(location.pathname).toBe(`/entwurf/${draftId}`))
  expect(app.examples).toEqual([])
})

test('an example that cannot be made says so', async () => {
  const app = createMemoryApp()
  app.answers.start = refused('invalid')
  await openShelf(app)
  await userEvent.click(screen.getByRole('button', { name: 'Beispiel ansehen' }))
  expect(await screen.findByText(/Beispiel konnte nicht angelegt werden/)).toBeVisible()
})

test('a card tells how far, how safe and how long', async () => {
  await openShelf(createMemoryApp({ drafts: [lauterbrueck, oberlauter] }, amina))
  const card = screen.getByRole('article', { name: 'Lauterbrück' })
  expect(within(card).getByText('4 von 8')).toBeVisible()
  expect(within(card).getByText('Pflichtabschnitte, 3 begonnen')).toBeVisible()
  expect(within(card).getByText('Alles übertragen · 14:32')).toBeVisible()
  expect(within(card).getByText('Frist vorbei')).toBeVisible()
  expect(within(card).getByText('Fr 24. November 2023')).toBeVisible()
  expect(within(card).getByText('Weiterschreiben geht trotzdem.')).toBeVisible()
  expect(within(card).getByRole('img', { name: 'Bruno Seidel, Verwaltung' })).toBeInTheDocument()
  const link = within(card).getByRole('link', { name: 'Weiterschreiben' })
  expect(link).toHaveAttribute('href', `/entwurf/${draftId}`)
  expect(link).toHaveAccessibleDescription('Lauterbrück')
  expect(within(screen.getByRole('article', { name: 'Oberlauter' })).getByText('3 Änderungen warten')).toBeVisible()
})

test('a card tells what was said and not read, as far as this device knows', async () => {
  const drafts = [
    { ...lauterbrueck, unread: 3 },
    { ...oberlauter, unread: 1 },
  ]
  await openShelf(createMemoryApp({ drafts, reachable: false }, amina))
  const card = (name: string) => within(screen.getByRole('article', { name }))
  expect(card('Lauterbrück').getByText('3 Beiträge in der Diskussion ungelesen')).toBeVisible()
  expect(card('Oberlauter').getByText('1 Beitrag in der Diskussion ungelesen')).toBeVisible()
})

test('whoever may only read is offered reading, and no writing after the end', async () => {
  await openShelf(createMemoryApp({ drafts: [{ ...lauterbrueck, mayWrite: false }] }, amina))
  const card = screen.getByRole('article', { name: 'Lauterbrück' })
  expect(within(card).getByRole('link', { name: 'Lesen' })).toHaveAttribute('href', `/entwurf/${draftId}`)
  expect(within(card).queryByText(/Weiterschreiben/)).toBeNull()
})

test('a draft in which nobody writes any more says when the server erases it', async () => {
  const endsAt = new Date(2027, 2, 5, 12).getTime()
  await openShelf(createMemoryApp({ drafts: [{ ...lauterbrueck, endsAt }, oberlauter] }))
  expect(screen.getAllByText(/^Lange hat hier niemand geschrieben/)).toHaveLength(1)
  expect(screen.getByText(/löscht den Entwurf am Fr 5. März 2027/)).toBeVisible()
})

test('an open call counts the days', async () => {
  const closes = new Date(Date.now() + 22 * 86_400_000).toISOString().slice(0, 10)
  const call = { ...town, window: { ...town.window, opens: '2020-01-01', closes, timeZone: 'UTC' } }
  await openShelf(createMemoryApp({ drafts: [{ ...lauterbrueck, call }] }))
  expect(screen.getByText('noch 22 Tage')).toBeVisible()
})

test('a draft without a place or a call known here still has its card', async () => {
  await openShelf(createMemoryApp({ drafts: [{ ...lauterbrueck, title: '', call: null, progress: [] }] }))
  expect(screen.getByRole('article', { name: 'Noch ohne Namen' })).toBeVisible()
  expect(screen.getByText('Der Aufruf dazu ist noch nicht auf diesem Gerät.')).toBeVisible()
})

test('a draft opened on another device only is not said to be on this one', async () => {
  const elsewhere = { ...lauterbrueck, progress: [], partners: [] }
  await openShelf(createMemoryApp({ drafts: [elsewhere, oberlauter] }))
  const card = screen.getByRole('article', { name: 'Lauterbrück' })
  expect(within(card).getByText(/Noch nicht auf diesem Gerät/)).toBeVisible()
  expect(within(card).queryByText(/Alles übertragen/)).toBeNull()
  expect(screen.queryByText(/öffnen sich auch ohne Netz/)).toBeNull()
})

test('it promises being ready for no network only when it is', async () => {
  const app = createMemoryApp({ drafts: [lauterbrueck], readyOffline: false })
  await openShelf(app)
  expect(screen.queryByText(/öffnet sich auch ohne Netz/)).toBeNull()
  act(() => app.shelf.view.setState({ readyOffline: true }))
  expect(screen.getByText(/öffnet sich auch ohne Netz/)).toBeVisible()
  act(() => app.shelf.view.setState({ deviceKeeps: false }))
  expect(screen.queryByText(/öffnet sich auch ohne Netz/)).toBeNull()
  expect(screen.getByText('Privates Fenster: geht beim Schließen verloren', { selector: 'p span' })).toBeVisible()
})

test('a pasted invitation leads to its page, an unreadable one says what is missing', async () => {
  await openShelf(createMemoryApp())
  await userEvent.click(screen.getByRole('button', { name: 'Einladung annehmen' }))
  const dialog = screen.getByRole('dialog', { name: 'Einladung annehmen' })
  const link = within(dialog).getByLabelText('Link aus der Einladung')
  expect(link).toHaveFocus()
  const look = () => userEvent.click(within(dialog).getByRole('button', { name: 'Einladung ansehen' }))
  await look()
  expect(link).toHaveAccessibleDescription(/Bitte den Link hier einfügen/)
  await userEvent.type(link, 'Hallo')
  await look()
  expect(link).toHaveAccessibleDescription(/kein vollständiger Einladungslink/)
  await userEvent.clear(link)
  await userEvent.click(link)
  await userEvent.paste(`${location.origin}/einladung/${draftId}#${'a'.repeat(43)}`)
  await look()
  expect(location.pathname).toBe(`/einladung/${draftId}`)
  expect(location.href).not.toContain('#')
})

test('language and colours are chosen in the bar', async () => {
  const app = createMemoryApp()
  await openShelf(app)
  await userEvent.click(screen.getByRole('radio', { name: 'Dunkel', hidden: true }))
  await waitFor(() => expect(document.documentElement).toHaveAttribute('data-theme', 'dark'))
  await userEvent.click(screen.getByRole('radio', { name: 'English', hidden: true }))
  expect(await screen.findByRole('link', { name: 'New expression of interest' })).toBeVisible()
  await waitFor(() => expect(document.documentElement.lang).toBe('en'))
  await userEvent.click(screen.getByRole('radio', { name: 'Deutsch', hidden: true }))
  expect(await screen.findByRole('link', { name: 'Neue Interessensbekundung' })).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: 'Wie das Gerät', hidden: true }))
  await waitFor(() => expect(document.documentElement).not.toHaveAttribute('data-theme'))
})

test('going to another page moves the focus to its heading; the first page leaves it alone', async () => {
  await openShelf(createMemoryApp())
  expect(document.body).toHaveFocus()
  await userEvent.click(screen.getByRole('link', { name: 'Hilfe' }))
  const heading = await screen.findByRole('heading', { level: 1, name: 'Hilfe' })
  await waitFor(() => expect(heading).toHaveFocus())
  expect(document.title).toBe('Hilfe – Einvernehmen')
})

test('an unknown address gets a calm page with the way back', () => {
  openPage(createMemoryApp(), '/quatsch')
  expect(screen.getByRole('heading', { level: 1, name: 'Diese Seite gibt es nicht' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Zu meinen Entwürfen' })).toHaveAttribute('href', '/')
})

test('an address that names no draft looks like a draft that is not ours', () => {
  openPage(createMemoryApp(), '/entwurf/kein-entwurf')
  expect(screen.getByRole('heading', { level: 1, name: 'Diesen Entwurf gibt es hier nicht' })).toBeVisible()
})
