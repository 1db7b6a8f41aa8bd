import { may } from '../../domain/role.ts'
import { freezeOf } from '../../domain/submission.ts'
import { isWaiting } from '../../state/agreement/kept-agreement.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { useNow } from '../elements/use-now.ts'
import { agreementWords } from '../wording/agreement.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { ReceiptForm } from './receipt-form.tsx'
import { RefusedActs } from './refused-acts.tsx'
import { Waiting } from './standing.tsx'
import { useAgreementView } from './use-agreement.ts'
import css from './agreement.module.css'

/** What was submitted where and when, and a form to note it. */
export const Receipts = () => {
  const words = useWordsOf(agreementWords).receipts
  const isFrozen = useAgreementView(({ record }) => freezeOf(record.acts) !== null)
  const mayNote = useDraftView(({ me }) => may(me.role, 'write-content'))
  return (
    <section className={css.receipts} aria-labelledby="eingereicht">
      <h2 id="eingereicht" className={css.heading}>
        {words.title}
      </h2>
      <p className={css.quiet}>{words.intro}</p>
      <RefusedActs />
      <Noted />
      {!isFrozen && <p className={css.quiet}>{words.whenFrozen}</p>}
      {isFrozen && mayNote && <ReceiptForm />}
    </section>
  )
}

const Noted = () => {
  const words = useWordsOf(agreementWords).receipts
  const format = useFormat()
  const now = useNow()
  const acts = useAgreementView(({ record }) => record.acts)
  const own = useAgreementView((view) => view.own)
  const waiting = own.filter(isWaiting).flatMap(({ said }) => ('where' in said ? [said] : []))
  return (
    <ul className={css.noted}>
      {acts
        .filter(({ kind }) => kind === 'submit')
        .map(({ id, where, note, submittedAt, name, at }) => (
          <li key={id}>
            <strong>{words.line(where, format.moment(submittedAt ?? at, now))}</strong>
            {note !== '' && <p>{note}</p>}
            <p className={css.quiet}>{words.by(name, format.moment(at, now))}</p>
          </li>
        ))}
      {waiting.map(({ id, where, note, submittedAt }) => (
        <li key={id}>
          <strong>{words.line(where, format.moment(submittedAt, now))}</strong>
          {note !== '' && <p>{note}</p>}
          <Waiting>{words.waiting}</Waiting>
        </li>
      ))}
    </ul>
  )
}
