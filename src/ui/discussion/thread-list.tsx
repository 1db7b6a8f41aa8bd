import Clock from 'lucide-react/icons/clock-3'
import { useCallback, useState } from 'react'
import { useStore } from 'zustand'
import type { DraftTalk } from '../../state/discussion/draft-talk.ts'
import { draftFacts, noSection, wholeDraft, type TalkThread } from '../../state/discussion/read-talk.ts'
import { TextButton } from '../elements/button.tsx'
import { discussionWords } from '../wording/discussion.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { useScreenView } from '../draft/screen.ts'
import { useTalkView } from '../draft/talk-view.ts'
import { AllSuggestions } from '../suggesting/all-suggestions.tsx'
import { ShownInText } from '../suggesting/shown-in-text.tsx'
import { filterThreads, everythingOpen } from './filter-threads.ts'
import { Filters } from './filters.tsx'
import { ThreadCard } from './thread-card.tsx'
import { useGoToThread } from './go-to-thread.ts'
import css from './discussion.module.css'

/** Everything that was said, by its place on the page. */
export const ThreadList = ({ talk }: { talk: DraftTalk }) => {
  const words = useWordsOf(discussionWords)
  const threads = useTalkView((view) => view.threads)
  const unread = useTalkView((view) => view.unread)
  const newer = useTalkView((view) => view.newer)
  const whyNot = useTalkView((view) => view.whyNot)
  const waiting = useStore(talk.discussion.view, (view) => view.waiting)
  // While the server answers, waiting is a matter of moments and no news.
  const isAway = useDraftView(({ status }) => status.name !== 'live' && status.name !== 'sending')
  const inHand = useScreenView((view) => view.thread)
  const [filter, setFilter] = useState(everythingOpen)
  const goTo = useGoToThread(talk)
  const open = useCallback((id: string) => goTo(id, 'card'), [goTo])
  const shown = filterThreads(threads, filter, inHand)
  const openOnes = threads.filter(({ isOpen }) => isOpen).map(({ thread }) => thread.id)
  const isFiltered = filter.at !== null || filter.organisation !== null
  return (
    <>
      <Filters threads={threads} filter={filter} onChange={setFilter} />
      {unread > 0 && (
        <p className={css.unread}>
          <span>{words.unread(unread)}</span>
          <TextButton onClick={() => talk.see(threads.flatMap((each) => each.unread))}>{words.allRead}</TextButton>
        </p>
      )}
      <div className={css.inText}>
        <ShownInText discussion={talk.discussion} />
      </div>
      <AllSuggestions discussion={talk.discussion} />
      {isAway && waiting > 0 && (
        <p className={css.waiting}>
          <Clock size={16} strokeWidth={2} />
          {words.waiting(waiting)}
        </p>
      )}
      {whyNot !== null && <p className={css.remark}>{words[whyNot]}</p>}
      {shown.length === 0 && (
        <p className={css.empty}>{isFiltered ? words.empty.filtered : words.empty[filter.show]}</p>
      )}
      {byPlace(shown).map(([at, there]) => (
        <div key={at} className={css.group}>
          <PlaceTitle at={at} />
          <ol className={css.list}>
            {there.map((each) => (
              <li key={each.thread.id}>
                <ThreadCard
                  talk={talk}
                  each={each}
                  position={openOnes.indexOf(each.thread.id) + 1}
                  count={openOnes.length}
                  onOpen={open}
                />
              </li>
            ))}
          </ol>
        </div>
      ))}
      {newer > 0 && <p className={css.remark}>{words.newer(newer)}</p>}
    </>
  )
}

const PlaceTitle = ({ at }: { at: string }) => {
  const { places } = useWordsOf(discussionWords)
  const title = useDraftView(({ call }) => call.sections.find(({ id }) => id === at)?.title)
  const named: Readonly<Record<string, string>> = {
    [wholeDraft]: places.draft,
    [draftFacts]: places.facts,
    [noSection]: places.gone,
  }
  return <h3 className={css.place}>{named[at] ?? title}</h3>
}

const byPlace = (threads: readonly TalkThread[]): [string, TalkThread[]][] => {
  const places = new Map<string, TalkThread[]>()
  for (const each of threads) {
    const there = places.get(each.at)
    if (there) there.push(each)
    else places.set(each.at, [each])
  }
  return [...places]
}
