import { useState } from 'react'
import LockOpen from 'lucide-react/icons/lock-open'
import PackageCheck from 'lucide-react/icons/package-check'
import { may } from '../../domain/role.ts'
import { freezeOf } from '../../domain/submission.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import { useNow } from '../elements/use-now.ts'
import { useAsking } from '../team/use-asking.ts'
import { agreementWords } from '../wording/agreement.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { FreezeDialog } from './freeze-dialog.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import { useAgreement, useAgreementView } from './use-agreement.ts'
import css from './agreement.module.css'

/** Making the wording of now the package, and opening it again. */
export const FreezePart = () => {
  const words = useWordsOf(agreementWords).freeze
  const format = useFormat()
  const now = useNow()
  const agreement = useAgreement()
  const acts = useAgreementView(({ record }) => record.acts)
  const whole = useAgreementView(({ marks }) => marks.whole)
  const leads = useDraftView(({ me }) => may(me.role, 'lead'))
  const isOnline = useDraftView(({ reachable }) => reachable)
  const isSending = useDraftView(({ status }) => 'waiting' in status && status.waiting > 0)
  const [isAsked, setAsked] = useState(false)
  const { ask, refusal, isBusy } = useAsking()
  const frozen = freezeOf(acts)
  const close = () => setAsked(false)
  const act = (work: () => ReturnType<typeof agreement.freeze>) => {
    close()
    void ask(work())
  }
  const cannotFreeze = !isOnline ? words.needsServer : isSending ? words.needsAll : null
  return (
    <section className={css.freeze} data-frozen={frozen !== null || undefined} aria-labelledby="mitzeichnung-paket">
      <h2 id="mitzeichnung-paket" className={css.name}>
        {frozen ? words.done(frozen.name, format.moment(frozen.at, now)) : words.title}
      </h2>
      <p className={css.quiet}>{frozen ? words.frozenHint : leads ? words.intro : words.onlyLead}</p>
      {frozen && frozen.fingerprint !== whole && <p className={css.late}>{words.late}</p>}
      {leads && (
        <Button
          icon={frozen ? LockOpen : PackageCheck}
          busy={isBusy}
          unavailable={frozen ? (isOnline ? null : words.reopenNeedsServer) : cannotFreeze}
          onClick={() => setAsked(true)}
        >
          {isBusy ? words.busy : frozen ? words.reopen : words.act}
        </Button>
      )}
      {refusal !== null && <p role="alert">{words.failed}</p>}
      {isAsked && !frozen && <FreezeDialog onClose={close} onFreeze={() => act(() => agreement.freeze())} />}
      {isAsked && frozen && <ReopenDialog onClose={close} onReopen={() => act(() => agreement.reopen())} />}
    </section>
  )
}
