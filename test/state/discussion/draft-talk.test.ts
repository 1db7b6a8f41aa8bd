import { describe, expect, it } from 'vitest'
import { assign } from '../../../src/document/section-work.ts'
import { textName } from '../../../src/document/names.ts'
import type { EntryAuthor, Subject } from '../../../src/domain/discussion-entry.ts'
import { filterThreads, everythingOpen } from '../../../src/ui/discussion/filter-threads.ts'
import { amina, bruno, openPaperDraft } from '../../ui-draft/paper-draft.ts'
import { openPaperTalk } from '../../ui-draft/paper-talk.ts'
import { callNamed } from '../../world/calls.ts'
import { eventually } from '../../world/eventually.ts'

const call = callNamed('engagierte-stadt-2023')
const [first, second] = call.sections
if (!first || !second) throw new Error('a call has sections')

const open = () => {
  const draft = openPaperDraft(call, 'commenter')
  const { talk, someoneSays } = draft.said
  const words = () => talk.view.getState().threads.map(({ thread }) => thread.opening.words)
  const comments = (by: Omit<EntryAuthor, 'member'>, subject: Subject, said: string, at?: number) =>
    someoneSays(by, { type: 'comment', subject, words: said, mentions: [] }, at)
  return { draft, talk, someoneSays, words, comments }
}

