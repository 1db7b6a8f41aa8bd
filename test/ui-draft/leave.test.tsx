// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { accepted, refused } from '../../src/domain/refusal.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { bruno, openPaperDraft } from './paper-draft.ts'
import { everyCall, openWorkspace } from './workspace.tsx'

const { leave: words, lost, lastOwner } = german.access
const call = everyCall[0]?.[1]
if (!call) throw new Error('no call ships')

const opensLeaving = async (draft: ReturnType<typeof openPaperDraft>) => {
  openWorkspace(draft)
  await userEvent.click(await screen.findByRole('button', { name: /^(Einladen|Team)$/ }))
  await userEvent.click(await screen.findByRole('button', { name: words.open }))
}
const dialogNamed = async (name: string) => within(await screen.findByRole('dialog', { name }))

test('who leads alone is told to name somebody else first, and asked nothing of the server', async () => {
  const draft = openPaperDraft(call)
  const leave = vi.spyOn(draft.team, 'leave')
  await opensLeaving(draft)
  const dialog = await dialogNamed(words.aloneTitle)
  expect(dialog.getByText(words.alone(german.elements.roles.owner))).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: lost.understood }))
  expect(screen.queryByRole('dialog', { name: words.aloneTitle })).toBeNull()
  expect(leave).not.toHaveBeenCalled()
})

test('nobody goes before the words the server lacks are saved as a file', async () => {
  const draft = openPaperDraft(call, 'viewer')
  URL.createObjectURL = () => 'blob:text'
  URL.revokeObjectURL = () => undefined
  draft.team.leave = () => Promise.resolve(refused('last-owner'))
  await opensLeaving(draft)
  const dialog = await dialogNamed(words.title(''))
  expect(dialog.getByText(words.goes)).toBeVisible()
  act(() => draft.view.setState({ status: { name: 'sending', waiting: 2 } }))
  const now = () => dialog.getByRole('button', { name: words.now })
  expect(now()).toHaveAccessibleDescription(lost.saveFirst)
  await userEvent.click(dialog.getByRole('button', { name: lost.save }))
  await userEvent.click(now())
  expect(await dialog.findByText(lastOwner)).toBeVisible()
})

test('who was removed reads that an agreement did not arrive, and that it does not count', async () => {
  const draft = openPaperDraft(call)
  draft.view.setState({ lost: { kind: 'removed', unsent: 2, agreed: 1, handedOver: false } })
  openWorkspace(draft)
  const dialog = await dialogNamed(lost.removedTitle)
  expect(dialog.getByText(lost.agreed(1))).toBeVisible()
  expect(dialog.getByRole('button', { name: lost.goOnRemoved })).toHaveAccessibleDescription(lost.saveFirst)
})

test('who left is on the shelf', async () => {
  const draft = openPaperDraft(call)
  act(() =>
    draft.view.setState(({ members }) => ({
      members: [...members, { ...bruno, id: 'b', role: 'owner', joinedAt: 0 }],
    })),
  )
  draft.team.leave = () => Promise.resolve(accepted(null))
  history.replaceState(null, '', '/entwurf/x')
  await opensLeaving(draft)
  await userEvent.click((await dialogNamed(words.title(''))).getByRole('button', { name: words.now }))
  expect(location.pathname).toBe('/')
})

test('a text taken anew from the server is told where its own copy is, until it is read', async () => {
  const draft = openPaperDraft(call, 'viewer')
  draft.view.setState({ rescuedAt: Date.now() })
  openWorkspace(draft)
  expect(await screen.findByRole('link', { name: lost.toRescued })).toHaveAttribute('href', '/')
  await userEvent.click(screen.getByRole('button', { name: lost.understood }))
  expect(screen.queryByRole('link', { name: lost.toRescued })).toBeNull()
})
