// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { setPartnerFact } from '../../src/document/edit-expression.ts'
import type { Call, CallField } from '../../src/domain/call.ts'
import type { FactValue } from '../../src/domain/fact.ts'
import { callNamed, callWithEverything } from '../world/calls.ts'
import { bruno, openPaperDraft } from './paper-draft.ts'
import { everyCall, openWorkspace } from './workspace.tsx'

const labelled = (field: CallField) =>
  field.kind === 'yes-no'
    ? screen.findByRole('group', { name: (name) => name.startsWith(field.label) })
    : screen.findByLabelText((text) => text.startsWith(field.label), { selector: 'input, select' })
const numberField = (call: Call) => {
  const field = call.fields.find(({ max, onViolation }) => max !== undefined && onViolation === 'warn')
  if (!field?.max) throw new Error('this call has no number with a limit')
  return { ...field, max: field.max }
}

/** What someone enters into a field of this kind, and what the document then holds. */
const sample = ({ kind, choices }: CallField): { entered: string; written: FactValue } => {
  if (kind === 'yes-no') return { entered: 'Nein', written: false }
  if (kind === 'choice') return { entered: choices?.[1] ?? '', written: choices?.[1] ?? '' }
  if (kind === 'number' || kind === 'money') return { entered: '8.418', written: 8418 }
  if (kind === 'date') return { entered: '2022-12-31', written: '2022-12-31' }
  return { entered: ' Lauterbrück ', written: 'Lauterbrück' }
}

describe.each(everyCall)('the facts of %s', (_, call) => {
  test('every field of the call is there and writes what its kind is', async () => {
    const draft = openPaperDraft(call)
    openWorkspace(draft)
    for (const field of call.fields) {
      const control = await labelled(field)
      const { entered, written } = sample(field)
      const answer = field.kind === 'yes-no' ? within(control).getByRole('radio', { name: entered }) : null
      if (answer) await userEvent.click(answer)
      else if (field.kind === 'choice') await userEvent.selectOptions(control, entered)
      else await userEvent.type(control, entered)
      await userEvent.tab()
      expect(draft.view.getState().facts.get(field.id)).toBe(written)
      await waitFor(() => {
        expect(answer === null || (answer as HTMLInputElement).checked).toBe(true)
        expect(answer ? entered : (control as HTMLInputElement).value).not.toBe('')
      })
    }
  })

  test('a number outside the range is warned about and written all the same', async () => {
    const field = numberField(call)
    const draft = openPaperDraft(call)
    openWorkspace(draft)
    const control = await labelled(field)
    await userEvent.type(control, String(field.max + 1))
    await userEvent.tab()
    expect(draft.view.getState().facts.get(field.id)).toBe(field.max + 1)
    expect(await screen.findByText(/Das sind mehr als .* Eintragen geht trotzdem\./)).toBeVisible()
    expect(control).not.toHaveAttribute('aria-invalid')
  })

  test('what is no number stays in the field, is not written and says so', async () => {
    const field = numberField(call)
    const draft = openPaperDraft(call)
    openWorkspace(draft)
    const control = await labelled(field)
    await userEvent.type(control, 'rund 20')
    await userEvent.tab()
    expect(control).toHaveValue('rund 20')
    expect(control).toHaveAttribute('aria-invalid', 'true')
    expect(draft.view.getState().facts.has(field.id)).toBe(false)
  })

  test('how sure the call is of something is one press away', async () => {
    openWorkspace(openPaperDraft(call))
    const unsure = call.sections.find(({ certainty }) => certainty === 'assumed')
    await userEvent.click(await screen.findByRole('button', { name: `${unsure?.title}: angenommen` }))
    expect(screen.getByRole('note')).toHaveTextContent('Ein Vorschlag, kein Zitat')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('note')).toBeNull()
  })
})

const town = callNamed('engagierte-stadt-2023')
const place = town.fields.find(({ id }) => id === town.titleField)
if (!place) throw new Error('the town call has no title field')

test('a yes or no says what it is about, whether it must be, and can be left open again', async () => {
  const draft = openPaperDraft(callWithEverything)
  openWorkspace(draft)
  const field = (id: string) => draft.view.getState().facts.get(id)
  const must = await screen.findByRole('group', { name: 'Der Rat hat beschlossen' })
  expect(must).toHaveAccessibleDescription('Ein Beschluss mit Datum.')
  const may = screen.getByRole('group', { name: /^Schon einmal beworben.*freiwillig$/ })
  expect(within(may).getByRole('radio', { name: 'noch offen' })).toBeChecked()
  await userEvent.click(within(may).getByRole('radio', { name: 'Ja' }))
  expect(field('again')).toBe(true)
  await userEvent.click(within(may).getByRole('radio', { name: 'noch offen' }))
  expect([field('again'), field('agreed')]).toEqual([undefined, undefined])
  act(() => draft.someoneSets('agreed', false))
  await waitFor(() => expect(within(must).getByRole('radio', { name: 'Nein' })).toBeChecked())
})

test('who only reads finds a yes or no as a word', async () => {
  const draft = openPaperDraft(callWithEverything, 'viewer')
  draft.someoneSets('agreed', true)
  openWorkspace(draft)
  await userEvent.click(await screen.findByRole('button', { name: 'Alle Eckdaten zeigen' }))
  expect(await screen.findByLabelText('Der Rat hat beschlossen')).toHaveValue('Ja')
  expect(screen.getByLabelText('Schon einmal beworben')).toHaveValue('noch offen')
})

