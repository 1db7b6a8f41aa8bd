// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { accepted, type Refusal } from '../../src/domain/refusal.ts'
import type { Role } from '../../src/domain/role.ts'
import { AgreementPage } from '../../src/ui/agreement/agreement-page.tsx'
import { german } from '../../src/ui/wording/catalogue.ts'
import { agreementWords } from '../../src/ui/wording/agreement.ts'
import { createMemoryApp } from '../ui/memory-app.ts'
import { show } from '../ui/page.tsx'
import { callWithEverything as call } from '../world/calls.ts'
import { paperAgreement } from './paper-agreement.ts'
import { amina, bruno, openPaperDraft } from './paper-draft.ts'
import { everyCall } from './workspace.tsx'

const words = agreementWords.de
const [first, second] = call.sections
if (!first || !second) throw new Error('a call has sections')

/** The agreement of two organisations, Amina looking at it. */
const opensAgreement = (role: Role = 'owner', on = call) => {
  const draft = openPaperDraft(on, role)
  draft.addPartner({ name: amina.organisation, sector: 'civil', lead: true })
  draft.addPartner({ name: bruno.organisation, sector: 'administration', lead: false })
  draft.someoneWrites(on.sections[0]?.id ?? '', 'Wir laden alle ein. Am Samstag wird gefeiert.')
  draft.view.setState(({ me, members }) => ({
    me: { ...me, signing: 'authorised' },
    members: [
      ...members.map((each) => ({ ...each, signing: 'authorised' as const })),
      { ...bruno, id: 'bruno', role: 'editor', joinedAt: 0 },
    ],
  }))
  const paper = paperAgreement(draft)
  const opened = { ...draft, agreement: () => Promise.resolve(paper.agreement) }
  const { draftId } = draft.view.getState()
  const app = { ...createMemoryApp(), openDraft: () => Promise.resolve(accepted(opened)) }
  show(<AgreementPage draftId={draftId} />, app)
  const item = async (name: string) => {
    const heading = await screen.findByRole('heading', { level: 3, name: new RegExp(`^${name}`) })
    return within(heading.closest('li') ?? document.body)
  }
  return { draft, paper, own: () => item(amina.organisation), theirs: () => item(bruno.organisation) }
}

const press = async (name: string, within_: { findByRole: typeof screen.findByRole } = screen) =>
  userEvent.click(await within_.findByRole('button', { name }))

describe.each(everyCall)('agreeing to %s', (_, each) => {
  test('one press agrees, a change lapses it and is shown, and one press agrees still', async () => {
    const { draft, paper, own } = opensAgreement('owner', each)
    await press(words.agree(amina.organisation), await own())
    expect(await (await own()).findByText(words.states.agreed)).toBeVisible()
    act(() => draft.someoneWrites(each.sections[0]?.id ?? '', 'Und am Sonntag ist Ruhe.'))
    expect(await (await own()).findByText(words.states.lapsed)).toBeVisible()
    expect(await (await own()).findByText('Und am Sonntag ist Ruhe.')).toBeVisible()
    await press(words.agreeStill, await own())
    expect(await (await own()).findByText(words.states.agreed)).toBeVisible()
    expect(paper.view.getState().record.signOffs).toHaveLength(2)
  })
})

test('a reservation needs its reason, which everyone then reads', async () => {
  const { paper, own } = opensAgreement()
  await press(words.reserve, await own())
  const { title, act: say, label } = words.reasons.reserve
  const dialog = within(await screen.findByRole('dialog', { name: title(amina.organisation) }))
  await press(say, dialog)
  expect(dialog.getByText(words.reasons.needed)).toBeVisible()
  expect(paper.view.getState().record.signOffs).toEqual([])
  await userEvent.type(dialog.getByLabelText(label), '  Ohne Ziffer 3. ')
  expect(dialog.queryByText(words.reasons.needed)).toBeNull()
  await press(say, dialog)
  expect(await (await own()).findByText(words.states.reserved)).toBeVisible()
  expect((await own()).getByText('Ohne Ziffer 3.')).toBeVisible()
})

