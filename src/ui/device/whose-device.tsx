import { useState } from 'react'
import { useApp } from '../app-context.tsx'
import { SegmentedChoice } from '../elements/segmented-choice.tsx'
import { whoseWords } from '../wording/whose.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './whose-device.module.css'

/** Asks whether the device is one's own. Unanswered at first; with "no" this window keeps nothing. */
export const WhoseDevice = () => {
  const words = useWordsOf(whoseWords)
  const { whoseDevice } = useApp()
  const [said, setSaid] = useState<'' | 'own' | 'shared'>(whoseDevice.isShared ? 'shared' : '')
  return (
    <div className={css.whose}>
      <SegmentedChoice
        legend={words.question}
        value={said}
        onChange={(answer) => {
          if (answer === '') return
          setSaid(answer)
          void whoseDevice.say(answer === 'shared')
        }}
        choices={[
          { value: 'own', label: words.yes },
          { value: 'shared', label: words.no },
        ]}
      />
      <p aria-live="polite">{said === 'shared' ? words.shared : said === 'own' ? words.own : words.hint}</p>
    </div>
  )
}
