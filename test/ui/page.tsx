import '@testing-library/jest-dom/vitest'
import { cleanup, configure, render, screen, type RenderResult } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import type { ReactNode } from 'react'
import { App } from '../../src/ui/app.tsx'
import { AppProvider } from '../../src/ui/app-context.tsx'
import { createMemoryApp, type MemoryApp } from './memory-app.ts'

/** Pages are loaded lazily, and the machine may be busy. */
configure({ asyncUtilTimeout: 20_000 })

/** jsdom has no top layer: a dialog is simply open or not, a popover always there. */
const fillGaps = () => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
  }
  HTMLElement.prototype.hidePopover = () => undefined
  HTMLElement.prototype.scrollIntoView = () => undefined
  window.scrollTo = () => undefined
}

beforeEach(() => {
  fillGaps()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
})
afterEach(cleanup)

/** Opens an address of the app, as someone does who follows a link. */
export const openPage = (app: MemoryApp, address: string): RenderResult => {
  history.replaceState(null, '', address)
  return render(<App state={app} update={null} />)
}

/** Opens the shelf and waits until it is there. */
export const openShelf = async (app: MemoryApp): Promise<RenderResult> => {
  const page = openPage(app, '/')
  await screen.findByRole('heading', { level: 1 })
  return page
}

/** Shows one part of a screen. */
export const show = (part: ReactNode, app: MemoryApp = createMemoryApp()): RenderResult =>
  render(
    <AppProvider state={app} update={null}>
      {part}
    </AppProvider>,
  )