describe('what is said about a draft', () => {
  it('stands in the order of the page, whenever it was said', async () => {
    const { draft, talk, words, comments } = open()
    draft.someoneWrites(first.id, 'Eins zwei drei')
    comments(bruno, { on: 'section', section: 'gibt-es-nicht' }, 'ohne Abschnitt', 1)
    comments(bruno, { on: 'section', section: second.id }, 'zum zweiten', 2)
    comments(bruno, talk.subjectAt(first.id, 5, 9), 'zu zwei', 3)
    comments(bruno, talk.subjectAt(first.id, 0, 4), 'zu eins', 4)
    comments(bruno, { on: 'field', field: 'contact' }, 'zum Feld', 5)
    comments(bruno, { on: 'draft' }, 'zum Ganzen', 6)
    await eventually(() =>
      expect(words()).toEqual(['zum Ganzen', 'zum Feld', 'zu eins', 'zu zwei', 'zum zweiten', 'ohne Abschnitt']),
    )
    expect([...talk.view.getState().open]).toContainEqual([first.id, 2])
    expect(talk.marks.getState().get(first.id)).toMatchObject([
      { from: 5, to: 9 },
      { from: 0, to: 4 },
    ])
  })

  it('follows its words, and says when they are gone', async () => {
    const { draft, talk, comments } = open()
    draft.someoneWrites(first.id, 'Eins zwei drei')
    comments(bruno, talk.subjectAt(first.id, 5, 9), 'zu zwei')
    const text = draft.doc.getText(textName(first.id))
    await eventually(() => expect(talk.marks.getState().get(first.id)).toMatchObject([{ from: 5, to: 9 }]))
    text.insert(0, 'Null ')
    await eventually(() => expect(talk.marks.getState().get(first.id)).toMatchObject([{ from: 10, to: 14 }]))
    const [before] = talk.view.getState().threads
    expect(before?.isGone).toBe(false)
    text.delete(10, 5)
    await eventually(() => expect(talk.view.getState().threads[0]?.isGone).toBe(true))
    expect(talk.marks.getState().get(first.id) ?? []).toEqual([])
  })

  it('is unread until it was seen on this device, and what one says oneself never is', async () => {
    const { draft, talk, someoneSays, comments } = open()
    const own = talk.add({ type: 'comment', subject: { on: 'draft' }, words: 'von mir', mentions: [] })
    const id = comments(bruno, { on: 'draft' }, 'von Bruno')
    await eventually(() => expect(talk.view.getState().unread).toBe(1))
    expect(own.ok).toBe(true)
    talk.see([id])
    expect(talk.view.getState().unread).toBe(0)
    someoneSays(bruno, { type: 'reply', of: id, words: 'noch etwas', mentions: [] })
    await eventually(() => expect(talk.view.getState().unread).toBe(1))
    expect(draft.said.kept()).toMatchObject({ seen: [id], unread: 1 })
    const later = openPaperTalk(draft.doc, draft.view, draft.said.kept())
    expect(later.talk.typed('draft')).toBe('')
    talk.keepTyped('draft', 'Halb geschr')
    expect(openPaperTalk(draft.doc, draft.view, draft.said.kept()).talk.typed('draft')).toBe('Halb geschr')
  })

  it('is for an organisation that is named, has a part in the section, or is answered', async () => {
    const { draft, talk, someoneSays, comments } = open()
    const agency = draft.addPartner({ name: amina.organisation, sector: 'civil', lead: true })
    const ours = () =>
      talk.view
        .getState()
        .threads.filter(({ isForUs }) => isForUs)
        .map(({ thread }) => thread.opening.words)
    comments(bruno, { on: 'section', section: second.id }, 'zum zweiten')
    const mine = talk.add({ type: 'comment', subject: { on: 'draft' }, words: 'von uns', mentions: [] })
    someoneSays(bruno, {
      type: 'comment',
      subject: { on: 'draft' },
      words: '@Freiwilligenagentur, bitte',
      mentions: [{ of: 'organisation', name: 'freiwilligenagentur' }],
    })
    await eventually(() => expect(ours()).toEqual(['@Freiwilligenagentur, bitte']))
    someoneSays(bruno, { type: 'reply', of: mine.ok ? mine.value : '', words: 'gern', mentions: [] })
    await eventually(() => expect(ours()).toContain('von uns'))
    assign(draft.doc, second.id, 'reviews', { partnerId: agency, person: '' })
    await eventually(() => expect(ours()).toContain('zum zweiten'))
  })

  it('is filtered by what is open, by place and by organisation; what is in hand stays', async () => {
    const { talk, comments, someoneSays } = open()
    const one = comments(bruno, { on: 'section', section: first.id }, 'eins', 1)
    comments({ ...amina, organisation: 'Hochschule' }, { on: 'draft' }, 'zwei', 2)
    someoneSays(bruno, { type: 'resolved', of: one })
    await eventually(() => expect(talk.view.getState().threads).toHaveLength(2))
    const shown = (filter: Partial<typeof everythingOpen>, inHand: string | null = null) =>
      filterThreads(talk.view.getState().threads, { ...everythingOpen, ...filter }, inHand).map(
        ({ thread }) => thread.opening.words,
      )
    expect(shown({})).toEqual(['zwei'])
    expect(shown({ show: 'done' })).toEqual(['eins'])
    expect(shown({ show: 'done', at: second.id })).toEqual([])
    expect(shown({ organisation: bruno.organisation })).toEqual([])
    expect(shown({}, one)).toEqual(['zwei', 'eins'])
  })

  it('leaves nothing of a comment that was taken back before anybody answered', async () => {
    const { talk, words } = open()
    const added = talk.add({ type: 'comment', subject: { on: 'draft' }, words: 'doch nicht', mentions: [] })
    await eventually(() => expect(words()).toEqual(['doch nicht']))
    talk.add({ type: 'withdrawn', of: added.ok ? added.value : '' })
    await eventually(() => expect(words()).toEqual([]))
  })

  it('is readable, and nothing more, for those who only read', () => {
    const draft = openPaperDraft(call, 'viewer')
    expect(draft.said.talk.view.getState().whyNot).toBe('reader')
    const refused = draft.said.talk.add({
      type: 'comment',
      subject: { on: 'draft' },
      words: 'darf nicht',
      mentions: [],
    })
    expect(refused).toEqual({ ok: false, refusal: 'not-allowed' })
  })
})
