import { deliveryTag } from '../storage/delivery-tag.ts'
import type { LiveDraft } from './live-draft.ts'

/** As much of Background Sync as is used here; only Chromium has it. */
interface SyncingRegistration {
  sync?: { register(tag: string): Promise<void> }
}

/**
 * Whenever changes wait and the line is down, asks the browser to have the service worker send them when it thinks that
 * there is a network again, this page closed or not. An extra that nobody is promised.
 */
export const deliverInBackground = (live: LiveDraft): void => {
  let isAsked = false
  live.onFacts(() => {
    const { waiting, connection } = live.documentFacts()
    const isStuck = waiting > 0 && connection.name === 'connecting' && !connection.patient
    // Where the browser cannot or will not, the page delivers when it is opened again.
    if (isStuck && !isAsked) void askBrowser(deliveryTag(live.draftId)).catch(() => null)
    isAsked = isStuck
  })
}

const askBrowser = async (tag: string): Promise<void> => {
  const { navigator } = globalThis as { navigator?: Partial<Navigator> }
  const registration = (await navigator?.serviceWorker?.getRegistration()) as SyncingRegistration | undefined
  await registration?.sync?.register(tag)
}
