// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { NewEntry } from '../../src/domain/discussion-entry.ts'
import { maxBytesPerMember, maxDiscussionBytes } from '../../src/domain/discussion-limits.ts'
import '../../src/ui/discussion/discussion-panel.tsx'
import '../../src/ui/discussion/talk.tsx'
import { discussionWords } from '../../src/ui/wording/discussion.ts'
import { callNamed } from '../world/calls.ts'
import { bruno, openPaperDraft, type PaperDraft } from './paper-draft.ts'
import { openWorkspace } from './workspace.tsx'

const words = discussionWords.de
const call = callNamed('engagierte-stadt-2023')

const open = async (draft: PaperDraft) => {
  openWorkspace(draft, 'wide')
  await userEvent.click(await screen.findByRole('tab', { name: new RegExp(words.title) }))
}

/** Entries that only a newer app can show take so much room. */
const fill = (draft: PaperDraft, bytes: number, as?: string) => {
  const size = 50_000
  const poll = { type: 'poll', more: 'x'.repeat(size - 250) } as unknown as NewEntry
  act(() => {
    for (let at = 0; at < bytes; at += size) draft.said.someoneSays({ ...bruno, name: as ?? `Bruno ${at}` }, poll)
  })
}

test('that it is getting full is said in good time, to those who lead with what they can do', async () => {
  const draft = openPaperDraft(call, 'owner')
  await open(draft)
  await screen.findByRole('button', { name: words.about.draft })
  expect(screen.queryByText(words.room.little, { exact: false })).toBeNull()
  fill(draft, 0.85 * maxDiscussionBytes)
  expect(await screen.findByText(words.room.little, { exact: false })).toHaveTextContent(words.room.lead)
  expect(screen.getByRole('button', { name: words.about.draft })).toBeVisible()
})

test('a full one offers nothing that it would not take; what is half written stays, and what is done can be said', async () => {
  const draft = openPaperDraft(call, 'commenter')
  const { talk } = draft.said
  draft.said.someoneSays(bruno, { type: 'comment', subject: { on: 'draft' }, words: 'Stimmt das?', mentions: [] })
  talk.keepTyped('draft', 'Halb geschrieben')
  await open(draft)
  const field = await screen.findByRole('textbox', { name: words.about.draft })
  fill(draft, maxDiscussionBytes)
  expect(await screen.findByText(words.room.acts)).toBeVisible()
  expect(field).toHaveValue('Halb geschrieben')
  expect(field).toHaveAccessibleDescription(words.staysHere)
  await userEvent.click(screen.getByRole('button', { name: words.send }))
  expect(talk.typed('draft')).toBe('Halb geschrieben')
  await userEvent.click(await screen.findByRole('button', { name: /Kommentar \d+ von \d+, von Bruno Seidel/ }))
  const thread = within(await screen.findByRole('article', { name: /von Bruno Seidel, .*zum ganzen/ }))
  expect(thread.queryByRole('button', { name: words.reply })).toBeNull()
  await userEvent.click(thread.getByRole('button', { name: words.resolve }))
  expect(await thread.findByText(words.resolvedBy('Amina Haddad'))).toBeVisible()
})

test('who has said as much as one may is told so; words that found no room can be copied and let go', async () => {
  const draft = openPaperDraft(call, 'commenter')
  const { talk } = draft.said
  fill(draft, maxBytesPerMember, 'amina')
  talk.keepTyped('left-over/a', 'Kam zu spät.')
  await open(draft)
  expect(await screen.findByText(words.room['acts-of-own'])).toBeVisible()
  expect(screen.queryByRole('button', { name: words.about.draft })).toBeNull()
  expect(screen.getByRole('textbox', { name: words.leftOver.words })).toHaveValue('Kam zu spät.')
  await userEvent.click(screen.getByRole('button', { name: words.leftOver.letGo }))
  await waitFor(() => expect(screen.queryByRole('textbox', { name: words.leftOver.words })).toBeNull())
  expect(talk.leftOver()).toEqual([])
})
