import { useCallback, useEffect, useRef, useState } from 'react'

const patienceMs = 250

export interface OwnTyping {
  text: string
  /** What is typed cannot be read and was not written. */
  isUnreadable: boolean
  change: (text: string) => void
  blur: () => void
}

/** What this person typed, and once they left the field, what the document said at that moment. */
interface Own {
  text: string
  sharedOnLeaving: string | null
}

interface Waiting {
  text: string
  timer: ReturnType<typeof setTimeout>
}

/**
 * One field's typing between the person and the document: written shortly after the last key and when the field is
 * left; others' changes appear unless this person is in the middle of typing. `write` returns false for what cannot be
 * read; that stays in the field, for the person to correct.
 */
export const useOwnTyping = (shared: string, write: (text: string) => boolean): OwnTyping => {
  const [own, setOwn] = useState<Own | null>(null)
  const [isUnreadable, setUnreadable] = useState(false)
  const waiting = useRef<Waiting | null>(null)
  const readable = useRef(true)
  const writeNow = useRef(write)
  const afterwards = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    writeNow.current = write
  })

  const flush = useCallback(() => {
    if (waiting.current === null) return
    const { text, timer } = waiting.current
    clearTimeout(timer)
    waiting.current = null
    readable.current = writeNow.current(text)
  }, [])
  useEffect(
    () => () => {
      flush()
      clearTimeout(afterwards.current)
    },
    [flush],
  )

  // The document's answer to what was written last ends the person's own copy.
  const isAnswered = own !== null && own.sharedOnLeaving !== null && own.sharedOnLeaving !== shared

  return {
    text: own === null || isAnswered ? shared : own.text,
    isUnreadable,
    change: (text) => {
      clearTimeout(waiting.current?.timer)
      waiting.current = { text, timer: setTimeout(flush, patienceMs) }
      setOwn({ text, sharedOnLeaving: null })
      setUnreadable(false)
    },
    blur: () => {
      if (own === null) return
      const wasWritten = waiting.current === null
      flush()
      setUnreadable(!readable.current)
      if (!readable.current) return
      // What was written this moment is not in the document's view yet, and never will be when it said the same before.
      setOwn(wasWritten ? null : { ...own, sharedOnLeaving: shared })
      if (wasWritten) return
      const letGo = () => setOwn((now) => (now?.sharedOnLeaving === null ? now : null))
      clearTimeout(afterwards.current)
      afterwards.current = setTimeout(letGo, patienceMs)
    },
  }
}
