// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { setFact } from '../../src/document/edit-expression.ts'
import type { What } from '../../src/domain/finding.ts'
import { callWithEverything as call } from '../world/calls.ts'
import { openPaperDraft, type PaperDraft } from './paper-draft.ts'
import { openPanel, openWorkspace } from './workspace.tsx'

describe('each kind of finding', () => {
  const [section] = call.sections
  if (!section) throw new Error('a call has sections')
  const two = (draft: PaperDraft, lead: 'nobody' | 'one' | 'both') => [
    draft.addPartner({ name: 'Verein', sector: 'civil', lead: lead !== 'nobody' }),
    draft.addPartner({ name: 'Stadt', sector: 'administration', lead: lead === 'both' }),
  ]
  const asWritten = (draft: PaperDraft, text: string) => draft.someoneWrites(section.id, text)
  const fact = (id: string) => () => document.querySelector(`[data-fact="${id}"] :is(input, select)`)
  const newName = () => screen.getByRole('textbox', { name: 'Weitere Organisation' })
  const leads = () => screen.getByRole('radio', { name: 'Federführung: Verein' })
  const text = () => screen.getByRole('textbox', { name: section.title })
  const more = () => screen.getByRole('button', { name: 'Mehr zu Verein' })

  interface Case {
    name: Exclude<What['name'], 'not-ticked'>
    stands: (draft: PaperDraft) => unknown
    says: string | RegExp
    leadsTo: () => Element | null
  }
  const cases: Case[] = [
    { name: 'fact-missing', stands: () => null, says: 'Ort eintragen', leadsTo: fact('place.name') },
    {
      name: 'fact-missing',
      stands: () => null,
      says: 'Der Rat hat beschlossen eintragen',
      leadsTo: fact('agreed'),
    },
    {
      name: 'fact-missing',
      stands: (draft) => two(draft, 'one'),
      says: 'Verein: Sitz der Organisation eintragen',
      leadsTo: more,
    },
    {
      name: 'fact-wrong',
      stands: (draft) => draft.setFact('place.population', 312),
      says: 'Menschen im Ort: 312 sind weniger als 500',
      leadsTo: fact('place.population'),
    },
    {
      name: 'fact-wrong',
      stands: (draft) => draft.setFact('grant', 40_000),
      says: /^Gewünschte Summe: 40.000 Euro sind mehr als 35.000 Euro/,
      leadsTo: fact('grant'),
    },
    {
      name: 'fact-wrong',
      stands: (draft) => draft.setFact('place.kind', 'Insel'),
      says: 'Art des Ortes: „Insel“ steht nicht zur Wahl, neu wählen',
      leadsTo: fact('place.kind'),
    },
    {
      name: 'fact-wrong',
      stands: (draft) => draft.setFact('place.date', 'gestern'),
      says: /^Gezählt am: „gestern“ ist kein Tag, neu eintragen/,
      leadsTo: fact('place.date'),
    },
    {
      name: 'fact-wrong',
      stands: (draft) => draft.setPartnerFact(two(draft, 'one')[0] ?? '', 'members', 2),
      says: 'Verein: Zahl der Mitglieder: 2 sind weniger als 3',
      leadsTo: more,
    },
    {
      name: 'fact-disputed',
      stands: (draft) => {
        const other = new Y.Doc()
        setFact(other, 'place.name', 'Oberlauter')
        draft.setFact('place.name', 'Lauterbrück')
        Y.applyUpdate(draft.doc, Y.encodeStateAsUpdate(other))
      },
      says: /^Ort: zwei Angaben, eine wählen/,
      leadsTo: () => document.querySelector('[data-fact="place.name"] button[data-rival]'),
    },
    { name: 'sector-missing', stands: () => null, says: 'Organisation eintragen: Rathaus', leadsTo: newName },
    {
      name: 'partners-too-few',
      stands: (draft) => two(draft, 'one'),
      says: 'Noch 2 Organisationen eintragen',
      leadsTo: newName,
    },
    {
      name: 'partner-nameless',
      stands: (draft) => draft.addPartner({ name: ' ', sector: 'civil', lead: true }),
      says: 'Organisation ohne Namen: Namen eintragen',
      leadsTo: () => document.querySelector('[data-partner] input'),
    },
    {
      name: 'partner-without-side',
      stands: (draft) => draft.addPartner({ name: 'Verein', sector: null, lead: true }),
      says: 'Verein: Seite wählen',
      leadsTo: () => screen.getByRole('combobox', { name: 'Seite von Verein' }),
    },
    {
      name: 'nobody-leads',
      stands: (draft) => two(draft, 'nobody'),
      says: 'Festlegen, wer die Federführung hat',
      leadsTo: leads,
    },
    {
      name: 'several-lead',
      stands: (draft) => two(draft, 'both'),
      says: 'Federführung haben Verein und Stadt: eine festlegen',
      leadsTo: leads,
    },
    { name: 'section-empty', stands: () => null, says: `${section.title} schreiben`, leadsTo: text },
    {
      name: 'section-not-done',
      stands: (draft) => asWritten(draft, 'Ein Satz.'),
      says: new RegExp(`^${section.title}: prüfen und freigeben`),
      leadsTo: text,
    },
    {
      name: 'section-too-long',
      // Neither blanks nor line breaks count here.
      stands: (draft) => asWritten(draft, 'x '.repeat(section.maxCharacters + 7)),
      says: `${section.title}: um 7 Zeichen kürzen`,
      leadsTo: text,
    },
  ]

  test.each(cases)('$name ($says) leads to where it is done', async ({ name, stands, says, leadsTo }) => {
    const draft = openPaperDraft(
      name === 'partners-too-few' ? { ...call, partners: { ...call.partners, minimum: 4 } } : call,
    )
    stands(draft)
    openWorkspace(draft)
    const panel = await openPanel()
    await userEvent.click(await panel.findByRole('button', { name: says }))
    await waitFor(() => {
      expect(leadsTo()).not.toBeNull()
      expect(leadsTo()).toHaveFocus()
    })
  })

  test('how it is counted, and that the time was extended, stands beside it', async () => {
    openWorkspace(openPaperDraft(call))
    const panel = await openPanel()
    expect(await panel.findByText(/Ohne Leerzeichen gezählt, ein Zeilenumbruch als 0 Zeichen\./)).toBeVisible()
    expect(
      panel.getByText(
        /Frist: Do 28\. März 2024, 12:00 Uhr \(Europe\/Berlin\)\..*Verlängert; vorher bis Do 21\. März 2024, zuerst bis Fr 8\. März 2024\./,
      ),
    ).toBeVisible()
    expect(panel.getByRole('checkbox', { name: 'Ratsbeschluss' })).toHaveAccessibleDescription('bekannt')
  })
})
