import { useState } from 'react'
import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import { freezeOf } from '../../domain/submission.ts'
import { copyText } from '../draft/copy-text.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import { agreementWords } from '../wording/agreement.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { shortMark } from './short-mark.ts'
import { Waiting } from './standing.tsx'
import { useAgreementView } from './use-agreement.ts'
import css from './agreement.module.css'

/** What is agreed to: the wording of now, and the fingerprint it is known by. */
export const WordingHead = () => {
  const words = useWordsOf(agreementWords).wording
  const format = useFormat()
  const { whole, characters } = useAgreementView(({ marks }) => marks)
  const isFrozen = useAgreementView(({ record }) => freezeOf(record.acts)?.fingerprint === whole)
  const waiting = useDraftView(({ status }) => ('waiting' in status ? status.waiting : 0))
  const [copied, setCopied] = useState<{ mark: string; isCopied: boolean } | null>(null)
  const isFresh = copied?.mark === whole
  const copy = async () => setCopied({ mark: whole, isCopied: await copyText(whole) })
  return (
    <section className={css.head} aria-labelledby="mitzeichnung-stand">
      <h2 id="mitzeichnung-stand" className={css.name}>
        {isFrozen ? words.frozen : words.now}
      </h2>
      <p className={css.quiet}>
        {words.characters(format.number(characters))} · {words.mark(shortMark(whole))}
      </p>
      <details className={css.details}>
        <summary>{words.whole}</summary>
        <code className={css.mark}>{whole}</code>
        <p className={css.quiet}>{words.hint}</p>
        <Button icon={isFresh && copied.isCopied ? Check : Copy} onClick={() => void copy()}>
          {isFresh && copied.isCopied ? words.copied : words.copy}
        </Button>
        <output className={css.quiet}>{isFresh && !copied.isCopied ? words.copyFailed : ''}</output>
      </details>
      {waiting > 0 && <Waiting>{words.waiting(waiting)}</Waiting>}
    </section>
  )
}
