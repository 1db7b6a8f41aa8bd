import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import { SectorName } from '../../elements/sector-mark.tsx'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { CertaintyButton } from '../certainty-button.tsx'
import { useDraftView } from '../draft-context.ts'
import { missingFacts } from './missing-facts.ts'
import css from './partners-editor.module.css'

/** Which compulsory sides are still missing and how many organisations, said calmly: nothing is refused for it. */
export const PartnersCheck = () => {
  const words = useWording().draft.partners
  const format = useFormat()
  const rule = useDraftView(({ call }) => call.partners)
  const { sectors, organisations } = useDraftView(({ call, facts, partners }) => {
    const missing = missingFacts(call, facts, partners)
    return { sectors: missing.sectors, organisations: missing.organisations }
  })
  const isComplete = sectors.length === 0 && organisations === 0
  const Icon = isComplete ? CircleCheck : CircleDashed
  return (
    <div className={css.check}>
      <Icon size={18} strokeWidth={1.75} className={isComplete ? css.complete : undefined} />
      <p>
        {isComplete && words.complete}
        {sectors.length > 0 && (
          <span>
            {sectors.length === 1 ? words.missingSector : words.missingSectors}{' '}
            {sectors.map((sector) => (
              <strong key={sector.id} className={css.sector}>
                <SectorName sector={sector.id}>{sector.label}</SectorName>
              </strong>
            ))}
          </span>
        )}{' '}
        {organisations > 0 && (
          <span>{words.tooFew(format.number(rule.minimum - organisations), format.number(rule.minimum))}</span>
        )}
      </p>
      <CertaintyButton label={words.title} certainty={rule.certainty} />
    </div>
  )
}
