import { useMemo, useState } from 'react'
import Check from 'lucide-react/icons/check'
import { carryOver, type Receiving } from '../../domain/carried-draft.ts'
import type { LeftOut } from '../../domain/imported.ts'
import { partsOf, type ImportPart } from '../../domain/import-parts.ts'
import { place, planImport, plannedSections, withoutParts, withParts } from '../../domain/import-plan.ts'
import type { ReadFile } from '../../import/read-file.ts'
import type { Aside } from '../../state/aside.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { useScreen } from '../draft/screen.ts'
import { useGoToPlace } from '../draft/go-to-place.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { Note } from '../elements/note.tsx'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { importWords } from '../wording/import.ts'
import { CarriedFacts, type Carried } from './carried-facts.tsx'
import { PartRow } from './part-row.tsx'
import { SectionAfter } from './section-after.tsx'
import { StayingOut } from './staying-out.tsx'
import { takeOverFacts, takeOverSections } from './take-over.ts'
import css from './import.module.css'

interface PreviewProps {
  /** What was read, or what an earlier preview left without a place. */
  from: { read: ReadFile; name: string } | { rest: readonly ImportPart[] }
  aside: Aside
  onClose: () => void
}

type From = PreviewProps['from']

interface Beginning {
  parts: readonly ImportPart[]
  carried: Carried
  leftOut: LeftOut | null
}

/** What came of it stands at the top, wherever the list was. */
const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'center' })

const nothingCarried: Carried = { facts: [], partners: [] }

const begin = (from: From, receiving: Receiving, said: { yes: string; no: string }): Beginning => {
  if ('rest' in from) return { parts: from.rest, carried: nothingCarried, leftOut: null }
  const { read } = from
  if (read.kind === 'text') {
    return { parts: partsOf(read.lines, receiving.call.sections), carried: nothingCarried, leftOut: read.leftOut }
  }
  const { parts, ...carried } = carryOver(read.draft, receiving, said)
  return { parts, carried, leftOut: null }
}

/** What was found and where it goes. Nothing happens before the person takes it over. */
export const Preview = ({ from, aside, onClose }: PreviewProps) => {
  const words = useWordsOf(importWords)
  const { elements } = useWording()
  const format = useFormat()
  const draft = useDraft()
  const screen = useScreen()
  const goTo = useGoToPlace()
  const call = useDraftView((view) => view.call)
  const sections = useDraftView((view) => view.sections)
  const [beginning] = useState(() => begin(from, draft.view.getState(), elements))
  const [plan, setPlan] = useState(() => planImport(beginning.parts))
  const [carried, setCarried] = useState(beginning.carried)
  const [chosen, setChosen] = useState<Carried>(() => ({
    facts: beginning.carried.facts.filter(({ there }) => there === null),
    partners: beginning.carried.partners,
  }))
  const [said, setSaid] = useState<{ taken: number; isAll: boolean } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isKept, setKept] = useState('rest' in from)

  const planned = useMemo(() => {
    // Read anew whenever a section has changed: others may be writing meanwhile.
    const written = new Map(sections.length > 0 ? draft.application().sections.map(({ id, lines }) => [id, lines]) : [])
    return plannedSections(plan, call, (id) => written.get(id) ?? [])
  }, [plan, call, draft, sections])
  const isEmpty = planned.length === 0 && chosen.facts.length + chosen.partners.length === 0

  const takeOver = async () => {
    setBusy(true)
    // Kept first: what comes between now and the end leaves the part here and there, never nowhere.
    const kept = isKept ? plan : withParts(plan, await aside.keep(plan.parts))
    setKept(true)
    takeOverFacts(draft, chosen)
    const taken = await takeOverSections(screen, planned)
    const isTaken = plan.parts.flatMap((part, index) =>
      taken.includes(part) ? kept.parts.slice(index, index + 1) : [],
    )
    await aside.remove(isTaken)
    const rest = withoutParts(kept, isTaken)
    setBusy(false)
    if (rest.parts.length === 0) {
      onClose()
      const [first] = planned
      if (first) goTo(first.section.id, { focus: false })
      return
    }
    setCarried(nothingCarried)
    setChosen(nothingCarried)
    setPlan(rest)
    setSaid({ taken: taken.length, isAll: planned.every(({ parts }) => parts.every((part) => taken.includes(part))) })
  }

  const discard = (part: ImportPart) => {
    void aside.remove([part])
    if (plan.parts.length === 1) onClose()
    else setPlan(withoutParts(plan, [part]))
  }

  const origin = ({ read, name }: { read: ReadFile; name: string }) =>
    read.kind === 'text'
      ? words.from(name)
      : `${words.fromDraft(read.draft.title, read.draft.call.shortTitle)} ${words.undeclared}`
  return (
    <Dialog
      title={words.title}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button size="large" onClick={onClose}>
            {said ? elements.close : words.cancel}
          </Button>
          <Button
            kind="primary"
            size="large"
            busy={isBusy}
            unavailable={isEmpty ? words.nothingChosen : null}
            onClick={() => void takeOver()}
          >
            {words.takeOver}
          </Button>
        </>
      }
    >
      <div className={css.said} aria-live="polite">
        {said && (
          <Note icon={Check} kind="wash">
            <span ref={intoView} />
            {said.taken > 0 && `${words.taken(said.taken, format.number(said.taken))} `}
            {!said.isAll ? words.closed : aside.keeps() ? words.restHint : words.restHintUnkept}
          </Note>
        )}
        {!said && 'name' in from && <p className={css.meta}>{origin(from)}</p>}
        {!said && beginning.leftOut && <StayingOut {...beginning.leftOut} />}
      </div>
      <div className={css.preview}>
        <div>
          <h3 className={css.column}>{said || 'rest' in from ? words.left : words.found}</h3>
          <CarriedFacts carried={carried} chosen={chosen} onChange={setChosen} />
          <ul className={css.parts}>
            {plan.parts.map((part) => (
              <PartRow
                key={part.id}
                part={part}
                sections={call.sections}
                sectionId={plan.places[part.id] ?? null}
                onPlace={(sectionId) => setPlan(place(plan, part.id, sectionId))}
                onDiscard={isKept ? () => discard(part) : null}
              />
            ))}
          </ul>
        </div>
        <div className={css.result}>
          <h3 className={css.column}>{words.after}</h3>
          {planned.length === 0 && <p className={css.nothing}>{words.nothingPlaced}</p>}
          <ul className={css.afters}>
            {planned.map((each) => (
              <SectionAfter
                key={each.section.id}
                planned={each}
                onHow={(how) => setPlan({ ...plan, how: { ...plan.how, [each.section.id]: how } })}
              />
            ))}
          </ul>
        </div>
      </div>
    </Dialog>
  )
}
