import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import Tag from 'lucide-react/icons/tag'
import { maxVersionName } from '../../../domain/version.ts'
import type { DraftVersions } from '../../../state/versions/draft-versions.ts'
import { Button } from '../../elements/button.tsx'
import { TextField } from '../../elements/text-field.tsx'
import { historyWords } from '../../wording/history.ts'
import { useWording } from '../../wording/use-wording.ts'
import { useWordsOf } from '../../wording/words-of.ts'
import { useScreen, useScreenView } from '../screen.ts'
import css from './history.module.css'

/** Keeps the draft as it is now under a name. */
export const NameVersion = ({ versions }: { versions: DraftVersions }) => {
  const words = useWordsOf(historyWords)
  const { elements } = useWording()
  const screen = useScreen()
  const name = useScreenView(({ versionName }) => versionName)
  const setName = (versionName: string | null) => screen.view.setState({ versionName })
  const [problem, setProblem] = useState('')
  const [said, setSaid] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const isAsking = name !== null
  useEffect(() => {
    if (isAsking) field.current?.focus()
  }, [isAsking])

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const wanted = name?.trim() ?? ''
    if (wanted === '') return setProblem(words.nameMissing)
    setName(null)
    setProblem('')
    versions.name(wanted).then(() => setSaid(words.named(wanted)), reportError)
  }
  return (
    <>
      {isAsking ? (
        <form className={css.form} onSubmit={submit} noValidate>
          <TextField
            ref={field}
            label={words.nameLabel}
            hint={words.nameHint}
            error={problem || undefined}
            value={name}
            maxLength={maxVersionName}
            onChange={setName}
          />
          <div className={css.buttons}>
            <Button onClick={() => setName(null)}>{elements.cancel}</Button>
            <Button type="submit" kind="primary">
              {words.nameNow}
            </Button>
          </div>
        </form>
      ) : (
        <Button
          icon={Tag}
          onClick={() => {
            setSaid('')
            setName('')
          }}
        >
          {words.name}
        </Button>
      )}
      <output className={said === '' ? 'visually-hidden' : css.quiet}>{said}</output>
    </>
  )
}
