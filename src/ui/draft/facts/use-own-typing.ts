import { useEffect, useRef, useState } from 'react'

const patienceMs = 250

export interface OwnTyping {
  text: string
  /** What is typed cannot be read and was not written. */
  isUnreadable: boolean
  change(text: string): void
  blur(): void
}

/**
 * One field's typing between the person and the document: written shortly after the last key and when the field is
 * left; others' changes appear unless this person is in the middle of typing. `write` returns false for what cannot be
 * read; that stays in the field, for the person to correct.
 */
export const useOwnTyping = (shared: string, write: (text: string) => boolean): OwnTyping => {
  const [own, setOwn] = useState<string | null>(null)
  const [isUnreadable, setUnreadable] = useState(false)
  const typing = useRef<Typing>({ waiting: null, timer: undefined, release: undefined, readable: true, left: false })
  const writeNow = useRef(write)
  useEffect(() => {
    writeNow.current = write
  })

  const flush = (): void => {
    const { waiting, timer } = typing.current
    clearTimeout(timer)
    typing.current.waiting = null
    if (waiting !== null) typing.current.readable = writeNow.current(waiting)
  }

  useEffect(() => () => flush(), [])

  // The document's answer to what was written last ends the person's own copy.
  useEffect(() => {
    if (typing.current.left && typing.current.readable) setOwn(null)
  }, [shared])

  return {
    text: own ?? shared,
    isUnreadable,
    change: (text) => {
      clearTimeout(typing.current.timer)
      clearTimeout(typing.current.release)
      typing.current.left = false
      typing.current.waiting = text
      typing.current.timer = setTimeout(flush, patienceMs)
      setOwn(text)
      setUnreadable(false)
    },
    blur: () => {
      if (own === null) return
      const isNew = typing.current.waiting !== null
      flush()
      typing.current.left = true
      setUnreadable(!typing.current.readable)
      if (!typing.current.readable) return
      if (isNew) typing.current.release = setTimeout(() => setOwn(null), patienceMs)
      else setOwn(null)
    },
  }
}

interface Typing {
  waiting: string | null
  timer: ReturnType<typeof setTimeout> | undefined
  /** Ends the own copy when the document had the value already and therefore does not answer. */
  release: ReturnType<typeof setTimeout> | undefined
  readable: boolean
  left: boolean
}
