// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { AuditEntry } from '../../src/domain/audit.ts'
import { accepted, refused } from '../../src/domain/refusal.ts'
import { auditPageLength, type AuditPage, type OwnSession } from '../../src/protocol/team-http.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { callNamed } from '../world/calls.ts'
import { openPaperDraft, type PaperDraft } from './paper-draft.ts'
import { openWorkspace } from './workspace.tsx'

const { access } = german

const opensTeam = async (draft: PaperDraft) => {
  openWorkspace(draft)
  await userEvent.click(await screen.findByRole('button', { name: 'Einladen' }))
  return within(await screen.findByRole('dialog', { name: 'Team und Einladungen' }))
}

describe('the record', () => {
  /** A trail as the server keeps it, in pages of the server's length. */
  const withTrail = (entries: readonly Omit<AuditEntry, 'seq' | 'hash'>[], brokenAt: number | null = null) => {
    const draft = openPaperDraft(callNamed('engagierte-stadt-2023'))
    const trail = entries.map((entry, index) => ({ ...entry, seq: index + 1, hash: `${index + 1}`.padStart(64, '0') }))
    const people = [
      { id: 'amina', name: 'Amina Haddad', organisation: 'Freiwilligenagentur' },
      { id: 'bruno', name: 'Bruno Seidel', organisation: 'Stadt Lauterbrück' },
    ]
    const asked: (number | undefined)[] = []
    draft.team.readAudit = (before) => {
      asked.push(before)
      const page = trail
        .filter(({ seq }) => seq < (before ?? Infinity))
        .slice(-auditPageLength)
        .toReversed()
      const head = trail.at(-1)?.hash ?? ''
      return Promise.resolve(
        accepted({ entries: page, people, head, length: trail.length, brokenAt } satisfies AuditPage),
      )
    }
    return { draft, asked }
  }
  const line = (event: AuditEntry['event'], more: Partial<AuditEntry> = {}) => ({
    event,
    at: Date.UTC(2026, 2, 5, 9, 30),
    actorId: 'amina',
    subjectId: null,
    detail: '',
    ...more,
  })
  const opensRecord = async (draft: PaperDraft) => {
    const dialog = await opensTeam(draft)
    await userEvent.click(dialog.getByText(access.auditTitle))
    return within(await waitFor(() => dialog.getByText(access.auditTitle).closest('details') ?? document.body))
  }

  test('says in words who did what when, newest first, with the value that vouches for it', async () => {
    const { draft } = withTrail([
      line('draft-started'),
      line('invitation-made', { subjectId: 'bruno', detail: 'editor' }),
      line('joined', { actorId: 'bruno', detail: 'editor' }),
      line('role-changed', { subjectId: 'bruno', detail: 'viewer' }),
      line('update-refused', { actorId: 'who left', detail: 'not-allowed' }),
    ])
    const record = await opensRecord(draft)
    const lines = await record.findAllByRole('listitem')
    const { roles } = german.elements
    expect(lines.map((each) => each.firstElementChild?.textContent)).toEqual([
      'Eine Änderung von Jemand wurde abgelehnt',
      `Amina Haddad hat die Rolle von Bruno Seidel geändert: ${roles.viewer}`,
      `Bruno Seidel ist beigetreten: ${roles.editor}`,
      `Amina Haddad hat Bruno Seidel eingeladen: ${roles.editor}`,
      'Amina Haddad hat den Entwurf begonnen',
    ])
    for (const each of lines) expect(each.lastElementChild).toHaveTextContent(/2026/)
    expect(record.getByText(access.auditHead('5'.padStart(64, '0')))).toBeVisible()
    expect(record.queryByRole('button', { name: access.earlier })).toBeNull()
    expect(record.queryByRole('alert')).toBeNull()
  })

  test('is read page by page, until its first line', async () => {
    const many = Array.from({ length: 2 * auditPageLength + 1 }, () => line('version-made'))
    const { draft, asked } = withTrail([line('draft-started'), ...many])
    const record = await opensRecord(draft)
    expect(await record.findAllByRole('listitem')).toHaveLength(auditPageLength)
    for (const length of [2 * auditPageLength, 2 * auditPageLength + 2]) {
      await userEvent.click(record.getByRole('button', { name: access.earlier }))
      await waitFor(() => expect(record.getAllByRole('listitem')).toHaveLength(length))
    }
    expect(asked).toEqual([undefined, auditPageLength + 3, 3])
    expect(record.getByText('Amina Haddad hat den Entwurf begonnen')).toBeVisible()
    expect(record.queryByRole('button', { name: access.earlier })).toBeNull()
  })

  test('says where it was changed afterwards', async () => {
    const { draft } = withTrail([line('draft-started'), line('erased')], 2)
    const record = await opensRecord(draft)
    expect(await record.findByRole('alert')).toHaveTextContent(access.auditBroken(2))
    expect(record.getAllByRole('listitem')).toHaveLength(2)
  })
})

