/** What is known of this device and one draft on it, before a meeting without a network. Null is not known. Times in ms. */
export interface ReadyFacts {
  now: number
  /** Files of the app that are cached here, of all there are. Zero of zero without a service worker. */
  shell: { here: number; all: number } | null
  /** Locked: without the server it would not open. */
  /** `hasTalk`: what was said about it has come here too. */
  draft: { isHere: boolean; hasTalk: boolean; isLocked: boolean; waiting: number; lastContactAt: number | null }
  /** False where the browser refuses to keep anything. */
  deviceKeeps: boolean
  /** Whether the browser has promised not to throw it away. */
  isPersistent: boolean | null
  /** iOS empties the storage of sites in a tab after a week without use; of installed apps it does not. */
  isEvictable: boolean
  freeBytes: number | null
  sessionEndsAt: number | null
  /** How much this device's clock is ahead of the server's. */
  clockAheadMs: number | null
}

/** `ready` needs nothing, `attention` may do, `missing` will not do, `unknown` cannot be told from here. */
export type ReadyLevel = 'ready' | 'attention' | 'missing' | 'unknown'

/** What can be done about it at a press; the words tell what a person does otherwise. */
export type ReadyRepair = 'fetch-app' | 'fetch-draft' | 'persist' | 'refresh-session'

export interface ReadyCheck {
  name: ReadyName
  level: ReadyLevel
  /** Which sentence tells it. */
  why: ReadyReason
  repair: ReadyRepair | null
}

export const readyNames = ['app', 'draft', 'kept', 'room', 'session', 'clock'] as const
export type ReadyName = (typeof readyNames)[number]

export type ReadyReason =
  | 'fine'
  | 'unknown'
  | 'no-worker'
  | 'incomplete'
  | 'not-here'
  | 'locked'
  | 'waiting'
  | 'no-discussion'
  | 'old'
  | 'memory'
  | 'evictable'
  | 'not-promised'
  | 'little'
  | 'ends-soon'
  | 'ended'
  | 'off'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** A text that was compared with the others' this recently is fresh. */
const freshMs = 12 * hourMs
/** A draft with all its history, and the app; twice that is enough. */
const enoughBytes = 100_000_000
/** A meeting is planned a few days ahead. */
const sessionLeftMs = 7 * dayMs
/** Beyond this, who changed what last is told wrongly. */
const clockToleranceMs = 120_000

type Judge = (facts: ReadyFacts) => Omit<ReadyCheck, 'name'>

const fine = { level: 'ready', why: 'fine', repair: null } as const
const unknown = { level: 'unknown', why: 'unknown', repair: null } as const

const judges: Record<ReadyName, Judge> = {
  app: ({ shell }) => {
    if (shell === null) return unknown
    if (shell.all === 0) return { level: 'missing', why: 'no-worker', repair: 'fetch-app' }
    return shell.here === shell.all ? fine : { level: 'missing', why: 'incomplete', repair: 'fetch-app' }
  },
  draft: ({ draft, now }) => {
    if (!draft.isHere) return { level: 'missing', why: 'not-here', repair: 'fetch-draft' }
    if (draft.isLocked) return { level: 'missing', why: 'locked', repair: 'fetch-draft' }
    if (draft.waiting > 0) return { level: 'attention', why: 'waiting', repair: 'fetch-draft' }
    if (!draft.hasTalk) return { level: 'attention', why: 'no-discussion', repair: 'fetch-draft' }
    const isFresh = draft.lastContactAt !== null && now - draft.lastContactAt < freshMs
    return isFresh ? fine : { level: 'attention', why: 'old', repair: 'fetch-draft' }
  },
  kept: ({ deviceKeeps, isPersistent, isEvictable }) => {
    if (!deviceKeeps) return { level: 'missing', why: 'memory', repair: null }
    if (isPersistent === true) return fine
    if (isEvictable) return { level: 'attention', why: 'evictable', repair: null }
    if (isPersistent === null) return unknown
    return { level: 'attention', why: 'not-promised', repair: 'persist' }
  },
  room: ({ freeBytes }) => {
    if (freeBytes === null) return unknown
    return freeBytes >= enoughBytes ? fine : { level: 'attention', why: 'little', repair: null }
  },
  session: ({ sessionEndsAt, now }) => {
    if (sessionEndsAt === null) return { ...unknown, repair: 'refresh-session' }
    if (sessionEndsAt <= now) return { level: 'missing', why: 'ended', repair: null }
    return sessionEndsAt - now >= sessionLeftMs
      ? fine
      : { level: 'attention', why: 'ends-soon', repair: 'refresh-session' }
  },
  clock: ({ clockAheadMs }) => {
    if (clockAheadMs === null) return unknown
    return Math.abs(clockAheadMs) <= clockToleranceMs ? fine : { level: 'attention', why: 'off', repair: null }
  },
}

/** One check, by name. */
export const judge = (name: ReadyName, facts: ReadyFacts): ReadyCheck => ({ name, ...judges[name](facts) })

/** All checks, in the order a person goes through them. */
export const judgeAll = (facts: ReadyFacts): ReadyCheck[] => readyNames.map((name) => judge(name, facts))
