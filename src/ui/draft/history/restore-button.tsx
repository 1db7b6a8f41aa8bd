import { useEffect, useRef, useState } from 'react'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import { useStore } from 'zustand'
import type { DraftVersions } from '../../../state/versions/draft-versions.ts'
import type { SectionComparison } from '../../../state/versions/version-text.ts'
import { Button } from '../../elements/button.tsx'
import { historyWords } from '../../wording/history.ts'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { useWordsOf } from '../../wording/words-of.ts'
import { useDraftView } from '../draft-context.ts'
import { useVersionName } from './version-name.ts'
import css from './history.module.css'

interface RestoreButtonProps {
  versions: DraftVersions
  /** The version to bring back. */
  version: string
  /** The section; null for everything. */
  section: Pick<SectionComparison, 'sectionId' | 'title'> | null
}

/** Makes a section, or everything, read as in a version again, once somebody has said so twice. */
export const RestoreButton = ({ versions, version, section }: RestoreButtonProps) => {
  const words = useWordsOf(historyWords)
  const { elements } = useWording()
  const mayWrite = useDraftView((view) => view.mayWrite)
  const isFree = useDraftView(({ sections }) =>
    sections.some(({ section: { id }, whyNot }) => whyNot === null && (section === null || section.sectionId === id)),
  )
  const name = useNameOf(versions, version)
  const [isAsking, ask] = useState(false)
  const restore = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAsking) restore.current?.focus()
  }, [isAsking])
  if (!isAsking) {
    return (
      <Button
        kind={section ? 'quiet' : 'secondary'}
        icon={RotateCcw}
        unavailable={mayWrite ? (isFree ? null : words.closed) : words.mayNot}
        {...(section && { 'aria-label': words.restoreSectionOf(section.title) })}
        onClick={() => ask(true)}
      >
        {section ? words.restoreSection : words.restoreAll}
      </Button>
    )
  }
  return (
    <div className={css.asking}>
      <p>{section ? words.askSection(section.title, name) : words.askAll(name)}</p>
      <p className={css.quiet}>{words.askHint}</p>
      <div className={css.buttons}>
        <Button onClick={() => ask(false)}>{elements.cancel}</Button>
        <Button
          ref={restore}
          kind="primary"
          onClick={() => {
            ask(false)
            versions.restore(version, section?.sectionId ?? null).catch(reportError)
          }}
        >
          {words.restore}
        </Button>
      </div>
    </div>
  )
}

const useNameOf = (versions: DraftVersions, id: string): string => {
  const format = useFormat()
  const nameOf = useVersionName()
  const entry = useStore(versions.view, ({ entries }) => entries.find((each) => each.id === id))
  return entry ? entry.name || `${nameOf(entry)}, ${format.time(entry.madeAt)}` : ''
}
