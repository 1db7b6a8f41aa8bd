import { memo } from 'react'
import type { CallSection } from '../../../domain/call.ts'
import { useWording } from '../../wording/use-wording.ts'
import { CertaintyButton } from '../certainty-button.tsx'
import { useScreenView } from '../screen.ts'
import { placeElementId } from '../go-to-place.ts'
import { TalkButton } from '../talk-button.tsx'
import { SectionMeter } from './section-meter.tsx'
import { SectionText } from './section-text.tsx'
import { SectionWork } from './section-work.tsx'
import css from './section.module.css'

/** One section of the page: title, guiding question, text, count. Nothing here draws again while someone types. */
export const Section = memo(({ section, number }: { section: CallSection; number: number }) => {
  const { draft } = useWording()
  const isCurrent = useScreenView(({ place }) => place === section.id)
  const id = placeElementId(section.id)
  return (
    <section id={id} className={css.section} aria-labelledby={`${id}-titel`} data-current={isCurrent}>
      <header className={css.header}>
        <h2 id={`${id}-titel`} className={css.title}>
          <span className={css.number} aria-hidden="true">
            {number}
          </span>
          {section.title}
        </h2>
        <span className={css.remarks}>
          {!section.required && <span className={css.voluntary}>{draft.voluntary}</span>}
          <TalkButton about={{ on: 'section', section: section.id }} name={section.title} />
          <CertaintyButton label={section.title} certainty={section.certainty} source={section.source} />
        </span>
      </header>
      <p id={`${id}-frage`} className={css.question}>
        {section.question}
      </p>
      <SectionWork sectionId={section.id} title={section.title} closedId={`${id}-geschlossen`} />
      <SectionText
        sectionId={section.id}
        label={section.title}
        describedBy={`${id}-frage ${id}-geschlossen ${id}-zeichen`}
      />
      <SectionMeter sectionId={section.id} limit={section.maxCharacters} id={`${id}-zeichen`} />
    </section>
  )
})
Section.displayName = 'Section'
