import Info from 'lucide-react/icons/info'
import type { Refusal } from '../../domain/refusal.ts'
import { TextButton } from '../elements/button.tsx'
import { Note } from '../elements/note.tsx'
import { agreementWords } from '../wording/agreement.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useAgreement, useAgreementView } from './use-agreement.ts'

/** What was said here and the server did not take, each with why, until somebody has read it. */
export const RefusedActs = () => {
  const words = useWordsOf(agreementWords)
  const agreement = useAgreement()
  const own = useAgreementView((view) => view.own)
  const why = (refusal: Refusal) =>
    (words.refusals as Partial<Record<Refusal, string>>)[refusal] ?? words.refusals.other
  return own.map(
    ({ said: { id }, refusal }) =>
      refusal !== null && (
        <Note key={id} icon={Info} kind="wash" live>
          <strong>{words.refusedTitle}.</strong> {why(refusal)}{' '}
          <TextButton onClick={() => void agreement.forget(id)}>{words.understood}</TextButton>
        </Note>
      ),
  )
}
