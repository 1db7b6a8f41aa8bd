import { useEffect, useRef, useState } from 'react'
import type { SafetyStatus } from '../../state/safety-status.ts'
import { TextButton } from '../elements/button.tsx'
import { classNames } from '../elements/class-names.ts'
import { DeviceGlyph, ServerGlyph, StatusGlyph } from '../elements/status-glyph.tsx'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { statusSentence, statusWords } from './status-words.ts'
import css from './status-line.module.css'

interface StatusLineProps {
  status: SafetyStatus
  /**
   * `bar` is one line in a wide bar, `card` also counts what is being transferred, `strip` is the phone's: two lines while
   * changes wait, each glyph beside its fact.
   */
  form: 'bar' | 'card' | 'strip'
  /** Saves the draft as a file. Without it the line offers no link. */
  onSaveFile?: () => void
  /** False where another line on the page already announces. */
  announces?: boolean
}

/** The two facts everyone must always see: is it safe on this device, and does the server have it. */
export const StatusLine = ({ status, form, onSaveFile, announces = true }: StatusLineProps) => {
  const { connection } = useWording()
  const words = statusWords(status, connection, useFormat())
  // Counting every key press while it is sent would only be restless.
  const count = status.name === 'sending' && form !== 'card' ? null : words.count
  const rescue = onSaveFile && words.rescue
  const twoLines = form === 'strip' && count !== null
  // The dash leads to what follows on the same line.
  const endsLine = twoLines || (words.rescue !== null && !rescue)
  const sentence = endsLine ? words.sentence.replace(/ –$/, '') : words.sentence

  return (
    <div className={classNames(css.line, css[form], words.danger && css.danger)} data-status={status.name}>
      {!twoLines && <StatusGlyph device={words.device} server={words.server} />}
      <p className={css.words}>
        {twoLines && <DeviceGlyph mark={words.device} />}
        <span>
          {words.alarm && <strong>{words.alarm} </strong>}
          {sentence}{' '}
          {rescue && (
            <TextButton className={css.rescue} onClick={onSaveFile}>
              {rescue}
            </TextButton>
          )}
        </span>
        {twoLines && <ServerGlyph mark={words.server} />}
        {count && <span className={css.count}>{count}</span>}
      </p>
      {announces && (
        <Announcement name={status.name} sentence={statusSentence({ ...words, count })} isUrgent={words.danger} />
      )}
    </div>
  )
}

/** What is over sooner was nothing: with a line every key press passes through "is being transferred". */
const lastsMs = 1_500
const announcedForMs = 8_000

interface AnnouncementProps {
  name: SafetyStatus['name']
  sentence: string
  isUrgent: boolean
}

/** Says the sentence once when the status has become another one; not at first, and not when only count or time change. */
const Announcement = ({ name, sentence, isUrgent }: AnnouncementProps) => {
  const said = useRef(name)
  const latest = useRef(sentence)
  const [text, setText] = useState('')
  useEffect(() => {
    latest.current = sentence
  }, [sentence])
  useEffect(() => {
    if (said.current === name) return undefined
    const say = () => {
      said.current = name
      setText(latest.current)
    }
    const timer = setTimeout(say, isUrgent ? 0 : lastsMs)
    return () => clearTimeout(timer)
  }, [name, isUrgent])
  // Emptied afterwards, so that nobody who reads the page line by line meets the sentence twice.
  useEffect(() => {
    if (text === '') return undefined
    const timer = setTimeout(() => setText(''), announcedForMs)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <output className="visually-hidden" aria-live="polite">
      {text}
    </output>
  )
}
