import { isSameName } from '../../domain/partner.ts'
import { may } from '../../domain/role.ts'
import type { Signatory } from '../../domain/sign-off.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { useAsking } from '../team/use-asking.ts'
import { agreementWords } from '../wording/agreement.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './agreement.module.css'

/** Whose word is awaited; where nobody may give it yet, who leads says who may. */
export const WhoMayAgree = ({ signatory: { name, signers } }: { signatory: Signatory }) => {
  const words = useWordsOf(agreementWords)
  const format = useFormat()
  const mayLead = useDraftView(({ me, reachable }) => may(me.role, 'lead') && me.memberId !== null && reachable)
  if (signers.length > 0) return <p>{words.mayBeBy(format.list(signers.map((each) => each.name)))}</p>
  return (
    <>
      <p>{words.mayBeByNobody}</p>
      {mayLead ? <Appoint organisation={name} /> : <p className={css.quiet}>{words.leadSays}</p>}
    </>
  )
}

const Appoint = ({ organisation }: { organisation: string }) => {
  const words = useWordsOf(agreementWords)
  const draft = useDraft()
  const { ask, refusal, isBusy } = useAsking()
  const people = useDraftView(({ members }) => members.filter((each) => isSameName(each.organisation, organisation)))
  if (people.length === 0) return <p className={css.quiet}>{words.invite}</p>
  return (
    <>
      <select
        className={css.select}
        aria-label={words.chooseWho(organisation)}
        value=""
        aria-busy={isBusy}
        onChange={(event) => void ask(draft.team.changeSigning(event.target.value, 'authorised'))}
      >
        <option value="">{words.choose}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {refusal !== null && <p role="alert">{words.notAppointed}</p>}
    </>
  )
}