describe('one’s own devices', () => {
  const at = Date.UTC(2026, 2, 5, 9, 30)
  const session = (publicId: string, label: string, current = false): OwnSession => ({
    publicId,
    label,
    createdAt: at,
    seenAt: at,
    expiresAt: at + 1,
    current,
  })
  const withSessions = () => {
    const draft = openPaperDraft(callNamed('engagierte-stadt-2023'))
    let sessions = [session('b', 'Safari · iPhone'), session('a', 'Firefox · Windows', true), session('c', '')]
    draft.team.listSessions = () => Promise.resolve(accepted(sessions))
    draft.team.endSession = (publicId) => {
      sessions = sessions.filter((each) => each.publicId !== publicId)
      return Promise.resolve(accepted(null))
    }
    draft.team.endOtherSessions = () => {
      sessions = sessions.filter(({ current }) => current)
      return Promise.resolve(accepted(null))
    }
    return draft
  }
  const opensDevices = async (draft: PaperDraft) => {
    const dialog = await opensTeam(draft)
    const title = dialog.getByText(access.sessionsTitle)
    await userEvent.click(title)
    const devices = within(title.closest('details') ?? document.body)
    await devices.findAllByRole('listitem')
    return { devices, title, shown: () => devices.getAllByRole('listitem').map((each) => each.textContent) }
  }

  test('are named, this one among them, and end one by one or all but this one', async () => {
    const { devices, title, shown } = await opensDevices(withSessions())
    expect(shown()).toHaveLength(3)
    expect(shown()[0]).toMatch(/^Firefox · Windowsangemeldet .*2026.* · dieses Gerät$/)
    expect(shown()[1]).toMatch(/^Safari · iPhoneangemeldet .*2026.* · zuletzt .*2026.*Abmelden$/)
    expect(shown()[2]).toMatch(new RegExp(`^${access.unknownDevice}angemeldet `))
    expect(devices.queryByRole('button', { name: access.endSessionOf('Firefox · Windows') })).toBeNull()

    await userEvent.click(devices.getByRole('button', { name: access.endSessionOf('Safari · iPhone') }))
    await waitFor(() => expect(shown()).toHaveLength(2))
    expect(devices.getByRole('status')).toHaveTextContent(access.sessionEnded('Safari · iPhone'))
    expect(title).toHaveFocus()

    await userEvent.click(devices.getByRole('button', { name: access.endOthers }))
    await waitFor(() => expect(shown()).toHaveLength(1))
    expect(shown()[0]).toMatch(/^Firefox · Windows.*dieses Gerät$/)
    expect(devices.getByRole('status')).toHaveTextContent(access.othersEnded)
    expect(devices.queryByRole('button')).toBeNull()
    expect(title).toHaveFocus()
  })

  test('stay listed where the server refuses', async () => {
    const draft = withSessions()
    draft.team.endSession = () => Promise.resolve(refused('unreachable'))
    const { devices, shown } = await opensDevices(draft)
    await userEvent.click(devices.getByRole('button', { name: access.endSessionOf('Safari · iPhone') }))
    expect(await devices.findByRole('alert')).toHaveTextContent(access.failed)
    expect(shown()).toHaveLength(3)
    expect(devices.getByRole('status')).toBeEmptyDOMElement()
  })
})
