import Clock from 'lucide-react/icons/clock'
import History from 'lucide-react/icons/history'
import Stamp from 'lucide-react/icons/stamp'
import Tag from 'lucide-react/icons/tag'
import { useStore } from 'zustand'
import type { DraftVersions } from '../../../state/versions/draft-versions.ts'
import type { VersionEntry } from '../../../state/versions/version-shelf.ts'
import { Button } from '../../elements/button.tsx'
import { Note } from '../../elements/note.tsx'
import { SectorName } from '../../elements/sector-mark.tsx'
import { useNow } from '../../elements/use-now.ts'
import { historyWords } from '../../wording/history.ts'
import { useFormat } from '../../wording/use-wording.ts'
import { useWordsOf } from '../../wording/words-of.ts'
import { useDraftView } from '../draft-context.ts'
import { ShowAuthors } from './author-shares.tsx'
import { NameVersion } from './name-version.tsx'
import { useVersionName } from './version-name.ts'
import css from './history.module.css'

const signs = { named: Tag, automatic: Clock, agreement: Stamp }

interface VersionListProps {
  versions: DraftVersions
  /** With the id of the version to compare with now. */
  onCompare: (id: string) => void
}

/** Every version, newest first, and naming a new one. */
export const VersionList = ({ versions, onCompare }: VersionListProps) => {
  const words = useWordsOf(historyWords)
  const { entries, isFresh, isKept } = useStore(versions.view)
  const mayWrite = useDraftView((view) => view.mayWrite)
  const isReachable = useDraftView((view) => view.reachable)
  return (
    <div className={css.history}>
      <p className={css.quiet}>{words.intro}</p>
      {mayWrite && <NameVersion versions={versions} />}
      <ShowAuthors />
      {!isReachable && !isFresh && (
        <Note icon={History} kind="aside" live>
          {words.offline}
        </Note>
      )}
      {!isKept && (
        <Note icon={History} live>
          {words.memory}
        </Note>
      )}
      {entries.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <ol className={css.list}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} onCompare={onCompare} />
          ))}
        </ol>
      )}
    </div>
  )
}

const Entry = ({ entry, onCompare }: { entry: VersionEntry; onCompare: (id: string) => void }) => {
  const words = useWordsOf(historyWords)
  const format = useFormat()
  const now = useNow()
  const nameOf = useVersionName()
  const isReachable = useDraftView((view) => view.reachable)
  const Sign = signs[entry.kind]
  const moment = format.moment(entry.madeAt, now)
  const isReadable = entry.isHere || isReachable
  return (
    <li className={css.entry} data-kind={entry.kind}>
      <Sign size={18} strokeWidth={1.75} aria-hidden="true" />
      <h3>{nameOf(entry)}</h3>
      <p className={css.quiet}>
        <time dateTime={new Date(entry.madeAt).toISOString()}>{moment}</time>
        {entry.by ? (
          <SectorName sector={entry.by.sector}>
            {entry.by.name}, {entry.by.organisation}
          </SectorName>
        ) : (
          <span>{entry.isOwn ? words.byDevice : words.byServer}</span>
        )}
      </p>
      <State entry={entry} />
      {!entry.isErased && (
        <Button
          kind="quiet"
          aria-label={words.compareOf(nameOf(entry), moment)}
          unavailable={isReadable ? null : words.notHere}
          onClick={() => onCompare(entry.id)}
        >
          {words.compareWithNow}
        </Button>
      )}
    </li>
  )
}

const State = ({ entry: { isErased, isWaiting, refusal } }: { entry: VersionEntry }) => {
  const words = useWordsOf(historyWords)
  if (isErased) return <p className={css.quiet}>{words.erased}</p>
  if (refusal !== null) {
    return <p className={css.quiet}>{refusal === 'versions-full' ? words.refusedFull : words.refused}</p>
  }
  if (!isWaiting) return null
  return (
    <p className={css.waiting}>
      <Clock size={14} strokeWidth={2} aria-hidden="true" /> {words.waiting}
    </p>
  )
}
