import type { CallSection } from '../../../domain/call.ts'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { factsPlace, useScreenView } from '../screen.ts'
import { useDraftView } from '../draft-context.ts'
import { countMissing, missingFacts } from '../facts/missing-facts.ts'
import { useGoToPlace } from '../go-to-place.ts'
import { useSectionPart } from '../section-view.ts'
import { OpenThreads } from '../talk-button.tsx'
import { DeclarationsItem } from './declarations-item.tsx'
import { PresenceShapes } from './presence-shapes.tsx'
import { useWidth } from './use-width.ts'
import { RailFilter, useShownSections } from './rail-filter.tsx'
import { RailItem } from './rail-item.tsx'
import css from './rail.module.css'

/** All places of the page with how far each is; the column beside the sheet, and the phone's "Abschnitte". */
export const Rail = ({ onChosen }: { onChosen?: () => void }) => {
  const { draft } = useWording()
  const sections = useShownSections()
  const isOnline = useDraftView((view) => view.reachable)
  const goTo = useGoToPlace()
  const width = useWidth()
  const choose = (place: string) => {
    onChosen?.()
    // On a phone the focus would bring the keyboard before anyone has read the section.
    goTo(place, { focus: width !== 'phone' })
  }
  return (
    <nav className={css.rail} aria-labelledby="abschnitte">
      <RailHead />
      <RailFilter />
      <ol className={css.places}>
        <FactsItem onPress={() => choose(factsPlace)} />
        {sections.map((section) => (
          <SectionItem key={section.id} section={section} onPress={() => choose(section.id)} />
        ))}
        {sections.length === 0 && <li className={css.none}>{draft.filter.none}</li>}
        <DeclarationsItem onChosen={onChosen} />
      </ol>
      {!isOnline && <p className={css.remark}>{draft.noPresenceOffline}</p>}
    </nav>
  )
}

/** Required sections only: what is voluntary must not look like a debt. */
const RailHead = () => {
  const { draft } = useWording()
  const { done, all } = useDraftView(({ sections }) => {
    const required = sections.filter(({ section }) => section.required)
    return { done: required.filter(({ progress }) => progress === 'done').length, all: required.length }
  })
  return (
    <div className={css.head}>
      <h2 id="abschnitte">{draft.sections}</h2>
      <span>{draft.doneOf(done, all)}</span>
    </div>
  )
}

/** Who else is at a place, and how much is said about it. */
const Others = ({ place }: { place: string }) => (
  <span className={css.others}>
    <PresenceShapes sectionId={place} />
    <OpenThreads place={place} />
  </span>
)

const FactsItem = ({ onPress }: { onPress: () => void }) => {
  const { draft } = useWording()
  const isCurrent = useScreenView(({ place }) => place === factsPlace)
  const { missing, filled, asked } = useDraftView(({ call, facts, partners }) => ({
    missing: countMissing(missingFacts(call, facts, partners)),
    filled: facts.size + partners.length,
    asked: call.fields.length + call.partners.minimum,
  }))
  const isChanged = useDraftView(({ meanwhile }) => (meanwhile?.facts.length ?? 0) > 0)
  return (
    <RailItem
      title={draft.facts}
      progress={missing === 0 ? 'done' : filled === 0 ? 'empty' : 'begun'}
      share={filled / asked}
      words={missing === 0 ? null : draft.factsOpen(missing)}
      waiting={0}
      isChanged={isChanged}
      isCurrent={isCurrent}
      onPress={onPress}
      presence={<Others place={factsPlace} />}
    />
  )
}

const SectionItem = ({ section, onPress }: { section: CallSection; onPress: () => void }) => {
  const { draft } = useWording()
  const format = useFormat()
  const isCurrent = useScreenView(({ place }) => place === section.id)
  const count = useSectionPart(section.id, 'count') ?? 0
  const progress = useSectionPart(section.id, 'progress') ?? 'empty'
  const status = useSectionPart(section.id, 'status') ?? 'open'
  // While the server answers, waiting is a matter of moments and no news.
  const isOffline = useDraftView((view) => view.status.name !== 'live' && view.status.name !== 'sending')
  const waiting = useSectionPart(section.id, 'waiting') ?? 0
  const isChanged = useDraftView(
    ({ meanwhile }) => meanwhile?.sections.some(({ sectionId }) => sectionId === section.id) ?? false,
  )
  const isClosed = useDraftView(({ work }) => (work.get(section.id)?.closing ?? null) !== null)
  const empty = section.required ? draft.stillEmpty : draft.voluntary
  return (
    <RailItem
      title={section.title}
      progress={progress}
      share={count / section.maxCharacters}
      status={status === 'open' && count === 0 ? null : status}
      words={count === 0 ? empty : draft.countOf(format.number(count), format.number(section.maxCharacters))}
      waiting={isOffline ? waiting : 0}
      isChanged={isChanged}
      isClosed={isClosed}
      isCurrent={isCurrent}
      onPress={onPress}
      presence={<Others place={section.id} />}
    />
  )
}
