import type { DraftId } from '../../domain/draft-id.ts'

/**
 * An invitation's secret leaves the address bar the moment it is read and lives only as long as this window, until it is
 * redeemed or declined; never in localStorage and never in the history.
 */
const key = (draftId: DraftId) => `einvernehmen.invitation.${draftId}`

/** For browsers that refuse sessionStorage; lost on reload there. */
const remembered = new Map<DraftId, string>()

const isSecret = (value: string | null | undefined): value is string => /^[A-Za-z0-9_-]{43}$/.test(value ?? '')

export const keepSecret = (draftId: DraftId, secret: string): void => {
  remembered.set(draftId, secret)
  try {
    sessionStorage.setItem(key(draftId), secret)
  } catch {
    // Refused: the map above carries it until the next reload.
  }
}

/** Moves the secret from the address into this window and returns it; null when there is none or it is not whole. */
export const takeSecret = (draftId: DraftId): string | null => {
  const fragment = location.hash.slice(1)
  if (fragment !== '') {
    history.replaceState(history.state, '', location.pathname + location.search)
    if (isSecret(fragment)) keepSecret(draftId, fragment)
  }
  return readSecret(draftId)
}

const readSecret = (draftId: DraftId): string | null => {
  let kept: string | null = null
  try {
    kept = sessionStorage.getItem(key(draftId))
  } catch {
    // As above.
  }
  kept ??= remembered.get(draftId) ?? null
  return isSecret(kept) ? kept : null
}

export const forgetSecret = (draftId: DraftId): void => {
  remembered.delete(draftId)
  try {
    sessionStorage.removeItem(key(draftId))
  } catch {
    // As above.
  }
}
