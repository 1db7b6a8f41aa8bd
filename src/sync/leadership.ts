/** One tab of a browser leads. Whoever leads goes on until it closes, or is found asleep and replaced. */
export interface Leadership {
  leads(): boolean
  /** Takes the lead from a tab that no longer answers. */
  takeOver(): void
  close(): void
}

/**
 * `onLead` is called when this tab begins to lead, `onLoss` when another has taken over (Web Locks, `steal`). Where the
 * browser has no locks every tab leads, at once.
 */
export const openLeadership = (
  locks: LockManager | null,
  name: string,
  { onLead, onLoss }: { onLead: () => void; onLoss: () => void },
): Leadership => {
  const closing = new AbortController()
  let leads = false

  const holdUntilClosed = (): Promise<void> => {
    if (closing.signal.aborted) return Promise.resolve()
    leads = true
    onLead()
    return new Promise((resolve) => closing.signal.addEventListener('abort', () => resolve()))
  }
  /** A request of a tab that is waiting already is left in the queue: it changes nothing where this one leads. */
  const ask = (options: LockOptions): void => {
    const asked = locks?.request(name, options, () => (leads ? undefined : holdUntilClosed()))
    asked?.catch(() => {
      // Closed while waiting, or replaced.
      if (closing.signal.aborted || !leads) return
      leads = false
      onLoss()
      ask({ signal: closing.signal })
    })
  }
  if (locks === null) void holdUntilClosed()
  else ask({ signal: closing.signal })

  return {
    leads: () => leads,
    takeOver: () => {
      if (!leads) ask({ steal: true })
    },
    close: () => {
      leads = false
      closing.abort()
    },
  }
}
