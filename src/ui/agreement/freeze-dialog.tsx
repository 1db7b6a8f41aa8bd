import { missingAgreements, standingOf, type Signatory } from '../../domain/sign-off.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { agreementWords } from '../wording/agreement.ts'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useOpenPoints } from './open-points.tsx'
import { useSignatories } from './signatories.tsx'
import { useAgreementView } from './use-agreement.ts'
import css from './agreement.module.css'

/** Says what is still missing; it can be frozen all the same, for the deadline waits for nobody. */
export const FreezeDialog = ({ onClose, onFreeze }: { onClose: () => void; onFreeze: () => void }) => {
  const words = useWordsOf(agreementWords).freeze
  const { elements } = useWording()
  const format = useFormat()
  const signatories = useSignatories()
  const acts = useAgreementView(({ record }) => record.signOffs)
  const fingerprint = useAgreementView(({ marks }) => marks.whole)
  const points = useOpenPoints()
  const missing = missingAgreements(acts, signatories, fingerprint)
  const reserved = signatories.filter(({ name }) => {
    const standing = standingOf(acts, name, { sectionId: null, fingerprint })
    return standing.name === 'agreed' && standing.act.kind === 'reserve'
  })
  const isComplete = missing.length === 0 && points.length === 0
  const names = (each: readonly Signatory[]) => format.list(each.map(({ name }) => name))
  return (
    <Dialog
      title={words.dialog}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{elements.cancel}</Button>
          <Button kind="primary" onClick={onFreeze}>
            {isComplete ? words.now : words.anywayNow}
          </Button>
        </>
      }
    >
      <div className={css.dialog}>
        <p>{words.intro}</p>
        {missing.length > 0 && <p>{words.missing(names(missing))}</p>}
        {reserved.length > 0 && <p>{words.reserved(names(reserved))}</p>}
        {points.length > 0 && <p>{words.open(points.length)}</p>}
        {!isComplete && <p>{words.anyway}</p>}
        {isComplete && reserved.length === 0 && <p>{words.complete}</p>}
      </div>
    </Dialog>
  )
}