test('declined with a reason, after all agreed to, and withdrawn again', async () => {
  const { paper, own } = opensAgreement()
  const gives = async (what: 'decline' | 'withdraw', reason: string) => {
    await press(words[what], await own())
    const { title, label, act: say } = words.reasons[what]
    const dialog = within(await screen.findByRole('dialog', { name: title(amina.organisation) }))
    await userEvent.type(dialog.getByLabelText(label), reason)
    await press(say, dialog)
    expect(await (await own()).findByText(words.states.declined)).toBeVisible()
    expect((await own()).getByText(reason)).toBeVisible()
  }
  await gives('decline', 'Der Rat tagt erst.')
  expect((await own()).queryByRole('button', { name: words.decline })).toBeNull()
  await press(words.agreeAfterAll, await own())
  expect(await (await own()).findByText(words.states.agreed)).toBeVisible()
  await gives('withdraw', 'Der Rat will es anders.')
  expect(paper.view.getState().record.signOffs.map(({ kind }) => kind)).toEqual(['decline', 'agree', 'decline'])
})

test('section by section: what lapsed shows its own difference, and who agreed to the whole is asked no more', async () => {
  const { draft, paper, own } = opensAgreement()
  await userEvent.click(await screen.findByText(words.sections))
  const section = async (title: string) => {
    const list = (await screen.findByText(words.sectionsHint)).closest('details') ?? document.body
    const heading = within(list).getByRole('heading', { level: 3, name: title })
    return within(heading.closest('li') ?? list)
  }
  await press(words.sectionAgreeOf(first.title), await section(first.title))
  const stands = (state: keyof typeof words.states) => words.sectionState(amina.organisation, words.states[state])
  expect(await (await section(first.title)).findByText(stands('agreed'))).toBeVisible()
  act(() => draft.someoneWrites(second.id, 'Anderswo.'))
  expect((await section(first.title)).getByText(stands('agreed'))).toBeVisible()
  act(() => draft.someoneWrites(first.id, 'Noch ein Satz.'))
  expect(await (await section(first.title)).findByText(stands('lapsed'))).toBeVisible()
  expect(await (await section(first.title)).findByText('Noch ein Satz.')).toBeVisible()
  expect((await section(first.title)).queryByText('Anderswo.')).toBeNull()
  expect((await section(first.title)).getByRole('button')).toHaveTextContent(words.agreeStill)
  await press(words.agree(amina.organisation), await own())
  await press(words.agreeAsItIs, within(await screen.findByRole('dialog', { name: words.changed })))
  await waitFor(async () => expect((await section(first.title)).queryByRole('button')).toBeNull())
  expect(paper.view.getState().record.signOffs.map(({ sectionId }) => sectionId)).toEqual([first.id, null])
})

test('who leads says who agrees for an organisation, and a deputy is named as one', async () => {
  const { draft, paper, theirs } = opensAgreement()
  const appointed: unknown[] = []
  draft.team.changeSigning = (id, signing) => {
    appointed.push([id, signing])
    draft.view.setState(({ members }) => ({
      members: members.map((each) => (each.id === id ? { ...each, signing: 'deputy' as const } : each)),
    }))
    return Promise.resolve(accepted(null))
  }
  expect(await (await theirs()).findByText(words.mayBeByNobody)).toBeVisible()
  await userEvent.selectOptions(
    (await theirs()).getByRole('combobox', { name: words.chooseWho(bruno.organisation) }),
    bruno.name,
  )
  expect(appointed).toEqual([['bruno', 'authorised']])
  expect(await (await theirs()).findByText(words.mayBeBy(bruno.name))).toBeVisible()
  act(() => paper.says('agree', { ...bruno, memberId: 'bruno', signing: 'deputy' }))
  expect(await (await theirs()).findByText(new RegExp(`${bruno.name}.*${words.deputy}`))).toBeVisible()
})

test.each(Object.keys(words.refusals).filter((each) => each !== 'other') as Refusal[])(
  'what the server refused as "%s" says why, until somebody has read it',
  async (refusal) => {
    const { paper, own } = opensAgreement()
    paper.keepsBack(refusal)
    await press(words.agree(amina.organisation), await own())
    const why = words.refusals[refusal as keyof typeof words.refusals]
    expect(await screen.findByText((text) => text.includes(why))).toBeVisible()
    await press(words.understood)
    await waitFor(() => expect(screen.queryByText((text) => text.includes(why))).toBeNull())
    expect((await own()).getByRole('button', { name: words.agree(amina.organisation) })).toBeVisible()
  },
)

