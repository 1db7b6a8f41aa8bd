// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { setFact } from '../../src/document/edit-expression.ts'
import { tickName } from '../../src/domain/tick.ts'
import { OpenPoints } from '../../src/ui/agreement/open-points.tsx'
import { findingFragment } from '../../src/ui/draft/completeness/finding-mark.ts'
import { DraftContext } from '../../src/ui/draft/draft-context.ts'
import { german as catalogue } from '../../src/ui/wording/catalogue.ts'
import { completeness as german } from '../../src/ui/wording/de/completeness.ts'
import { show } from '../ui/page.tsx'
import { openPaperDraft } from './paper-draft.ts'
import { everyCall, openPanel, openWorkspace } from './workspace.tsx'

describe.each(everyCall)('completeness of %s', (_, call) => {
  const first = call.sections[0]
  const perPartner = call.declarations.find((declaration) => declaration.perPartner)
  test('each thing to do says what, and leads the focus to where it is done', async () => {
    openWorkspace(openPaperDraft(call))
    const panel = await openPanel()
    const required = call.fields.filter((field) => field.required)
    for (const field of required) {
      await userEvent.click(await panel.findByRole('button', { name: `${field.label} eintragen` }))
      await waitFor(() => expect(document.activeElement?.closest('[data-fact]')).toHaveAttribute('data-fact', field.id))
    }
    await userEvent.click(panel.getByRole('button', { name: `${first?.title} schreiben` }))
    await waitFor(() => expect(screen.getByRole('textbox', { name: first?.title ?? '' })).toHaveFocus())
  })

  test('each thing open beside the agreement says how sure it is and leads the focus to its place in the draft', async () => {
    const draft = openPaperDraft(call)
    const { draftId } = draft.view.getState()
    const named = call.fields.find((field) => field.required)
    if (!named) throw new Error('the call asks for nothing')
    const { unmount } = show(
      <DraftContext value={draft}>
        <OpenPoints draftId={draftId} />
      </DraftContext>,
    )
    const link = screen.getByRole('link', { name: `${named.label} eintragen` })
    const sure = named.certainty === 'known' ? german.known : catalogue.draft.certainty[named.certainty]
    expect(link.closest('li')).toHaveTextContent(new RegExp(`${sure}$`))
    await userEvent.click(link)
    unmount()
    openWorkspace(draft)
    await waitFor(() => expect(document.activeElement?.closest('[data-fact]')).toHaveAttribute('data-fact', named.id))
    expect(location.hash).toBe('')
  })

  test('an address of a section or of a declaration that is open leads there', async () => {
    const draft = openPaperDraft(call)
    const partnerId = draft.addPartner({ name: 'Verein', sector: 'civil', lead: true })
    if (!first || !perPartner) throw new Error('the call has no section, or no declaration')
    history.replaceState(null, '', findingFragment({ name: 'section-empty', section: first }))
    const { unmount } = openWorkspace(draft)
    await waitFor(() => expect(screen.getByRole('textbox', { name: first.title })).toHaveFocus())
    unmount()
    const tick = { kind: 'declaration', id: perPartner.id, partnerId } as const
    const what = { name: 'not-ticked', title: '', tick, partner: { id: partnerId, name: 'Verein' } } as const
    history.replaceState(null, '', findingFragment(what))
    openWorkspace(draft)
    expect(await screen.findByRole('group', { name: perPartner.title })).toBeVisible()
  })

  test('it follows what is written, by anybody, and says when a merge made a section too long', async () => {
    const draft = openPaperDraft(call)
    openWorkspace(draft)
    const panel = await openPanel()
    await panel.findByRole('button', { name: `${first?.title} schreiben` })
    draft.someoneWrites(first?.id ?? '', 'x'.repeat((first?.maxCharacters ?? 0) + 7))
    await panel.findByRole('button', { name: new RegExp(`^${first?.title}: um \\d+ Zeichen kürzen`) })
    expect(panel.queryByRole('button', { name: `${first?.title} schreiben` })).toBeNull()
  })

  test('what each organisation has declared is ticked here, for everybody', async () => {
    const draft = openPaperDraft(call)
    const partnerId = draft.addPartner({ name: 'Verein', sector: 'civil', lead: true })
    openWorkspace(draft)
    const panel = await openPanel()
    const group = within(await panel.findByRole('group', { name: perPartner?.title ?? '' }))
    await userEvent.click(group.getByRole('checkbox', { name: 'Verein' }))
    const name = tickName({ kind: 'declaration', id: perPartner?.id ?? '', partnerId })
    expect(draft.view.getState().ticked).toContain(name)
    expect(group.getByRole('checkbox', { name: 'Verein' })).toBeChecked()
  })

  test('on the phone it is a view of its own, which leads to the place in the text', async () => {
    openWorkspace(openPaperDraft(call), 'phone')
    const tabs = within(await screen.findByRole('navigation', { name: 'Ansicht' }))
    await userEvent.click(tabs.getByRole('button', { name: 'Prüfung' }))
    expect(await screen.findByText(/Punkte bis zum Einreichen/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: `${first?.title} schreiben` }))
    await waitFor(() => expect(tabs.queryByRole('button', { name: 'Prüfung', current: 'page' })).toBeNull())
  })

  test('of two values written at the same time the other one is offered, and taken', async () => {
    const field = call.fields.find(({ kind }) => kind === 'number')
    const draft = openPaperDraft(call)
    const other = new Y.Doc()
    setFact(other, field?.id ?? '', 9_111)
    draft.setFact(field?.id ?? '', 9_222)
    Y.applyUpdate(draft.doc, Y.encodeStateAsUpdate(other))
    const now = draft.view.getState().facts.get(field?.id ?? '')
    const lost = now === 9_111 ? 9_222 : 9_111
    openWorkspace(draft)
    await userEvent.click(
      await screen.findByRole('button', { name: `${field?.label}: ${lost.toLocaleString('de')} übernehmen` }),
    )
    expect(draft.view.getState().facts.get(field?.id ?? '')).toBe(lost)
    expect(draft.view.getState().rivals.size).toBe(0)
    await waitFor(() => expect(screen.queryByText('Zur selben Zeit eingetragen:')).toBeNull())
  })

  test('each thing to do says how sure the rule behind it is', async () => {
    openWorkspace(openPaperDraft(call))
    const panel = await openPanel()
    const names = { known: 'bekannt', secondary: 'Zweitquelle', assumed: 'angenommen' }
    for (const { label, certainty } of call.fields.filter(({ required }) => required)) {
      const todo = (await panel.findByRole('button', { name: `${label} eintragen` })).closest('li')
      expect(todo).toHaveTextContent(new RegExp(`${names[certainty]}$`))
    }
  })

  test('an organisation that only supports is chosen in its row and does not count', async () => {
    const draft = openPaperDraft(call)
    draft.addPartner({ name: 'Verein', sector: 'civil', lead: true })
    draft.addPartner({ name: 'Freunde', sector: 'civil', lead: false })
    openWorkspace(draft)
    await screen.findByText(`2 von mindestens ${call.partners.minimum} Organisationen.`)
    await userEvent.click(screen.getByRole('button', { name: 'Mehr zu Freunde' }))
    await userEvent.selectOptions(await screen.findByLabelText('Rolle'), 'unterstützt, reicht nicht mit ein')
    await screen.findByText(`1 von mindestens ${call.partners.minimum} Organisationen.`)
    expect(draft.view.getState().partners.map(({ supports }) => supports)).toEqual([false, true])
  })
})
