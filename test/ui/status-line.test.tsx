// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { SafetyStatus } from '../../src/state/safety-status.ts'
import { AppProvider } from '../../src/ui/app-context.tsx'
import { StatusLine } from '../../src/ui/connection/status-line.tsx'
import { statusSentence, statusWords } from '../../src/ui/connection/status-words.ts'
import { worstStatus } from '../../src/ui/connection/worst-status.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { formatFor } from '../../src/ui/wording/format.ts'
import { createMemoryApp } from './memory-app.ts'
import { show } from './page.tsx'

const at = new Date(2023, 10, 2, 14, 5).getTime()

/** Every state of product.md with its sentence, unchanged. */
const states: readonly { status: SafetyStatus; says: string; marks: string; danger?: true }[] = [
  { status: { name: 'opening' }, says: 'Wird geöffnet …', marks: 'null null' },
  { status: { name: 'live', at }, says: 'Alles übertragen · 14:05', marks: 'tick tick' },
  { status: { name: 'live', at: 0 }, says: 'Alles übertragen', marks: 'tick tick' },
  {
    status: { name: 'sending', waiting: 3 },
    says: 'Wird übertragen … 3 Änderungen warten',
    marks: 'tick arrow',
  },
  {
    status: { name: 'offline', waiting: 12 },
    says: 'Ohne Verbindung – auf diesem Gerät gesichert. 12 Änderungen warten',
    marks: 'tick clock',
  },
  {
    status: { name: 'offline', waiting: 1 },
    says: 'Ohne Verbindung – auf diesem Gerät gesichert. 1 Änderung wartet',
    marks: 'tick clock',
  },
  {
    status: { name: 'server-full', waiting: 2 },
    says: 'Der Server kann gerade nichts aufnehmen – auf diesem Gerät gesichert. 2 Änderungen warten',
    marks: 'tick clock',
  },
  {
    status: { name: 'server-full', waiting: 0 },
    says: 'Der Server kann gerade nichts aufnehmen – auf diesem Gerät gesichert.',
    marks: 'tick clock',
  },
  {
    status: { name: 'quiet-offline', since: at },
    says: 'Ohne Verbindung seit 14:05 – nichts wartet',
    marks: 'tick dash',
  },
  { status: { name: 'quiet-offline', since: null }, says: 'Ohne Verbindung – nichts wartet', marks: 'tick dash' },
  {
    status: { name: 'damaged', waiting: 0, reachable: true },
    says: 'Ein Teil der Kopie auf diesem Gerät war beschädigt und wird vom Server ergänzt.',
    marks: 'clock tick',
  },
  {
    status: { name: 'damaged', waiting: 2, reachable: false },
    says: 'Ein Teil der Kopie auf diesem Gerät war beschädigt. Der Server ergänzt ihn, sobald er erreichbar ist. 2 Änderungen warten',
    marks: 'clock clock',
  },
  {
    status: { name: 'signed-out', waiting: 1212 },
    says: 'Anmeldung abgelaufen – 1.212 Änderungen warten hier',
    marks: 'tick clock',
  },
  { status: { name: 'signed-out', waiting: 0 }, says: 'Anmeldung abgelaufen – nichts wartet', marks: 'tick dash' },
  {
    status: { name: 'device-failure', reason: 'full', serverHasAll: false },
    says: 'Nicht gesichert! Speicher voll.',
    marks: 'cross dash',
    danger: true,
  },
  {
    status: { name: 'device-failure', reason: 'newer', serverHasAll: true },
    says: 'Nicht gesichert! Diese Seite ist älter als die Kopie auf diesem Gerät, bitte neu laden.',
    marks: 'cross tick',
    danger: true,
  },
  {
    status: { name: 'memory-only', serverHasAll: true },
    says: 'Privates Fenster: geht beim Schließen verloren',
    marks: 'cross tick',
    danger: true,
  },
  {
    status: { name: 'memory-only', serverHasAll: true, isShared: true },
    says: 'Gemeinsames Gerät: Alles liegt auf dem Server, hier bleibt nichts',
    marks: 'dash tick',
  },
  {
    status: { name: 'memory-only', serverHasAll: false, isShared: true },
    says: 'Gemeinsames Gerät: noch nicht alles übertragen, Fenster offen lassen',
    marks: 'dash dash',
    danger: true,
  },
  {
    status: { name: 'refused', refusal: 'not-allowed', waiting: 2 },
    says: 'Der Server nimmt Änderungen nicht an (Rolle geändert)',
    marks: 'tick cross',
    danger: true,
  },
]