test('a number below what the programme takes is written, and said to be refused there', async () => {
  const draft = openPaperDraft(callWithEverything)
  openWorkspace(draft)
  await userEvent.type(await screen.findByLabelText('Menschen im Ort'), '312')
  await userEvent.tab()
  expect(draft.view.getState().facts.get('place.population')).toBe(312)
  expect(
    await screen.findByText('Das sind weniger als 500. Das Programm nimmt es so voraussichtlich nicht an.'),
  ).toBeVisible()
})

test('who is in a field is seen at it, and among those at the facts', async () => {
  const draft = openPaperDraft(town)
  openWorkspace(draft)
  const field = (await labelled(place)).closest<HTMLElement>('[data-fact]')
  act(() => draft.isJoinedBy(bruno, null, place.id))
  expect(await within(field ?? document.body).findByText('Bruno Seidel hier')).toBeInTheDocument()
  expect(within(field ?? document.body).getByText('BS')).toBeVisible()
  const list = within(screen.getByRole('navigation', { name: 'Abschnitte' }))
  expect(list.getByRole('button', { name: /Eckdaten.*Bruno Seidel hier/ })).toBeVisible()
  const told = vi.spyOn(draft, 'enterField')
  await userEvent.click(await labelled(place))
  expect(told).toHaveBeenLastCalledWith(place.id)
  // The field has a button beside it.
  await userEvent.tab()
  await userEvent.tab()
  expect(told).not.toHaveBeenLastCalledWith(place.id)
})

test('what the call asks about an organisation is chosen among two answers in its row', async () => {
  const [asked] = town.partners.fields
  if (!asked) throw new Error('the town call asks nothing about organisations')
  const draft = openPaperDraft(town)
  const partnerId = draft.addPartner({ name: 'Verein', sector: 'civil', lead: true })
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(draft.doc))
  setPartnerFact(other, partnerId, asked.id, 'Räume')
  draft.setPartnerFact(partnerId, asked.id, 'Zeit')
  Y.applyUpdate(draft.doc, Y.encodeStateAsUpdate(other))
  openWorkspace(draft)
  await userEvent.click(await screen.findByRole('tab', { name: 'Prüfung' }))
  await userEvent.click(
    await screen.findByRole('button', { name: new RegExp(`^Verein: ${asked.label}: zwei Angaben`) }),
  )
  await waitFor(() => expect(screen.getByRole('button', { name: 'Mehr zu Verein' })).toHaveFocus())
  await userEvent.keyboard('{Enter}')
  const lost = draft.view.getState().partners[0]?.facts.get(asked.id) === 'Zeit' ? 'Räume' : 'Zeit'
  await userEvent.click(await screen.findByRole('button', { name: `${asked.label}: ${lost} übernehmen` }))
  expect(draft.view.getState().partners[0]?.facts.get(asked.id)).toBe(lost)
  expect(draft.view.getState().rivals.size).toBe(0)
})

test('what others enter appears, but never into the middle of one’s own typing', async () => {
  const draft = openPaperDraft(town)
  openWorkspace(draft)
  const control = await labelled(place)
  act(() => draft.someoneSets(place.id, 'Lauter'))
  await waitFor(() => expect(control).toHaveValue('Lauter'))
  await userEvent.type(control, 'brück')
  act(() => draft.someoneSets(place.id, 'Steinfurt'))
  expect(control).toHaveValue('Lauterbrück')
  await userEvent.type(control, ' am See')
  await userEvent.tab()
  await waitFor(() => expect(draft.view.getState().facts.get(place.id)).toBe('Lauterbrück am See'))
  act(() => draft.someoneSets(place.id, 'Steinfurt'))
  await waitFor(() => expect(control).toHaveValue('Steinfurt'))
})

test('typing reaches the others while the field still has the focus', async () => {
  const draft = openPaperDraft(town)
  openWorkspace(draft)
  await userEvent.type(await labelled(place), 'Lauterbrück')
  await waitFor(() => expect(draft.view.getState().facts.get(place.id)).toBe('Lauterbrück'))
})

test('with every fact filled in the form is folded and the head says what matters', async () => {
  const draft = openPaperDraft(town)
  for (const field of town.fields) {
    draft.setFact(field.id, field.kind === 'number' ? 23_418 : (field.choices?.[0] ?? 'Lauterbrück'))
  }
  draft.addPartner({ name: 'Freiwilligenagentur', sector: 'civil', lead: true })
  draft.addPartner({ name: 'Stadt', sector: 'administration', lead: false })
  draft.addPartner({ name: 'Hochschule', sector: 'science', lead: false })
  openWorkspace(draft)
  const unfold = await screen.findByRole('button', { name: 'Eckdaten bearbeiten' })
  const head = screen.getByRole('region', { name: 'Eckdaten' })
  expect(within(head).getByText('23.418')).toBeVisible()
  expect(within(head).getByText(/24\. November 2023/)).toBeVisible()
  expect(screen.queryByLabelText(place.label)).toBeNull()
  await userEvent.click(unfold)
  expect(await labelled(place)).toBeVisible()
})

test('who only reads sees the facts and cannot change them', async () => {
  const draft = openPaperDraft(town, 'viewer')
  draft.someoneSets(place.id, 'Lauterbrück')
  openWorkspace(draft)
  await userEvent.click(await screen.findByRole('button', { name: 'Alle Eckdaten zeigen' }))
  expect(await labelled(place)).toHaveAttribute('readonly')
  expect(screen.queryByRole('textbox', { name: 'Weitere Organisation' })).toBeNull()
  expect(screen.getByText(/Diese Rolle liest mit/)).toBeVisible()
})
