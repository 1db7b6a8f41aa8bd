import { Fragment } from 'react'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import type { CallSector } from '../../domain/call.ts'
import { missingSectors } from '../../domain/section-progress.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { SectorName } from '../elements/sector-mark.tsx'
import { useWording } from '../wording/use-wording.ts'
import css from './sectors-hint.module.css'

/** Whether the compulsory sides and enough organisations are there. Said calmly: nothing depends on it yet. */
export const SectorsHint = () => {
  const { team } = useWording()
  const { required, missing, count, minimum } = useDraftView(({ call, partners }) => {
    const named = partners.filter(({ name }) => name.trim() !== '')
    return {
      required: call.partners.sectors.filter((sector) => sector.required),
      missing: missingSectors(
        call,
        named.flatMap(({ sector }) => sector ?? []),
      ),
      count: named.length,
      minimum: call.partners.minimum,
    }
  })
  const isComplete = missing.length === 0 && count >= minimum
  const Icon = isComplete ? CircleCheck : CircleDashed
  const there = required.length === 1 ? team.oneSector : required.length === 2 ? team.bothSectors : team.allSectors
  return (
    <div className={css.hint}>
      <Icon size={18} strokeWidth={1.75} className={isComplete ? css.complete : undefined} />
      <div>
        {required.length > 0 && (
          <p>
            {missing.length === 0 ? there : missing.length === 1 ? team.missingSector : team.missingSectors}{' '}
            <Sides sectors={missing.length === 0 ? required : missing} />
          </p>
        )}
        <p>{team.organisations(count, minimum)}</p>
      </div>
    </div>
  )
}

const Sides = ({ sectors }: { sectors: readonly CallSector[] }) => {
  const { team } = useWording()
  return (
    <>
      {sectors.map((sector, index) => (
        <Fragment key={sector.id}>
          {index > 0 && (index === sectors.length - 1 ? ` ${team.and} ` : ', ')}
          <strong className={css.side}>
            <SectorName sector={sector.id}>{sector.label}</SectorName>
          </strong>
        </Fragment>
      ))}
      .
    </>
  )
}
