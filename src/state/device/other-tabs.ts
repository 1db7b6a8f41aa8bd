import * as v from 'valibot'
import { isDraftId, type DraftId } from '../../domain/draft-id.ts'
import type { Unsent } from './removal.ts'

const draftId = v.custom<DraftId>(isDraftId)

const messageSchema = v.variant('kind', [
  /** A tab is about to take a draft, or everything, off this device. */
  v.object({ kind: v.literal('removing'), draftId: v.nullable(draftId) }),
  /** What the server lacks and this device has not stored either, so that it is in that tab alone. */
  v.object({ kind: v.literal('ask-unstored'), question: v.string() }),
  v.object({
    kind: v.literal('unstored'),
    question: v.string(),
    drafts: v.array(v.object({ draftId, title: v.string(), changes: v.number() })),
  }),
])
type Message = v.InferOutput<typeof messageSchema>

/** What the tabs of this browser tell each other when something is taken off the device. */
export interface OtherTabs {
  /** What only other tabs have, as far as they answer in time. */
  listUnstored(): Promise<Unsent[]>
  /** Resolves when the others have had time to let go. */
  sayRemoving(draftId: DraftId | null): Promise<void>
  close(): void
}

interface ThisTab {
  unstored: () => Promise<readonly Unsent[]>
  letGo: (draftId: DraftId | null) => void
}

/** A tab that can answer does so in a moment; one that sleeps writes nothing. */
const answerMs = 300
const letGoMs = 500

export const noOtherTabs: OtherTabs = {
  listUnstored: () => Promise.resolve([]),
  sayRemoving: () => Promise.resolve(),
  close: () => undefined,
}

/** `letGo` is called before anything is deleted. */
export const openOtherTabs = ({ unstored, letGo }: ThisTab, Channel: typeof BroadcastChannel | null): OtherTabs => {
  if (Channel === null) return noOtherTabs
  const channel = new Channel('removal')
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
  const say = (message: Message): void => channel.postMessage(message)
  const asked = new Map<string, Map<DraftId, Unsent>>()

  const answer = async (question: string): Promise<void> => {
    const drafts = await unstored()
    if (drafts.length > 0) say({ kind: 'unstored', question, drafts: drafts.map((each) => ({ ...each })) })
  }
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = v.safeParse(messageSchema, data)
    if (!message.success) return
    const { output } = message
    if (output.kind === 'removing') letGo(output.draftId)
    else if (output.kind === 'ask-unstored') void answer(output.question).catch(() => null)
    else for (const each of output.drafts) asked.get(output.question)?.set(each.draftId, each)
  })
  return {
    listUnstored: async () => {
      const question = crypto.randomUUID()
      const answers = new Map<DraftId, Unsent>()
      asked.set(question, answers)
      say({ kind: 'ask-unstored', question })
      await new Promise((resolve) => setTimeout(resolve, answerMs))
      asked.delete(question)
      return [...answers.values()].map((each) => ({ ...each, isElsewhere: true }))
    },
    sayRemoving: async (removed) => {
      say({ kind: 'removing', draftId: removed })
      await new Promise((resolve) => setTimeout(resolve, letGoMs))
    },
    close: () => channel.close(),
  }
}
