import ChevronLeft from 'lucide-react/icons/chevron-left'
import { Link } from 'wouter'
import { maySuggestIn } from '../../../state/suggesting/may-suggest.ts'
import { IconButton } from '../../elements/icon-button.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { factsPlace, useScreen, useScreenView } from '../screen.ts'
import { useDraftView } from '../draft-context.ts'
import { useHasRoom } from '../talk-view.ts'
import { BarMenu } from './bar-menu.tsx'
import { useDeadlineWords } from './use-deadline-words.ts'
import css from './phone.module.css'

/** The phone's title bar: in the text it names the section and leads back to the list, elsewhere it names the draft. */
export const PhoneTitle = () => {
  const tab = useScreenView((screen) => screen.tab)
  return tab === 'text' ? <PlaceTitle /> : <DraftTitle />
}

const PlaceTitle = () => {
  const { draft } = useWording()
  const screen = useScreen()
  const place = useScreenView((view) => view.place)
  const title = useDraftView((view) => view.title) || draft.untitled
  const call = useDraftView((view) => view.call)
  const hasRoom = useHasRoom()
  const right = useDraftView((view) => {
    const here = view.sections.find(({ section }) => section.id === place)
    if (here ? here.whyNot === null : view.mayWrite) return null
    return hasRoom && maySuggestIn(view, place) ? draft.suggestOnly : draft.readOnly
  })
  const index = call.sections.findIndex(({ id }) => id === place)
  const section = call.sections[index]
  const where = section ? draft.section.number(index + 1, call.sections.length) : call.shortTitle
  return (
    <header className={css.title}>
      <IconButton
        icon={ChevronLeft}
        label={draft.toSections}
        onClick={() => screen.view.setState({ tab: 'sections' })}
      />
      <div className={css.words}>
        <h1>{place === factsPlace || !section ? draft.facts : section.title}</h1>
        <p>
          {right !== null && `${right} · `}
          {title} · {where}
        </p>
      </div>
      <BarMenu />
    </header>
  )
}

const DraftTitle = () => {
  const { draft } = useWording()
  const title = useDraftView((view) => view.title) || draft.untitled
  const call = useDraftView((view) => view.call)
  const deadline = useDeadlineWords(call)
  return (
    <header className={css.title}>
      <Link href="/" className={css.back ?? ''} aria-label={draft.back}>
        <ChevronLeft size={20} strokeWidth={1.75} />
      </Link>
      <div className={css.words}>
        <h1>{title}</h1>
        <p>
          {call.shortTitle} · {deadline}
        </p>
      </div>
      <BarMenu />
    </header>
  )
}
