// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { accepted, refused } from '../../src/domain/refusal.ts'
import { ExportPage } from '../../src/ui/export/export-page.tsx'
import { german } from '../../src/ui/wording/catalogue.ts'
import { agreementWords } from '../../src/ui/wording/agreement.ts'
import { exportWords } from '../../src/ui/wording/export.ts'
import { createMemoryApp } from '../ui/memory-app.ts'
import { show } from '../ui/page.tsx'
import { callWithEverything as call } from '../world/calls.ts'
import { eventually } from '../world/eventually.ts'
import { paperAgreement } from './paper-agreement.ts'
import { openPaperDraft } from './paper-draft.ts'

const words = agreementWords.de.export
const sectionId = call.sections[0]?.id ?? ''

/** The documents of a draft whose frozen package is here, or is not. */
const opensExport = (isHere: boolean) => {
  const draft = openPaperDraft(call)
  draft.someoneWrites(sectionId, 'So wurde es eingefroren.')
  const frozen = structuredClone(draft.application())
  draft.someoneWrites(sectionId, 'Und das kam danach.')
  draft.view.setState({ frozen: { versionId: 'v1', name: 'Amina Haddad', at: 1_000 } })
  const { agreement } = paperAgreement(draft)
  const read = { isHere }
  agreement.readPackage = () => Promise.resolve(read.isHere ? accepted(frozen) : refused('unreachable'))
  const opened = { ...draft, agreement: () => Promise.resolve(agreement) }
  const app = { ...createMemoryApp(), openDraft: () => Promise.resolve(accepted(opened)) }
  show(<ExportPage draftId={draft.view.getState().draftId} />, app)
  return { draft, read }
}

const paper = () => document.querySelector('body > [data-print]')
const event = (name: string) => act(() => void window.dispatchEvent(new Event(name)))
/** As often as it takes until paper says this; the last sheet is returned. */
const prints = (said: string) =>
  eventually(() => {
    event('beforeprint')
    const sheet = paper()?.textContent ?? ''
    event('afterprint')
    expect(paper()).toBeNull()
    expect(sheet).toContain(said)
    return sheet
  }, 20_000)

test('where the frozen package is not here, paper and screen say so, and nothing takes its place', async () => {
  const { draft, read } = opensExport(false)
  await screen.findByRole('button', { name: exportWords.de.print })
  expect(await prints(words.notHere)).toBe(words.notPrinted + words.notHere)
  const dialog = within(await screen.findByRole('dialog', { name: words.notPrinted }))
  expect(dialog.getByText(words.notHere)).toBeVisible()
  const [close] = dialog.getAllByRole('button', { name: german.elements.close })
  await userEvent.click(close ?? document.body)
  expect(screen.queryByRole('dialog')).toBeNull()

  act(() => draft.losesTheServer())
  read.isHere = true
  act(() => draft.reachesTheServer())
  expect(await prints('So wurde es eingefroren.')).not.toContain('Und das kam danach.')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('the press that prints says it beforehand, and prints once the package is here', async () => {
  const printing = vi.spyOn(window, 'print').mockImplementation(() => undefined)
  const { read } = opensExport(false)
  await userEvent.click(await screen.findByRole('button', { name: exportWords.de.print }))
  expect(await screen.findByText(`${words.notPrinted}. ${words.notHere}`)).toBeVisible()
  expect(printing).not.toHaveBeenCalled()
  read.isHere = true
  await userEvent.click(screen.getByRole('button', { name: exportWords.de.print }))
  await waitFor(() => expect(printing).toHaveBeenCalledOnce())
  expect(screen.queryByText(`${words.notPrinted}. ${words.notHere}`)).toBeNull()
  await prints('So wurde es eingefroren.')
})
