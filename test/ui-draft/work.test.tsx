// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { assign } from '../../src/document/section-work.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { dutyWords } from '../../src/ui/wording/duties.ts'
import { workWords } from '../../src/ui/wording/work.ts'
import '../../src/ui/work/duties-dialog.tsx'
import '../../src/ui/work/work-summary.tsx'
import { amina, bruno, openPaperDraft } from './paper-draft.ts'
import { everyCall, openWorkspace } from './workspace.tsx'

const words = workWords.de
const duty = dutyWords.de
const { filter, status: statusNames } = german.draft

describe.each(everyCall)('who does what in %s', (_, call) => {
  const [first, second] = call.sections
  if (!first || !second) throw new Error('a call has sections')
  const rail = async () => within(await screen.findByRole('navigation', { name: german.draft.sections }))
  const item = async (title: string) => (await rail()).queryByRole('button', { name: new RegExp(title) })
  const partners = (draft: ReturnType<typeof openPaperDraft>) => ({
    agency: draft.addPartner({ name: amina.organisation, sector: 'civil', lead: true }),
    town: draft.addPartner({ name: bruno.organisation, sector: 'administration', lead: false }),
  })

  test('a section says how far it is; what is empty is neither for review nor released', async () => {
    const draft = openPaperDraft(call)
    openWorkspace(draft)
    const choice = await screen.findByRole('combobox', { name: words.status.of(first.title) })
    expect(choice).toHaveValue('open')
    expect(within(choice).getByRole('option', { name: statusNames.released })).toBeDisabled()
    act(() => draft.someoneWrites(first.id, 'Ein Satz.'))
    await waitFor(() => expect(choice).toHaveValue('in-progress'))
    await userEvent.selectOptions(choice, statusNames['for-review'])
    await waitFor(async () => expect(await item(first.title)).toHaveTextContent(statusNames['for-review']))
    await userEvent.selectOptions(choice, statusNames.released)
    expect(draft.view.getState().sections[0]).toMatchObject({ progress: 'done', status: 'released' })
    await userEvent.selectOptions(choice, statusNames.open)
    expect(draft.view.getState().sections[0]).toMatchObject({ progress: 'begun', status: 'open' })
  })

  test('who only reads sees how far a section is and who does what', async () => {
    const draft = openPaperDraft(call, 'viewer')
    const { town } = partners(draft)
    openWorkspace(draft)
    const section = within(await screen.findByRole('region', { name: new RegExp(first.title) }))
    expect(await section.findByText(statusNames.open)).toBeVisible()
    expect(section.queryByRole('combobox')).toBeNull()
    act(() => assign(draft.doc, first.id, 'reviews', { partnerId: town, person: 'Bruno Seidel' }))
    expect(await section.findByText(words.duty.byPerson('Bruno Seidel', bruno.organisation))).toBeVisible()
  })

  test('organisations and people are entered and taken out again', async () => {
    const draft = openPaperDraft(call)
    const { agency, town } = partners(draft)
    openWorkspace(draft)
    await userEvent.click(await screen.findByRole('button', { name: words.duty.changeOf(first.title, '') }))
    const dialog = within(await screen.findByRole('dialog', { name: duty.titleOf(first.title) }))
    await userEvent.click(dialog.getByRole('button', { name: duty.add }))
    await userEvent.click(dialog.getByRole('radio', { name: words.duty.names.reviews }))
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: duty.organisation }), bruno.organisation)
    await userEvent.type(dialog.getByRole('combobox', { name: new RegExp(duty.person) }), 'Bruno Seidel')
    await userEvent.click(dialog.getByRole('button', { name: duty.add }))
    const given = () => draft.view.getState().work.get(first.id)?.duties
    expect(given()).toEqual({
      writes: [{ partnerId: agency, person: '' }],
      reviews: [{ partnerId: town, person: 'Bruno Seidel' }],
      releases: [],
    })
    await userEvent.click(
      dialog.getByRole('button', { name: duty.remove(amina.organisation, words.duty.names.writes) }),
    )
    expect(given()?.writes).toEqual([])
    expect(dialog.getByRole('heading', { name: words.duty.names.writes })).toHaveFocus()
  })

  test('without an organisation it leads to where they are entered', async () => {
    openWorkspace(openPaperDraft(call))
    await userEvent.click(await screen.findByRole('button', { name: words.duty.changeOf(first.title, '') }))
    const dialog = within(await screen.findByRole('dialog', { name: duty.titleOf(first.title) }))
    expect(dialog.getByText(duty.noPartners)).toBeVisible()
    expect(dialog.queryByRole('button', { name: duty.add })).toBeNull()
  })

  test('the list shows all sections, those of the own organisation, or the own ones', async () => {
    const draft = openPaperDraft(call)
    const { agency, town } = partners(draft)
    openWorkspace(draft)
    expect((await rail()).queryByRole('radio')).toBeNull()
    act(() => {
      draft.work.assign(first.id, 'writes', { partnerId: agency, person: 'Erika Lohse' })
      draft.work.assign(second.id, 'releases', { partnerId: town, person: '' })
    })
    const choose = async (name: string) => userEvent.click((await rail()).getByRole('radio', { name }))
    await (await rail()).findByRole('radio', { name: filter.all })
    await choose(filter.ours)
    expect([await item(first.title), await item(second.title)]).toEqual([expect.anything(), null])
    await choose(filter.mine)
    expect(await item(first.title)).toBeNull()
    expect((await rail()).getByText(filter.none)).toBeVisible()
    act(() => draft.work.assign(second.id, 'reviews', { partnerId: agency, person: '' }))
    await waitFor(async () => expect(await item(second.title)).not.toBeNull())
    await choose(filter.all)
    expect(await item(first.title)).not.toBeNull()
  })

  test('the team panel says who has what, and what nobody has', async () => {
    const draft = openPaperDraft(call)
    const { town } = partners(draft)
    openWorkspace(draft)
    await screen.findByRole('tabpanel', { name: german.draft.tabs.team })
    expect(screen.queryByText(words.summary.title)).toBeNull()
    act(() => draft.work.assign(first.id, 'writes', { partnerId: town, person: 'Bruno Seidel' }))
    const panel = within(await screen.findByRole('region', { name: words.summary.title }))
    expect(panel.getByText(`${words.duty.short.writes} · Bruno Seidel`)).toBeVisible()
    await userEvent.click(panel.getByRole('button', { name: second.title }))
    await waitFor(() => expect(screen.getByRole('textbox', { name: second.title })).toHaveFocus())
  })

  test('what a removed organisation had comes back with it', async () => {
    const draft = openPaperDraft(call)
    const { town } = partners(draft)
    draft.work.assign(first.id, 'writes', { partnerId: town, person: 'Bruno Seidel' })
    openWorkspace(draft)
    await userEvent.click(await screen.findByRole('button', { name: german.draft.partners.remove(bruno.organisation) }))
    expect(draft.view.getState().work.get(first.id)?.duties.writes).toEqual([])
    const news = screen.getByText(german.draft.partners.removed(bruno.organisation)).parentElement
    await userEvent.click(within(news ?? document.body).getByRole('button', { name: german.draft.partners.undo }))
    const [again] = draft.view.getState().partners.filter(({ name }) => name === bruno.organisation)
    expect(draft.view.getState().work.get(first.id)?.duties.writes).toEqual([
      { partnerId: again?.id, person: 'Bruno Seidel' },
    ])
  })
})
