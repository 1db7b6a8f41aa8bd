/** A `Date` header tells whole seconds. */
const headerStepMs = 1_000

/** How much this device's clock is ahead of the server's, in ms, to within a second; null when the server is out of reach. */
export const readClockAhead = async (origin: string, send: typeof fetch): Promise<number | null> => {
  try {
    const askedAt = Date.now()
    const answer = await send(`${origin}/api/drafts`, { method: 'GET', credentials: 'same-origin', cache: 'no-store' })
    const heardAt = Date.now()
    const serverAt = Date.parse(answer.headers.get('date') ?? '')
    return Number.isNaN(serverAt) ? null : Math.round((askedAt + heardAt) / 2 - (serverAt + headerStepMs / 2))
  } catch {
    return null
  }
}
