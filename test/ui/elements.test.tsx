// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { CrashBoundary } from '../../src/ui/connection/crash-screen.tsx'
import { RefusalPage } from '../../src/ui/connection/refusal-page.tsx'
import { initials } from '../../src/ui/elements/avatar.tsx'
import { Button } from '../../src/ui/elements/button.tsx'
import { ChoiceField } from '../../src/ui/elements/choice-field.tsx'
import { Dialog } from '../../src/ui/elements/dialog.tsx'
import { LimitMeter } from '../../src/ui/elements/limit-meter.tsx'
import { NumberField } from '../../src/ui/elements/number-field.tsx'
import { ProgressRing } from '../../src/ui/elements/progress-ring.tsx'
import { SectorMark } from '../../src/ui/elements/sector-mark.tsx'
import { TextField } from '../../src/ui/elements/text-field.tsx'
import { KeyList } from '../../src/ui/help/key-list.tsx'
import { createMemoryApp } from './memory-app.ts'
import { show } from './page.tsx'

describe('a button', () => {
  test('that cannot be pressed stays focusable, says why and does nothing', async () => {
    const press = vi.fn<() => void>()
    show(
      <Button unavailable="Einladen braucht eine Verbindung." onClick={press}>
        Einladen
      </Button>,
    )
    const button = screen.getByRole('button', { name: 'Einladen' })
    await userEvent.tab()
    expect(button).toHaveFocus()
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveAccessibleDescription('Einladen braucht eine Verbindung.')
    await userEvent.click(button)
    await userEvent.keyboard('{Enter}')
    expect(press).not.toHaveBeenCalled()
  })

  test('that is busy ignores a second press', async () => {
    const press = vi.fn<() => void>()
    show(
      <Button busy onClick={press}>
        Beitreten
      </Button>,
    )
    await userEvent.click(screen.getByRole('button'))
    expect(press).not.toHaveBeenCalled()
  })
})

describe('a dialog', () => {
  test('is named by its title, starts where it should and asks to close by its cross', async () => {
    const close = vi.fn<() => void>()
    show(
      <Dialog title="Team" onClose={close}>
        <TextField label="Name" value="" onChange={() => undefined} firstFocus />
      </Dialog>,
    )
    expect(screen.getByRole('dialog', { name: 'Team' })).toBeVisible()
    expect(screen.getByLabelText('Name')).toHaveFocus()
    await userEvent.click(screen.getByRole('button', { name: 'Schließen' }))
    expect(close).toHaveBeenCalledOnce()
  })

  test('asks to close on Escape instead of closing by itself', () => {
    const close = vi.fn<() => void>()
    show(
      <Dialog title="Team" onClose={close}>
        Text
      </Dialog>,
    )
    const escape = new Event('cancel', { cancelable: true })
    screen.getByRole('dialog').dispatchEvent(escape)
    expect(escape.defaultPrevented).toBe(true)
    expect(close).toHaveBeenCalledOnce()
  })
})

describe('a number field', () => {
  const Population = () => {
    const [value, setValue] = useState<number | null>(23_418)
    return (
      <>
        <NumberField label="Einwohnerzahl" value={value} onChange={setValue} />
        <output>{String(value)}</output>
      </>
    )
  }

  test('writes and reads German grouping', async () => {
    show(<Population />)
    const field = screen.getByLabelText('Einwohnerzahl')
    expect(field).toHaveValue('23.418')
    await userEvent.clear(field)
    expect(screen.getByRole('status')).toHaveTextContent('null')
    await userEvent.type(field, '9 871')
    expect(screen.getByRole('status')).toHaveTextContent('9871')
    await userEvent.tab()
    expect(field).toHaveValue('9.871')
  })

  test('keeps what is no number, says so and leaves the value alone', async () => {
    show(<Population />)
    const field = screen.getByLabelText('Einwohnerzahl')
    await userEvent.type(field, ' etwa')
    await userEvent.tab()
    expect(field).toHaveValue('23.418 etwa')
    expect(field).toBeInvalid()
    expect(field).toHaveAccessibleDescription(/nur Ziffern/)
    expect(screen.getByRole('status')).toHaveTextContent('23418')
  })
})

test('a choice shows a value it does not know instead of losing it', () => {
  const choices = [{ value: 'Stadt', label: 'Stadt' }]
  show(<ChoiceField label="Art" choices={choices} value="Marktflecken" onChange={() => undefined} />)
  expect(screen.getByLabelText('Art')).toHaveValue('Marktflecken')
})

test('the limit meter says in words what it shows', () => {
  const { unmount } = show(<LimitMeter count={2471} limit={2500} />)
  expect(screen.getByText('2.471 von 2.500 Zeichen · 29 frei')).toBeVisible()
  unmount()
  show(<LimitMeter count={848} limit={800} />)
  expect(screen.getByRole('meter', { name: 'Zeichengrenze' })).toHaveAttribute(
    'aria-valuetext',
    '48 Zeichen zu viel, 848 von 800',
  )
  expect(screen.getByText('48 Zeichen zu viel')).toBeVisible()
})

test('shapes are named where nothing beside them is, and silent elsewhere', () => {
  show(
    <>
      <SectorMark sector="business" named />
      <SectorMark sector={null} named />
      <SectorMark sector="civil" />
      <ProgressRing progress="begun" />
    </>,
  )
  expect(screen.getAllByRole('img').map((each) => each.getAttribute('aria-label'))).toEqual([
    'Wirtschaft',
    'Seite noch nicht genannt',
    'begonnen',
  ])
})

test.each([
  ['Amina Haddad', 'AH'],
  ['  Özlem   von der Heide ', 'ÖH'],
  ['Plato', 'P'],
  ['', ''],
])('the initials of "%s" are "%s"', (name, letters) => {
  expect(initials(name)).toBe(letters)
})

test('"does not exist" and "not yours" are one page', () => {
  const { container, unmount } = show(<RefusalPage refusal="absent" />)
  const absent = container.innerHTML
  unmount()
  expect(show(<RefusalPage refusal="not-allowed" />).container.innerHTML.replace(/_r_\w+_/g, '')).toBe(
    absent.replace(/_r_\w+_/g, ''),
  )
})

test('a page out of reach offers to try again', async () => {
  const again = vi.fn<() => void>()
  show(<RefusalPage refusal="unreachable" onRetry={again} />)
  await userEvent.click(screen.getByRole('button', { name: 'Noch einmal versuchen' }))
  expect(again).toHaveBeenCalledOnce()
})

test('after a mistake of ours the screen says what is safe', () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const Broken = () => {
    throw new Error('kaputt')
  }
  const broken = (
    <CrashBoundary>
      <Broken />
    </CrashBoundary>
  )
  const { unmount } = show(broken)
  expect(screen.getByRole('alert')).toHaveTextContent(
    'Jede Änderung wird schon beim Schreiben auf diesem Gerät gesichert',
  )
  expect(screen.getByRole('button', { name: 'Neu laden' })).toBeVisible()
  unmount()
  show(broken, createMemoryApp({ deviceKeeps: false }))
  expect(screen.getByRole('alert')).toHaveTextContent('sichert nichts auf dem Gerät')
  silent.mockRestore()
})

test('the keys are listed as people press them', () => {
  show(<KeyList />)
  const keys = (action: string) => screen.getByText(action).nextElementSibling?.textContent
  expect(keys('Fett')).toBe('Strg+B')
  expect(keys('Wiederholen')).toBe('Strg+Umschalt+Z')
  expect(keys('Überschrift')).toBe('Strg+Alt+1')
  expect(keys('Aufzählung am Zeilenanfang')).toBe('-dannLeertaste')
})
