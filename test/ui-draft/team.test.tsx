// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { groupByOrganisation } from '../../src/ui/team/organisations.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { formatFor } from '../../src/ui/wording/format.ts'
import { amina, bruno, openPaperDraft, type PaperDraft } from './paper-draft.ts'
import { callNamed } from '../world/calls.ts'
import { everyCall, openWorkspace } from './workspace.tsx'

test('people stand with their organisation, also one that nobody belongs to yet', () => {
  const groups = groupByOrganisation(
    [
      { name: 'Freiwilligenagentur', sector: 'civil', lead: true },
      { name: 'Stadt', sector: 'administration', lead: false },
      { name: 'stadt ', sector: 'administration', lead: false },
    ],
    [
      { ...amina, id: 'a', role: 'owner', joinedAt: 0 },
      { ...bruno, id: 'b', role: 'editor', joinedAt: 0 },
    ],
    [],
  )
  expect(groups.map(({ name, members }) => [name, members.map((each) => each.name)])).toEqual([
    ['Freiwilligenagentur', ['Amina Haddad']],
    ['Stadt', []],
    ['Stadt Lauterbrück', ['Bruno Seidel']],
  ])
})

test('where the server refuses what an owner decides, it is said beside it', async () => {
  const draft = openPaperDraft(callNamed('engagierte-stadt-2023'))
  draft.view.setState({ pending: [{ ...bruno, id: 'bruno', role: 'editor', joinedAt: 0 }] })
  openWorkspace(draft)
  await userEvent.click(await screen.findByRole('button', { name: 'Einladen' }))
  const { access } = german
  await userEvent.click(await screen.findByRole('button', { name: access.confirmOf('Bruno Seidel') }))
  expect(await screen.findAllByText(access.failed)).toHaveLength(1)
  await userEvent.click(screen.getByRole('checkbox', { name: access.confirmsWriters }))
  await waitFor(() => expect(screen.getAllByText(access.failed)).toHaveLength(2))
  await userEvent.click(screen.getByText(access.auditTitle))
  expect(await screen.findByText(access.notLoaded)).toBeVisible()
})

