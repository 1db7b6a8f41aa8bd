// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { changePartner } from '../../src/document/edit-expression.ts'
import { openPaperDraft } from './paper-draft.ts'
import { callWithEverything } from '../world/calls.ts'
import { everyCall, openWorkspace } from './workspace.tsx'

describe.each(everyCall)('partners of %s', (_, call) => {
  const required = call.partners.sectors.filter((sector) => sector.required)
  const civil = call.partners.sectors.find(({ id }) => id === 'civil')
  const add = async (name: string, label: string) => {
    await userEvent.type(await screen.findByRole('textbox', { name: 'Weitere Organisation' }), name)
    await userEvent.selectOptions(screen.getByLabelText('Seite der weiteren Organisation'), label)
    await userEvent.click(screen.getByRole('button', { name: 'Hinzufügen' }))
  }

  test('the first organisation leads, and missing sides are said until all are there', async () => {
    const draft = openPaperDraft(call)
    openWorkspace(draft)
    expect(await screen.findByText(`0 von mindestens ${call.partners.minimum} Organisationen.`)).toBeVisible()
    for (const sector of required) await add(`Haus der ${sector.label}`, sector.label)
    while (draft.view.getState().partners.length < call.partners.minimum) await add('Noch ein Haus', civil?.label ?? '')
    expect(screen.getByText('Alle Pflichtseiten und genug Organisationen sind dabei.')).toBeVisible()
    expect(draft.view.getState().partners.map(({ lead }) => lead)).toEqual([
      true,
      ...Array<boolean>(call.partners.minimum - 1).fill(false),
    ])
  })

  test('of two names written at the same time the other one is offered, and taken', async () => {
    const draft = openPaperDraft(call)
    const id = draft.addPartner({ name: 'Verein', sector: 'civil', lead: true })
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(draft.doc))
    changePartner(other, id, { name: 'Heimatverein' })
    draft.changePartner(id, { name: 'Bürgerverein' })
    Y.applyUpdate(draft.doc, Y.encodeStateAsUpdate(other))
    const named = () => draft.view.getState().partners[0]?.name
    const lost = named() === 'Heimatverein' ? 'Bürgerverein' : 'Heimatverein'
    openWorkspace(draft)
    await userEvent.click(await screen.findByRole('button', { name: new RegExp(`: ${lost} übernehmen$`) }))
    expect([named(), draft.view.getState().rivals.size]).toEqual([lost, 0])
  })

  test('without a name or a side nothing is added, and the form says what is missing', async () => {
    const draft = openPaperDraft(call)
    openWorkspace(draft)
    await userEvent.click(await screen.findByRole('button', { name: 'Hinzufügen' }))
    expect(screen.getByText('Es fehlt der Name der Organisation.')).toBeVisible()
    await userEvent.type(screen.getByRole('textbox', { name: 'Weitere Organisation' }), 'Verein')
    await userEvent.click(screen.getByRole('button', { name: 'Hinzufügen' }))
    expect(screen.getByText(/Es fehlt die Seite/)).toBeVisible()
    expect(draft.view.getState().partners).toEqual([])
  })

  test('only one organisation leads at a time', async () => {
    const draft = openPaperDraft(call)
    draft.addPartner({ name: 'Verein', sector: 'civil', lead: true })
    draft.addPartner({ name: 'Stadt', sector: 'administration', lead: false })
    openWorkspace(draft)
    await userEvent.click(await screen.findByRole('radio', { name: 'Federführung: Stadt' }))
    expect(draft.view.getState().partners.map(({ name, lead }) => [name, lead])).toEqual([
      ['Stadt', true],
      ['Verein', false],
    ])
  })

  test('a removed organisation can be taken back as it was', async () => {
    const draft = openPaperDraft(call)
    draft.addPartner({ name: 'Verein', sector: 'civil', lead: true })
    openWorkspace(draft)
    await userEvent.click(await screen.findByRole('button', { name: 'Verein entfernen' }))
    expect(draft.view.getState().partners).toEqual([])
    const undo = within(screen.getByRole('region', { name: 'Wer einreicht' })).getByRole('button', {
      name: 'Rückgängig',
    })
    await waitFor(() => expect(screen.getByText('„Verein“ ist entfernt.')).toBeVisible())
    await userEvent.click(undo)
    expect(draft.view.getState().partners).toMatchObject([{ name: 'Verein', sector: 'civil', lead: true }])
  })

  test('a name is renamed in place and others’ changes appear', async () => {
    const draft = openPaperDraft(call)
    const id = draft.addPartner({ name: 'Verein', sector: 'civil', lead: true })
    openWorkspace(draft)
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name von Verein' }), ' e. V.')
    await userEvent.tab()
    expect(draft.view.getState().partners[0]?.name).toBe('Verein e. V.')
    act(() => draft.changePartner(id, { name: 'Bürgerhaus', sector: 'administration' }))
    expect(await screen.findByRole('textbox', { name: 'Name von Bürgerhaus' })).toHaveValue('Bürgerhaus')
    expect(screen.getByLabelText('Seite von Bürgerhaus')).toHaveValue('administration')
  })
})

test('what the call asks about an organisation is typed in its row, by its kind, and can be emptied again', async () => {
  const draft = openPaperDraft(callWithEverything)
  draft.addPartner({ name: 'Verein', sector: 'civil', lead: true })
  openWorkspace(draft)
  await userEvent.click(await screen.findByRole('button', { name: 'Mehr zu Verein' }))
  const row = within(
    screen.getByRole('button', { name: 'Mehr zu Verein' }).closest<HTMLElement>('[data-partner]') ?? document.body,
  )
  const labelled = (label: string) =>
    row.findByLabelText((text) => text.startsWith(label), { selector: 'input, select' })
  const types = async (label: string, text: string) => {
    await userEvent.type(await labelled(label), text)
    await userEvent.tab()
  }
  await types('Sitz der Organisation', ' Am Markt 1 ')
  await userEvent.selectOptions(await labelled('Rechtsform'), 'Stiftung')
  await types('Zahl der Mitglieder', '1.250')
  await types('Gegründet am', '1998-05-04')
  await types('Eigener Anteil', '9.500,50')
  await types('Ansprechperson der Organisation', 'Amina Haddad')
  await types('Dachverband', 'Landesverband')
  const answers = within(row.getByRole('group', { name: 'Als gemeinnützig anerkannt' }))
  await userEvent.click(answers.getByRole('radio', { name: 'Ja' }))
  const facts = () => Object.fromEntries(draft.view.getState().partners[0]?.facts ?? [])
  expect(facts()).toEqual({
    seat: 'Am Markt 1',
    form: 'Stiftung',
    members: 1250,
    founded: '1998-05-04',
    share: 9500.5,
    speaker: 'Amina Haddad',
    roof: 'Landesverband',
    charity: true,
  })
  expect(row.getByText(/Das sind mehr als 9.000 Euro\. Eintragen geht trotzdem\./)).toBeVisible()
  await userEvent.clear(await labelled('Sitz der Organisation'))
  await userEvent.click(answers.getByRole('radio', { name: 'noch offen' }))
  await waitFor(() => expect(facts()).not.toHaveProperty('seat'))
  expect(facts()).not.toHaveProperty('charity')
})
