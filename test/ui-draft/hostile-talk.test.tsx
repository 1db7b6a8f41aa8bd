// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { NewEntry, Subject } from '../../src/domain/discussion-entry.ts'
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
const comment = (subject: Subject, said: string): NewEntry => ({ type: 'comment', subject, words: said, mentions: [] })

test('markup and links in a comment, its quote and its author are read as they were typed', async () => {
  const draft = openPaperDraft(call, 'commenter')
  const markup = '<img src=x onerror=alert(1)> [Hier](javascript:alert(1)) https://boese.example'
  const quote = '<a href="javascript:alert(1)">Ziele</a>'
  const section = call.sections[0]?.id ?? ''
  const author = { ...bruno, name: '<b>Bruno</b>' }
  draft.said.someoneSays(author, comment({ on: 'text', section, from: 'AAA=', to: 'AAA=', quote }, markup))
  await open(draft)
  const card = within(await screen.findByRole('article', { name: /<b>Bruno<\/b>/ }))
  expect(card.getByText(markup)).toBeVisible()
  expect(card.getByText(quote)).toBeVisible()
  expect(card.queryByRole('link')).toBeNull()
  expect(document.querySelector('img, article b, article a')).toBeNull()
})

test('what is about a section that the call no longer has stands at the end, and can be settled there', async () => {
  const draft = openPaperDraft(call, 'commenter')
  const section = 'gibt-es-nicht'
  const passage = { section, from: 'AAA=', to: 'AAA=', quote: 'alte Wörter' }
  draft.said.someoneSays(bruno, comment({ on: 'section', section }, 'Zum Abschnitt.'), 1)
  draft.said.someoneSays(bruno, comment({ on: 'text', ...passage }, 'Zu Wörtern.'), 2)
  draft.said.someoneSays(bruno, {
    type: 'suggestion',
    ...passage,
    change: [{ delete: 4 }],
    words: 'Kürzer.',
    mentions: [],
  })
  await open(draft)
  expect(await screen.findByRole('heading', { name: words.places.gone, level: 3 })).toBeVisible()
  for (const said of ['Zum Abschnitt.', 'Zu Wörtern.', 'Kürzer.']) expect(screen.getByText(said)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: /Kommentar 1 von 3, von Bruno/ }))
  await userEvent.click(screen.getByRole('button', { name: words.resolve }))
  expect(await screen.findByText(words.resolvedBy('Amina Haddad'))).toBeVisible()
})

test('what only a newer app can show is kept and told of', async () => {
  const draft = openPaperDraft(call, 'commenter')
  draft.said.someoneSays(bruno, { type: 'poll', options: ['Montag'] } as unknown as NewEntry)
  draft.said.someoneSays(bruno, comment({ on: 'draft' }, 'Stimmt das?'))
  await open(draft)
  expect(await screen.findByText(words.newer(1))).toBeVisible()
  expect(screen.getByText('Stimmt das?')).toBeVisible()
  draft.said.someoneSays(bruno, { type: 'vote', of: 'Montag' } as unknown as NewEntry)
  expect(await screen.findByText(words.newer(2))).toBeVisible()
})