test('without a line what was said waits, and what needs the server says so', async () => {
  const { draft, paper, own } = opensAgreement()
  act(() => paper.says('agree', { ...amina }))
  await screen.findByText(words.states.agreed)
  act(() => draft.losesTheServer())
  act(() => draft.someoneWrites(first.id, 'Ohne Netz.'))
  expect(await (await own()).findByText(words.noDifference)).toBeVisible()
  const freeze = screen.getByRole('button', { name: words.freeze.act })
  expect(freeze).toHaveAttribute('aria-disabled', 'true')
  expect(freeze).toHaveAccessibleDescription(words.freeze.needsServer)
  await userEvent.click(freeze)
  expect(screen.queryByRole('dialog')).toBeNull()
  paper.keepsBack(null)
  await press(words.agreeStill, await own())
  expect(await (await own()).findByText(words.waitingIntro)).toBeVisible()
  expect((await own()).getByText(words.states.waiting)).toBeVisible()
  act(() => draft.reachesTheServer())
  await waitFor(() =>
    expect(screen.getByRole('button', { name: words.freeze.act })).not.toHaveAttribute('aria-disabled', 'true'),
  )
})

test('who only reads sees who agreed, and can neither agree nor freeze', async () => {
  const { draft, paper, theirs } = opensAgreement('viewer')
  act(() => draft.view.setState({ me: { ...amina, memberId: 'amina', role: 'viewer' } }))
  act(() => paper.says('agree', { ...amina }))
  expect(await screen.findByText(words.states.agreed)).toBeVisible()
  expect((await theirs()).getByText(words.leadSays)).toBeVisible()
  expect(screen.getByText(words.freeze.onlyLead)).toBeVisible()
  for (const name of [words.agree(amina.organisation), words.withdraw, words.freeze.act])
    expect(screen.queryByRole('button', { name })).toBeNull()
})

describe('freezing', () => {
  const asked = async () => {
    await press(words.freeze.act)
    return within(await screen.findByRole('dialog', { name: words.freeze.dialog }))
  }

  test('says who and what is missing, and can be done all the same, and be opened again', async () => {
    const { draft } = opensAgreement()
    const dialog = await asked()
    expect(dialog.getByText(words.freeze.missing(`${amina.organisation} und ${bruno.organisation}`))).toBeVisible()
    expect(dialog.getByText(/noch \d+ Punkte offen/)).toBeVisible()
    await press(german.elements.cancel, dialog)
    await press(words.freeze.anywayNow, await asked())
    expect(await screen.findByText(words.wording.frozen)).toBeVisible()
    act(() => draft.someoneWrites(first.id, 'Zu spät.'))
    expect(await screen.findByText(words.freeze.late)).toBeVisible()
    await press(words.freeze.reopen)
    const again = within(await screen.findByRole('dialog', { name: words.freeze.reopenTitle }))
    await press(words.freeze.reopenNow, again)
    expect(await screen.findByRole('button', { name: words.freeze.act })).toBeVisible()
  })

  test('says when nothing is missing, and names a reservation', async () => {
    const bare = { ...call, fields: [], sections: [first], declarations: [], attachments: [], checklist: [] }
    const { paper } = opensAgreement('owner', { ...bare, partners: { ...call.partners, minimum: 2, fields: [] } })
    act(() => paper.says('agree', { ...amina }))
    act(() => paper.says('agree', { ...bruno }))
    const complete = await asked()
    expect(complete.getByText(words.freeze.complete)).toBeVisible()
    expect(complete.getByRole('button', { name: words.freeze.now })).toBeVisible()
    await press(german.elements.cancel, complete)
    act(() => paper.says('reserve', { ...bruno, reason: 'Ohne Ziffer 3.' }))
    const reserved = await asked()
    expect(reserved.getByText(words.freeze.reserved(bruno.organisation))).toBeVisible()
    expect(reserved.queryByText(words.freeze.complete)).toBeNull()
    expect(reserved.getByRole('button', { name: words.freeze.now })).toBeVisible()
  })
})

