import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { addressKey, clientAddress } from '../access/client-address.ts'
import type { Limits } from '../access/limits.ts'
import { createRateLimit, type RateLimit } from './rate-limit.ts'
import type { Variables } from './session.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** The address a request comes from, whole: for counting only, never for logs. */
export const addressOf = (c: Context, trustedProxies: number): string =>
  clientAddress((c.env as HttpBindings).incoming, trustedProxies)

/** `busy` with the time after which asking again is worth it. */
const comeBack = (c: Context, status: 429 | 503, waitMs: number): Response => {
  c.header('Retry-After', String(Math.ceil(waitMs / 1000)))
  return c.json({ refusal: 'busy' }, status)
}

/** New work is turned away while the process does not keep up with what it has. */
export const refuseWhenOverloaded =
  (isOverloaded: () => boolean): MiddlewareHandler =>
  async (c, next) =>
    isOverloaded() ? comeBack(c, 503, 2000) : next()

/** Ends guessing: who presents too many secrets that fit nothing is not answered for a while, right or wrong. */
export const limitGuessing = (
  { wrongSecretsPerMinute }: Limits,
  trustedProxies: number,
  onGuess: () => void,
): MiddlewareHandler<{ Variables: Variables }> =>
  limitBy(createRateLimit(wrongSecretsPerMinute, minuteMs), trustedProxies, (status) => {
    if (status === 410) onGuess()
    return status === 410
  })

/** Limits how many drafts one address, and one browser behind it, starts in an hour. Repeating a start is free. */
export const limitStarts = (
  { draftsPerHour }: Limits,
  trustedProxies: number,
): MiddlewareHandler<{ Variables: Variables }> =>
  limitBy(createRateLimit(draftsPerHour, hourMs), trustedProxies, (status) => status === 201)

/** How often one address may ask for something to sign with a passkey, in a minute. */
const questionsPerMinute = 60

/** Each question waits in memory for its answer. */
export const limitQuestions = (trustedProxies: number): MiddlewareHandler<{ Variables: Variables }> =>
  limitBy(createRateLimit(questionsPerMinute, minuteMs), trustedProxies, () => true)

/** Counted beforehand, so that many requests at once are many, and given back when the answer does not count. */
const limitBy =
  (
    limit: RateLimit,
    trustedProxies: number,
    counts: (status: number) => boolean,
  ): MiddlewareHandler<{ Variables: Variables }> =>
  async (c, next) => {
    if (c.req.method !== 'POST') return next()
    const sessionId = c.get('sessionId')
    const keys = [addressKey(addressOf(c, trustedProxies)), ...(sessionId === null ? [] : [sessionId])]
    const now = Date.now()
    const waitMs = Math.max(...keys.map((key) => limit.waitMs(key, now)))
    if (waitMs > 0) return comeBack(c, 429, waitMs)
    for (const key of keys) limit.spend(key, now)
    await next()
    if (!counts(c.res.status)) for (const key of keys) limit.refund(key, Date.now())
    return undefined
  }
