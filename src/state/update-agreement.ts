import * as v from 'valibot'

/** The pages of this browser agree that the app may be switched under them. */
export interface UpdateAgreement {
  /** True when no other page has anything that it could not store. A page that sleeps says nothing: it has nothing to write. */
  ask(): Promise<boolean>
  /** Whether this page told the one that asked last that everything here is stored. */
  hasAgreed(): boolean
}

const messageSchema = v.variant('kind', [
  v.object({ kind: v.literal('ask'), question: v.string() }),
  /** A page is there and is storing. */
  v.object({ kind: v.literal('here'), question: v.string(), page: v.string() }),
  v.object({ kind: v.literal('answer'), question: v.string(), page: v.string(), isStored: v.boolean() }),
])
type Message = v.InferOutput<typeof messageSchema>

/** How long pages have to say that they are there, and then to store. */
const hereMs = 500
const storeMs = 10_000

/** `isStored` resolves once this page has stored what it can, with whether a reload would lose nothing. */
export const createUpdateAgreement = (
  isStored: () => Promise<boolean>,
  Channel: typeof BroadcastChannel | null = globalThis.BroadcastChannel ?? null,
): UpdateAgreement => {
  if (Channel === null) return { ask: () => Promise.resolve(true), hasAgreed: () => false }
  const channel = new Channel('new-version')
  const page = crypto.randomUUID()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
  const say = (message: Message): void => channel.postMessage(message)
  let hasAgreed = false
  let asked: { question: string; answers: Map<string, boolean | null>; look: () => void } | null = null

  const answer = async (question: string): Promise<void> => {
    say({ kind: 'here', question, page })
    hasAgreed = await isStored().catch(() => false)
    say({ kind: 'answer', question, page, isStored: hasAgreed })
  }

  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = v.safeParse(messageSchema, data)
    if (!message.success) return
    const { output } = message
    if (output.kind === 'ask') {
      void answer(output.question)
      return
    }
    if (asked?.question !== output.question) return
    if (output.kind === 'answer') asked.answers.set(output.page, output.isStored)
    else if (!asked.answers.has(output.page)) asked.answers.set(output.page, null)
    asked.look()
  })

  return {
    hasAgreed: () => hasAgreed,
    ask: () =>
      new Promise((resolve) => {
        const answers = new Map<string, boolean | null>()
        let everyoneIsHere = false
        const settle = (agreed: boolean): void => {
          for (const timer of timers) clearTimeout(timer)
          asked = null
          resolve(agreed)
        }
        const look = (): void => {
          const given = [...answers.values()]
          if (given.includes(false)) settle(false)
          else if (everyoneIsHere && !given.includes(null)) settle(true)
        }
        const timers = [
          setTimeout(() => {
            everyoneIsHere = true
            look()
          }, hereMs),
          setTimeout(() => settle(false), storeMs),
        ]
        asked = { question: crypto.randomUUID(), answers, look }
        say({ kind: 'ask', question: asked.question })
      }),
  }
}
