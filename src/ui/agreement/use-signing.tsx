import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import type { SignOffKind } from '../../domain/sign-off.ts'
import { markOf, type ShownWording } from '../../state/agreement/marks.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { ChangedDialog } from './changed-dialog.tsx'
import { useAgreement } from './use-agreement.ts'

interface Read {
  wording: ShownWording
  /** When, in ms since 1970. */
  at: number
}

const ReadContext = createContext<{ read: Read; note: (wording: ShownWording) => void } | null>(null)

/** Remembers which wording the page around these was opened with: nobody signs another one unseen. */
export const ReadWording = ({ children }: { children: ReactNode }) => {
  const agreement = useAgreement()
  const [read, setRead] = useState<Read>(() => ({ wording: agreement.shown(), at: Date.now() }))
  const note = (wording: ShownWording) => setRead({ wording, at: Date.now() })
  // What others wrote while nobody was here comes in the first moments, and is no change of what was read.
  const isArriving = useDraftView(
    ({ reachable, status: { name } }) => !reachable && (name === 'opening' || name === 'sending'),
  )
  const isSettled = useRef(false)
  useEffect(() => {
    if (isArriving || isSettled.current) return
    isSettled.current = true
    setRead({ wording: agreement.shown(), at: Date.now() })
  }, [agreement, isArriving])
  return <ReadContext value={{ read, note }}>{children}</ReadContext>
}

interface Said {
  kind: SignOffKind
  reason: string
}

interface Signing {
  /** Says it about the wording of this mark, by default the one the page was opened with. False: it is asked again first. */
  sign: (said: Said, shown?: string) => boolean
  isBusy: boolean
  /** What asks again; to be drawn. */
  asking: ReactNode
}

/** Signing the whole (`sectionId` null) or a section, as it was read. `onSaid` is called with what was said at last. */
export const useSigning = (sectionId: string | null, onSaid?: () => void): Signing => {
  const agreement = useAgreement()
  const context = useContext(ReadContext)
  if (context === null) throw new Error('nothing was read around this component')
  const { read, note } = context
  const [asked, ask] = useState<(Said & { now: ShownWording; isAgain: boolean }) | null>(null)
  const [isBusy, setBusy] = useState(false)

  const askAgain = (said: Said) => ask({ ...said, now: agreement.shown(), isAgain: asked !== null })
  const say = async (said: Said, mark: string | null) => {
    setBusy(true)
    const isSaid = await agreement.signOff(said.kind, said.reason, sectionId, mark)
    setBusy(false)
    if (!isSaid) askAgain(said)
  }
  const sign = (said: Said, shown = markOf(read.wording.marks, sectionId)) => {
    const now = agreement.shown()
    // A no stays a no, whatever the text says by now.
    const mark = said.kind === 'decline' ? null : shown
    if (mark !== null && mark !== markOf(now.marks, sectionId)) {
      askAgain(said)
      return false
    }
    ask(null)
    if (sectionId === null && mark !== null) note(now)
    say(said, mark).catch((error: unknown) => {
      setBusy(false)
      reportError(error)
    })
    onSaid?.()
    return true
  }
  const asking = asked && (
    <ChangedDialog
      before={read.wording.application}
      now={asked.now.application}
      since={asked.isAgain ? null : read.at}
      sectionId={sectionId}
      isReserved={asked.kind === 'reserve'}
      onClose={() => ask(null)}
      onSign={() => sign(asked, markOf(asked.now.marks, sectionId))}
    />
  )
  return { sign, isBusy, asking }
}
