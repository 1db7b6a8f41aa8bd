import { askedTicks } from '../../../domain/check-ticks.ts'
import { tickName } from '../../../domain/tick.ts'
import { useWording } from '../../wording/use-wording.ts'
import { useDraftView } from '../draft-context.ts'
import { RailItem } from './rail-item.tsx'
import { useOpenCheck } from './use-open-check.ts'

/** What the organisations have to declare, as a last place of the list; it lies among the rules that are checked. */
export const DeclarationsItem = ({ onChosen }: { onChosen: (() => void) | undefined }) => {
  const { draft } = useWording()
  const openCheck = useOpenCheck()
  const { made, all } = useDraftView(({ call, partners, ticked }) => {
    const asked = askedTicks(call, partners).declarations
    return { made: asked.filter(({ tick }) => ticked.includes(tickName(tick))).length, all: asked.length }
  })
  const hasAny = useDraftView(({ call }) => call.declarations.length > 0)
  if (!hasAny) return null
  const open = () => {
    onChosen?.()
    openCheck('declarations')
  }
  return (
    <RailItem
      title={draft.declarations}
      progress={made === 0 ? 'empty' : made === all ? 'done' : 'begun'}
      share={made / Math.max(1, all)}
      words={all === 0 ? draft.stillEmpty : draft.countOf(String(made), String(all))}
      waiting={0}
      isChanged={false}
      isCurrent={false}
      isApart
      onPress={open}
    />
  )
}
