import { describe, expect, it } from 'vitest'
import { isAnswerNews, leaseMs, lockedSince } from '../../src/domain/lease.ts'

const dayMs = 86_400_000
const contact = Date.UTC(2023, 9, 14, 12, 32)
const heard = { lastContactAt: contact }

describe('a copy without contact', () => {
  it('opens for thirty days and is locked after them, since the last contact', () => {
    expect(leaseMs).toBe(30 * dayMs)
    expect(lockedSince(heard, contact + leaseMs)).toBeNull()
    expect(lockedSince(heard, contact + leaseMs + 1)).toBe(contact)
  })

  it('counts from whatever the server said last', () => {
    const answeredAt = contact + 40 * dayMs
    expect(lockedSince({ ...heard, answeredAt }, answeredAt + dayMs)).toBeNull()
    expect(lockedSince({ ...heard, answeredAt }, answeredAt + 31 * dayMs)).toBe(answeredAt)
    expect(lockedSince({ ...heard, answeredAt: null }, contact + 31 * dayMs)).toBe(contact)
  })

  it('is never locked where no server has it', () => {
    expect(lockedSince({ lastContactAt: null }, contact + 400 * dayMs)).toBeNull()
  })

  it('survives every clock: put back it opens, put forward it locks until the clock is right again', () => {
    expect(lockedSince(heard, contact - 400 * dayMs)).toBeNull()
    expect(lockedSince(heard, 0)).toBeNull()
    expect(lockedSince(heard, contact + 4000 * dayMs)).toBe(contact)
    expect(lockedSince(heard, contact + dayMs)).toBeNull()
  })

  it('notes an answer once a day, and at once after a clock was put right', () => {
    expect(isAnswerNews({ lastContactAt: null }, contact)).toBe(true)
    expect(isAnswerNews(heard, contact + dayMs)).toBe(false)
    expect(isAnswerNews(heard, contact + dayMs + 1)).toBe(true)
    expect(isAnswerNews(heard, contact - 4000 * dayMs)).toBe(true)
  })
})