test('beside everyone else stands up to when they have everything, or that nothing is known of it', async () => {
  const draft = openPaperDraft(callNamed('engagierte-stadt-2023'))
  const { me, members } = draft.view.getState()
  const at = new Date(2023, 10, 2, 14, 32).getTime()
  const said = german.team.has(formatFor('de').moment(at, Date.now()))
  draft.view.setState({
    members: [...members, { ...bruno, id: 'bruno', role: 'editor', joinedAt: 0 }],
    receipts: [{ memberId: me.memberId ?? '', at }],
  })
  openWorkspace(draft)
  await userEvent.click(await screen.findByRole('button', { name: 'Einladen' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Team und Einladungen' }))
  const beside = (name: string) => within(dialog.getByText(name).closest('li') ?? document.body)
  expect(beside(bruno.name).getByText(german.team.hasNothing)).toBeVisible()
  act(() => draft.view.setState({ receipts: [{ memberId: 'bruno', at }] }))
  expect(beside(bruno.name).getByText(said)).toBeVisible()
  // Of one's own device the status line tells.
  expect(beside(amina.name).queryByText(said)).toBeNull()
  expect(beside(amina.name).queryByText(german.team.hasNothing)).toBeNull()
})

describe.each(everyCall)('the team of %s', (_, call) => {
  const administration = call.partners.sectors.find(({ id }) => id === 'administration')?.label ?? ''
  const opensTeam = async (draft: PaperDraft) => {
    openWorkspace(draft)
    await userEvent.click(await screen.findByRole('button', { name: 'Einladen' }))
    return within(await screen.findByRole('dialog', { name: 'Team und Einladungen' }))
  }
  const fillsIn = async (dialog: ReturnType<typeof within>) => {
    await userEvent.type(dialog.getByLabelText('Name'), 'Bruno Seidel')
    await userEvent.type(dialog.getByLabelText('Organisation'), 'Stadt Lauterbrück')
    await userEvent.click(dialog.getByRole('radio', { name: administration }))
  }

  test('an invitation gives a link to scan, to copy and to mail, until when it is valid, and room for the next', async () => {
    // Its clipboard stands in for the browser's.
    const user = userEvent.setup()
    const draft = openPaperDraft(call)
    const dialog = await opensTeam(draft)
    await fillsIn(dialog)
    await user.click(dialog.getByRole('button', { name: 'Einladung anlegen' }))
    expect(draft.invited).toEqual([
      { name: 'Bruno Seidel', organisation: 'Stadt Lauterbrück', sector: 'administration', role: 'editor' },
    ])
    const link = await dialog.findByLabelText('Persönlicher Link')
    expect(link).toHaveValue('https://einvernehmen.example/einladung/abc#geheim')
    expect(await dialog.findByRole('img', { name: 'QR-Code mit dem Link für Bruno Seidel' })).toBeVisible()
    expect(dialog.getByText(/Gilt für eine Person, bis/)).toBeVisible()

    await user.click(dialog.getByRole('button', { name: 'Kopieren' }))
    expect(await dialog.findByRole('button', { name: 'Kopiert' })).toBeVisible()
    expect(await navigator.clipboard.readText()).toBe('https://einvernehmen.example/einladung/abc#geheim')
    await user.click(dialog.getByRole('button', { name: 'Text für eine Mail kopieren' }))
    await waitFor(async () => expect(await navigator.clipboard.readText()).toContain('Guten Tag Bruno Seidel'))

    await user.click(dialog.getByRole('button', { name: 'Weitere Person' }))
    expect(dialog.getByLabelText('Name')).toHaveValue('')
    await user.click(dialog.getByRole('button', { name: 'Einladung für Bruno Seidel zurückziehen' }))
    expect(await dialog.findByText('Die Einladung für Bruno Seidel gilt nicht mehr.')).toBeVisible()
    expect(draft.view.getState().invitations).toEqual([])
  })

  test('where the browser has no clipboard the link is marked for copying by hand', async () => {
    const dialog = await opensTeam(openPaperDraft(call))
    await fillsIn(dialog)
    await userEvent.click(dialog.getByRole('button', { name: 'Einladung anlegen' }))
    const link = await dialog.findByLabelText<HTMLInputElement>('Persönlicher Link')
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })
    act(() => dialog.getByRole('button', { name: 'Kopieren' }).click())
    expect(await dialog.findByText(/Der Link ist markiert/)).toBeVisible()
    expect(link.selectionEnd).toBe(link.value.length)
  })

  test('what is missing is said before anything is asked of the server', async () => {
    const draft = openPaperDraft(call)
    const dialog = await opensTeam(draft)
    await userEvent.click(dialog.getByRole('button', { name: 'Einladung anlegen' }))
    expect(dialog.getByText('Es fehlt der Name.')).toBeVisible()
    await userEvent.type(dialog.getByLabelText('Name'), 'Bruno')
    await userEvent.click(dialog.getByRole('button', { name: 'Einladung anlegen' }))
    expect(dialog.getByText('Es fehlt die Organisation.')).toBeVisible()
    expect(draft.invited).toEqual([])
  })

  test('without the server inviting says why it must wait, and keeps what was typed', async () => {
    const draft = openPaperDraft(call)
    const dialog = await opensTeam(draft)
    await fillsIn(dialog)
    act(() => draft.losesTheServer())
    const make = dialog.getByRole('button', { name: 'Einladung anlegen' })
    expect(make).toHaveAccessibleDescription(/braucht eine Verbindung zum Server/)
    await userEvent.click(make)
    expect(draft.invited).toEqual([])
    act(() => draft.reachesTheServer())
    draft.answersInvitations('unreachable')
    await userEvent.click(dialog.getByRole('button', { name: 'Einladung anlegen' }))
    expect(await dialog.findByText(/Der Server antwortet nicht/)).toBeVisible()
    expect(dialog.getByLabelText('Name')).toHaveValue('Bruno Seidel')
    draft.answersInvitations(null)
    await userEvent.click(dialog.getByRole('button', { name: 'Einladung anlegen' }))
    expect(await dialog.findByLabelText('Persönlicher Link')).toBeVisible()
  })

  test('a partner that nobody belongs to is one press from an invitation', async () => {
    const draft = openPaperDraft(call)
    draft.addPartner({ name: 'Stadt Lauterbrück', sector: 'administration', lead: false })
    const dialog = await opensTeam(draft)
    await userEvent.click(dialog.getByRole('button', { name: 'Einladen: Stadt Lauterbrück' }))
    expect(dialog.getByLabelText('Organisation')).toHaveValue('Stadt Lauterbrück')
    expect(dialog.getByRole('radio', { name: administration })).toBeChecked()
    await waitFor(() => expect(dialog.getByLabelText('Name')).toHaveFocus())
  })

  test.each(['commenter', 'viewer'] as const)(
    'a %s is shown no inviting and no changing, with a server or without',
    async (role) => {
      const draft = openPaperDraft(call, role)
      openWorkspace(draft)
      const team = await screen.findByRole('button', { name: 'Team' })
      for (const withServer of [true, false]) {
        if (!withServer) act(() => draft.losesTheServer())
        expect(screen.queryByRole('button', { name: 'Einladen' })).toBeNull()
        expect(screen.queryByRole('button', { name: 'Eckdaten bearbeiten' })).toBeNull()
      }
      await userEvent.click(screen.getByRole('button', { name: 'Alle Eckdaten zeigen' }))
      for (const field of screen.getAllByRole('textbox').filter((each) => each instanceof HTMLInputElement))
        expect(field).toHaveAttribute('readonly')
      await userEvent.click(team)
      const dialog = within(await screen.findByRole('dialog', { name: 'Team' }))
      expect(dialog.getByText('Amina Haddad')).toBeVisible()
      expect(dialog.queryByLabelText('Name')).toBeNull()
    },
  )
})
