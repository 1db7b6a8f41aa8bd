// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { accepted, refused, type Refusal } from '../../src/domain/refusal.ts'
import type { InvitationLook } from '../../src/state/app-state.ts'
import { forgetSecret } from '../../src/ui/join/invitation-secret.ts'
import { amina, createMemoryApp, draftId, lauterbrueck, town } from './memory-app.ts'
import { openPage } from './page.tsx'

const secret = 'Abc-_0123456789012345678901234567890123456x'
const address = `/einladung/${draftId}#${secret}`
const look: InvitationLook = {
  call: town,
  view: {
    draftId,
    callId: town.id,
    title: 'Lauterbrück',
    inviter: amina,
    invited: { name: 'Jens Hartmann', organisation: 'Kreishandwerkerschaft', sector: 'business', role: 'editor' },
    organisations: [
      { name: 'Freiwilligenagentur', sector: 'civil' },
      { name: 'Stadt', sector: 'administration' },
    ],
    expiresAt: Date.now() + 86_400_000,
  },
}

const invited = () => {
  forgetSecret(draftId)
  const app = createMemoryApp()
  app.answers.look = accepted(look)
  return app
}

test('an invitation says who invites to what, as whom and with which right', async () => {
  openPage(invited(), address)
  expect(await screen.findByRole('heading', { level: 1, name: 'Einladung zum Mitschreiben' })).toBeVisible()
  expect(location.hash).toBe('')
  expect(screen.getByText('Amina Haddad')).toBeVisible()
  expect(screen.getByRole('heading', { name: 'Lauterbrück' })).toBeVisible()
  expect(screen.getByText(/Fr 24\. November 2023 · Frist vorbei/)).toBeVisible()
  expect(screen.getByText('Stadt')).toBeVisible()
  expect(screen.getByText('Jens Hartmann')).toBeVisible()
  expect(screen.getByText('Darf schreiben und weitere Personen einladen')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Was gespeichert wird' })).toHaveAttribute('href', '/hilfe#gespeichert')
})

test('one press joins, goes to the draft and remembers the person, not the secret', async () => {
  const app = invited()
  openPage(app, address)
  await userEvent.click(await screen.findByRole('button', { name: 'Beitreten' }))
  expect(app.redeemed).toEqual([{ draftId, secret, name: 'Jens Hartmann' }])
  await waitFor(() => expect(location.pathname).toBe(`/entwurf/${draftId}`))
  expect(app.preferences.getState().person).toEqual({
    name: 'Jens Hartmann',
    organisation: 'Kreishandwerkerschaft',
    sector: 'business',
  })
  expect(sessionStorage).toHaveLength(0)
})

test('the guest may correct the name, but not leave it empty', async () => {
  const app = invited()
  openPage(app, address)
  await userEvent.click(await screen.findByRole('button', { name: 'Name ändern' }))
  const name = screen.getByLabelText('Name')
  expect(name).toHaveFocus()
  await userEvent.clear(name)
  await userEvent.click(screen.getByRole('button', { name: 'Beitreten' }))
  expect(name).toHaveAccessibleDescription(/Bitte einen Namen eintragen/)
  await userEvent.type(name, 'Jens Harder')
  await userEvent.click(screen.getByRole('button', { name: 'Beitreten' }))
  expect(app.redeemed.map((each) => each.name)).toEqual(['Jens Harder'])
})

test('a reload before joining keeps the invitation', async () => {
  const app = invited()
  openPage(app, address).unmount()
  openPage(app, `/einladung/${draftId}`)
  await userEvent.click(await screen.findByRole('button', { name: 'Beitreten' }))
  expect(app.redeemed).toHaveLength(1)
})

test('without a connection it says so, keeps the invitation and tries again', async () => {
  const app = invited()
  app.answers.look = refused('unreachable')
  openPage(app, address)
  expect(await screen.findByText(/Beitreten braucht einmal eine Verbindung/)).toBeVisible()
  app.answers.look = accepted(look)
  await userEvent.click(screen.getByRole('button', { name: 'Noch einmal versuchen' }))
  app.answers.redeem = refused('unreachable')
  await userEvent.click(await screen.findByRole('button', { name: 'Beitreten' }))
  expect(await screen.findByText(/Die Einladung gilt weiter/)).toBeVisible()
  app.answers.redeem = accepted(draftId)
  await userEvent.click(screen.getByRole('button', { name: 'Noch einmal versuchen' }))
  await waitFor(() => expect(location.pathname).toBe(`/entwurf/${draftId}`))
})

test('declining asks once, forgets the secret and goes back to the shelf', async () => {
  openPage(invited(), address)
  await userEvent.click(await screen.findByRole('button', { name: 'Einladung ablehnen' }))
  const dialog = screen.getByRole('dialog', { name: 'Einladung ablehnen' })
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ablehnen' }))
  expect(location.pathname).toBe('/')
  expect(sessionStorage).toHaveLength(0)
})

test.each<Refusal>(['invitation-unusable', 'absent'])('"%s" gets the same calm page', async (refusal) => {
  const app = invited()
  app.answers.look = refused(refusal)
  openPage(app, address)
  expect(
    await screen.findByRole('heading', { level: 1, name: 'Diese Einladung lässt sich nicht verwenden' }),
  ).toBeVisible()
  expect(screen.getByRole('link', { name: 'Zu meinen Entwürfen' })).toHaveAttribute('href', '/')
})

test('an address without a secret, or with half of one, gets that page, too', async () => {
  openPage(invited(), `/einladung/${draftId}`).unmount()
  openPage(invited(), `/einladung/${draftId}#abc`)
  expect(await screen.findByText('Diese Einladung lässt sich nicht verwenden')).toBeVisible()
})

test('an invitation used up while one looked at it is refused calmly', async () => {
  const app = invited()
  app.answers.redeem = refused('invitation-unusable')
  openPage(app, address)
  await userEvent.click(await screen.findByRole('button', { name: 'Beitreten' }))
  expect(await screen.findByText('Diese Einladung lässt sich nicht verwenden')).toBeVisible()
})

test('whoever is in already is shown the way', async () => {
  const app = invited()
  app.shelf.view.setState({ drafts: [lauterbrueck] })
  app.answers.look = refused('invitation-unusable')
  openPage(app, address)
  expect(await screen.findByRole('link', { name: 'Zum Entwurf' })).toHaveAttribute('href', `/entwurf/${draftId}`)
})

test('who has to be confirmed is taken to the draft’s page, which says so and lets them in', async () => {
  const app = invited()
  app.answers.redeem = refused('pending')
  app.openDraft = () => Promise.resolve(refused('pending'))
  openPage(app, address)
  await userEvent.click(await screen.findByRole('button', { name: 'Beitreten' }))
  expect(await screen.findByRole('heading', { level: 1, name: /wartet auf Bestätigung/ })).toBeVisible()
  expect(location.pathname).toBe(`/entwurf/${draftId}`)
  expect(sessionStorage).toHaveLength(0)
})
