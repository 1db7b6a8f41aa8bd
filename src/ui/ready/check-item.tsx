import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReadyCheck, ReadyFacts, ReadyRepair } from '../../state/ready/ready-checks.ts'
import { Button } from '../elements/button.tsx'
import { unreachable } from '../elements/unreachable.ts'
import { localDay } from '../team/local-day.ts'
import type { Format } from '../wording/format.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useReadyWords, type ReadyWords } from './words.ts'
import css from './ready.module.css'

const icons = { ready: CircleCheck, attention: TriangleAlert, missing: CircleAlert, unknown: CircleDashed }

interface CheckItemProps {
  check: ReadyCheck
  facts: ReadyFacts
  busy: ReadyRepair | 'checking' | null
  onRepair: (repair: ReadyRepair) => Promise<void>
}

/** One point: a shape, a word and a colour for how it stands, what that means, and what to do about it. */
export const CheckItem = ({ check, facts, busy, onRepair }: CheckItemProps) => {
  const words = useReadyWords()
  const format = useFormat()
  const { name, level, why, repair } = check
  const Icon = icons[level]
  const told: Partial<Record<string, string>> = words.checks[name]
  const details = [measured(name, facts, words, format), told[why]].filter(Boolean).join(' ')
  return (
    <li className={css.check} data-level={level}>
      <Icon size={24} strokeWidth={1.75} aria-hidden="true" />
      <div>
        <h2>
          {words.checks[name].title} <span className={css.level}>{words.levels[level]}</span>
        </h2>
        <p>{details}</p>
        {repair && (
          <Button busy={busy !== null} onClick={() => void onRepair(repair)}>
            {words.repairs[repair]}
          </Button>
        )}
      </div>
    </li>
  )
}

const minuteMs = 60_000

/** What was measured, in a few words; empty where there is nothing to tell. */
const measured = (name: ReadyCheck['name'], facts: ReadyFacts, words: ReadyWords, format: Format): string => {
  switch (name) {
    case 'app':
      return facts.shell && facts.shell.here < facts.shell.all
        ? words.parts(format.number(facts.shell.here), format.number(facts.shell.all))
        : ''
    case 'draft': {
      const { isHere, waiting, lastContactAt } = facts.draft
      if (!isHere) return ''
      const met = lastContactAt === null ? words.neverMet : words.lastContact(format.moment(lastContactAt, facts.now))
      return waiting > 0 ? `${words.waitingHere(waiting, format.number(waiting))} ${met}` : met
    }
    case 'room':
      return facts.freeBytes === null ? '' : words.free(sizeOf(facts.freeBytes, format))
    case 'session':
      return facts.sessionEndsAt ? words.sessionUntil(format.day(localDay(facts.sessionEndsAt))) : ''
    case 'clock': {
      const minutes = Math.round(Math.abs(facts.clockAheadMs ?? 0) / minuteMs)
      return minutes > 1 ? words.clockOff(minutes, (facts.clockAheadMs ?? 0) > 0) : ''
    }
    case 'kept':
      return ''
    default:
      return unreachable(name)
  }
}

const sizeOf = (bytes: number, format: Format): string =>
  bytes >= 1e9 ? `${format.number(Math.round(bytes / 1e8) / 10)} GB` : `${format.number(Math.round(bytes / 1e6))} MB`
