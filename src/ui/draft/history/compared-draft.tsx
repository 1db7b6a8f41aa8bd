import type { DraftVersions } from '../../../state/versions/draft-versions.ts'
import { now as present } from '../../../state/versions/draft-versions.ts'
import type { Comparison, SectionComparison } from '../../../state/versions/version-text.ts'
import { countWords } from '../../../domain/text-comparison.ts'
import { historyWords } from '../../wording/history.ts'
import { useFormat } from '../../wording/use-wording.ts'
import { useWordsOf } from '../../wording/words-of.ts'
import { ComparedFacts } from './compared-facts.tsx'
import { ComparedText } from './compared-text.tsx'
import { RestoreButton } from './restore-button.tsx'
import css from './history.module.css'

export type Layout = 'inline' | 'beside'

interface ComparedDraftProps {
  comparison: Comparison
  layout: Layout
  showsSame: boolean
  versions: DraftVersions
  /** The earlier of the two, which can be brought back. */
  before: string
}

/** What differs, section by section; what does not is named at the end, or shown in its place. */
export const ComparedDraft = ({ comparison, layout, showsSame, versions, before }: ComparedDraftProps) => {
  const words = useWordsOf(historyWords)
  const format = useFormat()
  const { sections, facts } = comparison
  const isSame = ({ isChanged, isReformatted }: SectionComparison) => !isChanged && !isReformatted
  const unchanged = sections.filter(isSame)
  const differs = unchanged.length < sections.length || facts.length > 0
  return (
    <>
      {!differs && <p>{words.same}</p>}
      <ComparedFacts facts={facts} />
      {(showsSame ? sections : sections.filter((section) => !isSame(section))).map((section) => (
        <section key={section.sectionId} className={css.section}>
          <h3>{section.title}</h3>
          <Sum section={section} />
          <ComparedText blocks={section.blocks} layout={layout} showsSame={showsSame} />
          {before !== present && !isSame(section) && (
            <RestoreButton versions={versions} version={before} section={section} />
          )}
        </section>
      ))}
      {!showsSame && differs && unchanged.length > 0 && (
        <p className={css.quiet}>{words.unchanged(format.list(unchanged.map(({ title }) => title)))}</p>
      )}
      {before !== present && differs && <RestoreButton versions={versions} version={before} section={null} />}
    </>
  )
}

const Sum = ({ section }: { section: SectionComparison }) => {
  const words = useWordsOf(historyWords)
  const format = useFormat()
  if (section.isReformatted) return <p className={css.quiet}>{words.onlyFormats}</p>
  if (!section.isChanged) return null
  const { fresh, gone } = countWords(section.blocks)
  const count = (number: number) => words.wordCount(number, format.number(number))
  return <p className={css.quiet}>{words.words(count(fresh), count(gone))}</p>
}
