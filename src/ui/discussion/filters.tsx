import ListFilter from 'lucide-react/icons/list-filter'
import { useState } from 'react'
import { remarksOf } from '../../domain/thread-relevance.ts'
import { draftFacts, noSection, wholeDraft, type TalkThread } from '../../state/discussion/read-talk.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { SegmentedChoice } from '../elements/segmented-choice.tsx'
import { discussionWords } from '../wording/discussion.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { everythingOpen, filterThreads, type Filter } from './filter-threads.ts'
import css from './discussion.module.css'

interface FiltersProps {
  threads: readonly TalkThread[]
  filter: Filter
  onChange: (filter: Filter) => void
}

const shows = ['open', 'ours', 'done'] as const

/** What of the discussion is shown. */
export const Filters = ({ threads, filter, onChange }: FiltersProps) => {
  const { filter: words, places } = useWordsOf(discussionWords)
  const format = useFormat()
  const sections = useDraftView(({ call }) => call.sections)
  const [isUnfolded, unfold] = useState(false)
  const titles = new Map([
    [wholeDraft, places.draft],
    [draftFacts, places.facts],
    ...sections.map(({ id, title }) => [id, title] as const),
    [noSection, places.gone],
  ])
  const used = new Set(threads.map(({ at }) => at))
  const organisations = [
    ...new Set(threads.flatMap(({ thread }) => remarksOf(thread).map(({ by }) => by.organisation))),
  ]
  const count = (show: Filter['show']) => filterThreads(threads, { ...everythingOpen, show }, null).length
  return (
    <div className={css.filters}>
      <SegmentedChoice
        legend={words.label}
        legendHidden
        choices={shows.map((value) => ({ value, label: `${words[value]} ${format.number(count(value))}` }))}
        value={filter.show}
        onChange={(show) => onChange({ ...filter, show })}
      />
      <IconButton
        icon={ListFilter}
        label={words.more}
        aria-expanded={isUnfolded}
        onClick={() => {
          unfold(!isUnfolded)
          if (isUnfolded) onChange({ ...filter, at: null, organisation: null })
        }}
      />
      {isUnfolded && (
        <div className={css.choices}>
          <Choice
            label={words.section}
            all={words.all}
            value={filter.at}
            choices={[...titles].filter(([at]) => used.has(at))}
            onChange={(at) => onChange({ ...filter, at })}
          />
          <Choice
            label={words.organisation}
            all={words.all}
            value={filter.organisation}
            choices={organisations.map((name) => [name, name])}
            onChange={(organisation) => onChange({ ...filter, organisation })}
          />
        </div>
      )}
    </div>
  )
}

interface ChoiceProps {
  label: string
  all: string
  value: string | null
  choices: readonly (readonly [string, string])[]
  onChange: (value: string | null) => void
}

const Choice = ({ label, all, value, choices, onChange }: ChoiceProps) => (
  <label className={css.choice}>
    {label}
    <select value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
      <option value="">{all}</option>
      {choices.map(([of, name]) => (
        <option key={of} value={of}>
          {name}
        </option>
      ))}
    </select>
  </label>
)