describe('what is signed is what was read', () => {
  const changed = async () => within(await screen.findByRole('dialog', { name: words.changed }))

  test('where the text has changed since the page was opened, the difference comes first, as often as it changes', async () => {
    const { draft, paper, own } = opensAgreement()
    await (await own()).findByRole('button', { name: words.agree(amina.organisation) })
    act(() => draft.someoneWrites(first.id, 'Und am Sonntag ist Ruhe.'))
    await press(words.agree(amina.organisation), await own())
    expect((await changed()).getByText('Und am Sonntag ist Ruhe.')).toBeVisible()
    expect((await changed()).getByText(words.nothingSigned)).toBeVisible()
    await press(german.elements.cancel, await changed())
    expect(paper.view.getState().record.signOffs).toEqual([])

    await press(words.agree(amina.organisation), await own())
    await changed()
    act(() => draft.someoneWrites(second.id, 'Im Saal der Schule.'))
    await press(words.agreeAsItIs, await changed())
    expect((await changed()).getByText(words.changedAgain)).toBeVisible()
    expect((await changed()).getByText('Im Saal der Schule.')).toBeVisible()
    expect(paper.view.getState().record.signOffs).toEqual([])
    await press(words.agreeAsItIs, await changed())
    expect(await (await own()).findByText(words.states.agreed)).toBeVisible()
    const { record, marks } = paper.view.getState()
    expect(record.signOffs).toMatchObject([{ kind: 'agree', fingerprint: marks.whole }])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('a reservation keeps its reason while the difference is looked at; a no needs no second question', async () => {
    const { draft, paper, own } = opensAgreement()
    await press(words.reserve, await own())
    const { title, act: say, label } = words.reasons.reserve
    const reserving = within(await screen.findByRole('dialog', { name: title(amina.organisation) }))
    await userEvent.type(reserving.getByLabelText(label), 'Ohne Ziffer 3.')
    act(() => draft.someoneWrites(first.id, 'Und am Sonntag ist Ruhe.'))
    await press(say, reserving)
    await press(german.elements.cancel, await changed())
    expect(reserving.getByLabelText(label)).toHaveValue('Ohne Ziffer 3.')
    await press(say, reserving)
    await press(words.reserveAsItIs, await changed())
    expect(await (await own()).findByText(words.states.reserved)).toBeVisible()
    expect(screen.queryByRole('dialog')).toBeNull()

    act(() => draft.someoneWrites(first.id, 'Oder doch nicht.'))
    await press(words.decline, await own())
    const no = within(await screen.findByRole('dialog', { name: words.reasons.decline.title(amina.organisation) }))
    await userEvent.type(no.getByLabelText(words.reasons.decline.label), 'So nicht.')
    act(() => draft.someoneWrites(first.id, 'Noch anders.'))
    await press(words.reasons.decline.act, no)
    await waitFor(() =>
      expect(paper.view.getState().record.signOffs.map(({ kind }) => kind)).toEqual(['reserve', 'decline']),
    )
  })

  test('a section is asked about only where it has changed itself', async () => {
    const { draft, paper } = opensAgreement()
    await userEvent.click(await screen.findByText(words.sections))
    act(() => draft.someoneWrites(second.id, 'Im Saal der Schule.'))
    await press(words.sectionAgreeOf(first.title))
    await waitFor(() => expect(paper.view.getState().record.signOffs).toHaveLength(1))
    await press(words.sectionAgreeOf(second.title))
    expect((await changed()).getByText('Im Saal der Schule.')).toBeVisible()
    expect(paper.view.getState().record.signOffs).toHaveLength(1)
    await press(words.agreeAsItIs, await changed())
    await waitFor(() => expect(paper.view.getState().record.signOffs).toHaveLength(2))
  })

  test('what comes in while the page finds the server was there before anybody read', async () => {
    const { draft, paper, own } = opensAgreement()
    act(() => draft.view.setState({ reachable: false, status: { name: 'opening' } }))
    await (await own()).findByRole('button', { name: words.agree(amina.organisation) })
    act(() => draft.someoneWrites(first.id, 'Von gestern Abend.'))
    act(() => draft.reachesTheServer())
    await press(words.agree(amina.organisation), await own())
    expect(await (await own()).findByText(words.states.agreed)).toBeVisible()
    expect(paper.view.getState().record.signOffs).toHaveLength(1)
  })
})
