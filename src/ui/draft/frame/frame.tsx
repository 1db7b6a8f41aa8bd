import { Suspense, useRef, useState } from 'react'
import { useDocumentTitle } from '../../elements/page-title.tsx'
import { createPart } from '../../part.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { useFreshTeam } from '../../team/use-fresh-team.ts'
import { LostAccess } from '../../team/lost-access.tsx'
import { RescueNotice } from '../../team/rescue-notice.tsx'
import { Printing } from '../../export/printing.tsx'
import { useScreenView } from '../screen.ts'
import { useDraftView } from '../draft-context.ts'
import { Facts } from '../facts/facts.tsx'
import { LinkDialog } from '../text/link-dialog.tsx'
import { Section } from '../text/section.tsx'
import { Suggestions } from '../text/suggesting.tsx'
import { Toolbar } from '../text/toolbar.tsx'
import { useFollowScroll } from '../use-follow-scroll.ts'
import { useLeaveWarning } from '../use-leave-warning.ts'
import { useSectionKeys } from '../use-section-keys.ts'
import { Bar } from './bar.tsx'
import { Completeness } from './completeness.tsx'
import { Dialogs } from './dialogs.tsx'
import { Discussion, DiscussionSheet } from './discussion.tsx'
import { DraftFile } from './draft-file.tsx'
import { DraftNotes } from './draft-notes.tsx'
import { DraftStatus } from './draft-status.tsx'
import { AuthorMarks, History, useHistoryShown } from './history.tsx'
import { MeanwhileReview, useReviewing } from './meanwhile.tsx'
import { PhoneBottom } from './phone-bottom.tsx'
import { PhoneSteps } from './phone-steps.tsx'
import { PresentHere } from './presence-shapes.tsx'
import { PhoneTitle } from './phone-title.tsx'
import { Rail } from './rail.tsx'
import { SidePanel } from './side-panel.tsx'
import { useDrawnSections } from './use-drawn-sections.ts'
import { useKeyboardInset } from './use-keyboard-inset.ts'
import { useWidth } from './use-width.ts'
import css from './frame.module.css'

const TeamPage = createPart(() => import('../../team/team-page.tsx').then((module) => module.TeamPage))

/** Desk, sheet, margin: the workspace around the page, in the form there is room for. */
export const Frame = () => {
  const { draft } = useWording()
  const width = useWidth()
  const isPhone = width === 'phone'
  const hasRail = width === 'desktop' || width === 'wide'
  const tab = useScreenView((screen) => (isPhone ? screen.tab : 'text'))
  const isReviewing = useReviewing()
  const isHistoryShown = useHistoryShown()
  const isTalkShown = useScreenView((screen) => screen.isDiscussionShown && screen.tab === 'text') && width !== 'wide'
  const [isListOpen, setListOpen] = useState(false)
  // On a phone the list is a page of its own, elsewhere it stands beside the text.
  const List = isPhone ? 'main' : 'div'
  const frame = useRef<HTMLDivElement>(null)
  useDocumentTitle(useDraftView((view) => view.title) || draft.untitled)
  useKeyboardInset(frame, isPhone)
  useFollowScroll(!isPhone)
  useSectionKeys()
  useLeaveWarning()
  useFreshTeam()

  return (
    <div ref={frame} className={css.frame} data-width={width} data-talk={isTalkShown}>
      <a href="#text" className={css.skip}>
        {draft.skipToText}
      </a>
      {isPhone ? (
        <PhoneTitle />
      ) : (
        <Bar list={width === 'tablet' ? { isOpen: isListOpen, toggle: () => setListOpen(!isListOpen) } : null} />
      )}
      {isPhone && (
        <section className={css.strip} aria-label={draft.safety}>
          <DraftStatus form="strip" />
          {tab === 'text' && <PresentHere />}
        </section>
      )}
      {width === 'tablet' && (
        <section className={css.strip} aria-label={draft.safety}>
          <div className={css.status}>
            <DraftStatus form="bar" />
          </div>
          <Toolbar className={css.toolbar} />
        </section>
      )}
      {(hasRail || (width === 'tablet' && isListOpen) || tab === 'sections') && (
        <List className={css.list} id="abschnitte-liste">
          <Rail onChosen={() => setListOpen(false)} />
        </List>
      )}
      {/* Editors stay mounted while another view of the phone is shown: caret and undo history survive. */}
      <main id="text" tabIndex={-1} className={css.middle} hidden={tab !== 'text'}>
        {hasRail && (
          <div className={css.tools}>
            <Toolbar className={css.toolbar} />
          </div>
        )}
        <Page isPhone={isPhone} />
        {isPhone && <PhoneSteps />}
      </main>
      {tab === 'check' && (
        <main className={css.check}>
          <Completeness />
        </main>
      )}
      {tab === 'team' && (
        <Suspense>
          <TeamPage />
        </Suspense>
      )}
      {isReviewing ? <MeanwhileReview /> : isHistoryShown ? <History /> : width === 'wide' && <SidePanel />}
      {isTalkShown && <DiscussionSheet />}
      <Discussion />
      {isPhone && <PhoneBottom />}
      <LinkDialog />
      <Dialogs isPhone={isPhone} />
      <LostAccess />
      <DraftFile />
      <RescueNotice />
      <AuthorMarks />
      <Suggestions />
      <Printing />
    </div>
  )
}

const Page = ({ isPhone }: { isPhone: boolean }) => {
  const sections = useDraftView((view) => view.call.sections)
  const drawn = useDrawnSections(sections)
  return (
    <article className={css.sheet}>
      <DraftNotes />
      <Facts isAlwaysShown={isPhone} />
      {drawn.map((section) => (
        <Section key={section.id} section={section} number={sections.indexOf(section) + 1} />
      ))}
    </article>
  )
}
