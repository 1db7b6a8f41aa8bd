// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { accepted, refused, type Refusal } from '../../src/domain/refusal.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { recoveryWords } from '../../src/ui/wording/recovery.ts'
import { amina, createMemoryApp, draftId } from './memory-app.ts'
import { openPage } from './page.tsx'

const words = recoveryWords.de

test.each([
  ['invalid', words.refused.unreadable],
  ['invitation-unusable', words.refused.useless],
  ['busy', words.refused.busy],
  ['unreachable', words.refused.unreachable],
  ['too-large', words.refused.other],
] satisfies [Refusal, string][])('a code refused as %s says why and stays in its field', async (refusal, sentence) => {
  const app = createMemoryApp()
  app.answers.comeBack = refused(refusal)
  openPage(app, '/zugang')
  const field = await screen.findByLabelText(words.code)
  await userEvent.type(field, 'abcd-efgh')
  await userEvent.click(screen.getByRole('button', { name: words.go }))
  expect(await screen.findByText(sentence)).toBeVisible()
  expect(field).toHaveValue('abcd-efgh')
  expect(field).toHaveFocus()
})

test('nothing is asked of the server before a code was entered', async () => {
  const app = createMemoryApp()
  app.answers.comeBack = accepted({ way: 'code', draftId, person: amina })
  openPage(app, '/zugang')
  await userEvent.click(await screen.findByRole('button', { name: words.go }))
  expect(await screen.findByText(words.refused.missing)).toBeVisible()
})

test('whoever is back is greeted, can sign the other devices out and goes to the draft', async () => {
  const app = createMemoryApp()
  app.answers.comeBack = accepted({ way: 'code', draftId, person: amina })
  openPage(app, '/zugang')
  await userEvent.type(await screen.findByLabelText(words.code), 'ABCD{Enter}')
  expect(await screen.findByRole('heading', { level: 1, name: words.back.title(amina.name) })).toBeVisible()
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  expect(screen.getByText(words.back.codeUsed, { exact: false })).toBeVisible()
  await userEvent.click(await screen.findByRole('button', { name: words.back.endOthers }))
  expect(await screen.findByText(words.back.ended)).toBeVisible()
  expect(screen.queryByRole('button', { name: words.back.endOthers })).toBeNull()
  expect(app.preferences.getState().person).toEqual(amina)
  expect(screen.getByRole('link', { name: words.back.toDraft })).toHaveAttribute('href', `/entwurf/${draftId}`)
})

test('whoever is back by passkey reads nothing of a used code', async () => {
  const app = createMemoryApp()
  app.answers.comeBack = accepted({ way: 'passkey', draftId, person: amina })
  openPage(app, '/zugang')
  await userEvent.type(await screen.findByLabelText(words.code), 'ABCD{Enter}')
  expect(await screen.findByText(words.back.text)).toBeVisible()
})

test('the way is offered where a draft is absent here and beside the invitation, not where it helps nobody', async () => {
  const way = { name: german.connection.comeBack }
  const shown = openPage(createMemoryApp(), '/entwurf/aaaaaaaaaaaaaaaaaaaaaaaaaa')
  expect(await screen.findByRole('link', way)).toHaveAttribute('href', '/zugang')
  shown.unmount()
  const elsewhere = openPage(createMemoryApp(), '/irgendwo')
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByRole('link', way)).toBeNull()
  elsewhere.unmount()
  openPage(createMemoryApp(), '/')
  await userEvent.click(await screen.findByRole('button', { name: german.shelf.acceptInvitation }))
  await waitFor(() => expect(screen.getByRole('link', way)).toBeVisible())
})