describe('the status line', () => {
  test.each(states)('says "$says"', ({ status, says, marks, danger = false }) => {
    const words = statusWords(status, german.connection, formatFor('de'))
    expect(statusSentence(words)).toBe(says)
    expect(`${words.device} ${words.server}`).toBe(marks)
    expect(words.danger).toBe(danger)
  })

  test('counts what is being transferred on the shelf, but not at every key press in the bar', () => {
    const sending = { name: 'sending', waiting: 3 } as const
    const { unmount } = show(<StatusLine status={sending} form="card" />)
    expect(screen.getByText('3 Änderungen warten')).toBeVisible()
    unmount()
    show(<StatusLine status={sending} form="bar" />)
    expect(screen.queryByText(/warten/)).toBeNull()
  })

  test('offers the rescue file where data is in danger, and no link where nobody handles it', async () => {
    const status = { name: 'device-failure', reason: 'full', serverHasAll: false } as const
    const save = vi.fn<() => void>()
    const { unmount } = show(<StatusLine status={status} form="bar" onSaveFile={save} />)
    await userEvent.click(screen.getByRole('button', { name: 'Datei sichern …' }))
    expect(save).toHaveBeenCalledOnce()
    unmount()
    show(<StatusLine status={status} form="bar" />)
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('leaves no dash hanging where the link is left out', () => {
    show(<StatusLine status={{ name: 'refused', refusal: 'too-large', waiting: 1 }} form="bar" announces={false} />)
    expect(screen.getByText(/nimmt Änderungen nicht an/).textContent).toMatch(/\(zu groß\)\s*$/)
  })

  test('announces a state that has become another one and lasts, danger at once, and no key press', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const app = createMemoryApp()
    const line = (status: SafetyStatus) => (
      <AppProvider state={app} update={null}>
        <StatusLine status={status} form="bar" />
      </AppProvider>
    )
    const { rerender } = show(<StatusLine status={{ name: 'live', at }} form="bar" />, app)
    const live = screen.getByRole('status')
    expect(live).toHaveAttribute('aria-live', 'polite')
    const isHeardAfter = (status: SafetyStatus, ms: number): string => {
      act(() => rerender(line(status)))
      act(() => void vi.advanceTimersByTime(ms))
      return live.textContent
    }
    for (let key = 0; key < 10; key++) {
      expect(isHeardAfter({ name: 'sending', waiting: 1 }, 300)).toBe('')
      expect(isHeardAfter({ name: 'live', at: at + key * 60_000 }, 3_000)).toBe('')
    }
    const offline = 'Ohne Verbindung – auf diesem Gerät gesichert. 3 Änderungen warten'
    for (let waiting = 1; waiting < 3; waiting++) expect(isHeardAfter({ name: 'offline', waiting }, 500)).toBe('')
    expect(isHeardAfter({ name: 'offline', waiting: 3 }, 500)).toBe(offline)
    expect(isHeardAfter({ name: 'offline', waiting: 4 }, 500)).toBe(offline)
    const failed = { name: 'device-failure', reason: 'full', serverHasAll: false } as const
    expect(isHeardAfter(failed, 0)).toBe('Nicht gesichert! Speicher voll.')
    expect(isHeardAfter(failed, 20_000)).toBe('')
  })

  test('on a phone puts each glyph beside its fact while changes wait', () => {
    const { container } = show(<StatusLine status={{ name: 'offline', waiting: 12 }} form="strip" />)
    const [device, sentence, server, count] = container.querySelector('p')?.children ?? []
    expect(device?.tagName).toBe('svg')
    expect(sentence).toHaveTextContent('auf diesem Gerät gesichert')
    expect(server?.tagName).toBe('svg')
    expect(count).toHaveTextContent('12 Änderungen warten')
  })
})

test('of several drafts the one in most danger speaks', () => {
  const live = { name: 'live', at } as const
  const offline = { name: 'offline', waiting: 1 } as const
  const failed = { name: 'device-failure', reason: 'full', serverHasAll: true } as const
  expect(worstStatus([])).toBeNull()
  expect(worstStatus([live, live])).toBe(live)
  expect(worstStatus([live, offline, live])).toBe(offline)
  expect(worstStatus([offline, failed, live])).toBe(failed)
})
