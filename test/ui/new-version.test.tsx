// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { AppUpdate } from '../../src/state/app-update.ts'
import { AppProvider } from '../../src/ui/app-context.tsx'
import { CrashBoundary } from '../../src/ui/connection/crash-screen.tsx'
import { UpdateNotice } from '../../src/ui/connection/update-notice.tsx'
import { createPart } from '../../src/ui/part.tsx'
import { german } from '../../src/ui/wording/catalogue.ts'
import { createMemoryApp } from './memory-app.ts'
import { show } from './page.tsx'

const { crash, update: words } = german.connection

test('a part of the app that cannot be had says so, and how to go on', async () => {
  // React reports what a screen throws.
  const reported = vi.spyOn(console, 'error').mockReturnValue()
  const Part = createPart(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')))
  show(
    <CrashBoundary>
      <Suspense>
        <Part />
      </Suspense>
    </CrashBoundary>,
  )
  expect(await screen.findByRole('heading', { name: crash.missingPart })).toBeVisible()
  expect(screen.getByText(crash.safe)).toBeVisible()
  expect(screen.getByRole('button', { name: crash.reload })).toBeVisible()
  expect(reported).toHaveBeenCalled()
  reported.mockRestore()
})

test.each(['unsaved-here', 'unsaved-elsewhere'] as const)(
  'a switch that is hindered (%s) says why and can be tried again',
  async (hindrance) => {
    let presses = 0
    const update = createStore<AppUpdate>(() => ({
      readyOffline: true,
      newVersion: 'waiting',
      hindrance: 'none',
      apply: () => {
        presses += 1
        update.setState({ hindrance })
        return Promise.resolve()
      },
    }))
    show(
      <AppProvider state={createMemoryApp()} update={update}>
        <UpdateNotice />
      </AppProvider>,
    )
    await userEvent.click(screen.getByRole('button', { name: words.apply }))
    expect(await screen.findByText(words.hindrance[hindrance])).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: words.apply }))
    expect(presses).toBe(2)
  },
)
