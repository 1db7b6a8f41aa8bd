import type { Meanwhile, MeanwhileChange, MeanwhileFact } from '../../../domain/meanwhile.ts'
import { Button } from '../../elements/button.tsx'
import { SectorName } from '../../elements/sector-mark.tsx'
import { useNow } from '../../elements/use-now.ts'
import { planWords } from '../../wording/plan.ts'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { useWordsOf } from '../../wording/words-of.ts'
import { useDraftView } from '../draft-context.ts'
import { factWords } from './fact-words.ts'
import { useGoToWords } from './use-go-to-words.ts'
import { Wording } from './wording.tsx'
import { authorsOf, useMeanwhileWords } from './words.ts'
import css from './meanwhile.module.css'

/** Everything others changed, by section and organisation. `onGoTo` is called when the person goes to a place of it. */
export const Review = ({ meanwhile, onGoTo }: { meanwhile: Meanwhile; onGoTo: () => void }) => {
  const words = useMeanwhileWords()
  const format = useFormat()
  const now = useNow()
  const sections = useDraftView(({ call }) => call.sections)
  const goTo = useGoToWords()
  const changed = sections.flatMap(({ id, title }) => {
    const found = meanwhile.sections.find(({ sectionId }) => sectionId === id)
    return found ? [{ id, title, changes: found.changes }] : []
  })
  return (
    <div className={css.review}>
      <p className={css.who}>{words.since(format.moment(meanwhile.since, now))}</p>
      {changed.map(({ id, title, changes }) => (
        <section key={id}>
          <h3>{title}</h3>
          <ul>
            {changes.map((change, index) => (
              <li key={index}>
                <Who meanwhile={meanwhile} change={change} />
                {change.mine === null ? <Wording {...change} /> : <Both change={change} />}
                <Button
                  kind="quiet"
                  aria-label={words.goToIn(title)}
                  onClick={() => {
                    onGoTo()
                    goTo(id, change.now)
                  }}
                >
                  {words.goTo}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Facts meanwhile={meanwhile} />
    </div>
  )
}

const Who = ({ meanwhile, change }: { meanwhile: Meanwhile; change: { by: number[]; before: unknown } }) => {
  const words = useMeanwhileWords()
  const { authors, isComplete } = authorsOf(meanwhile, [change])
  return (
    <p className={css.who}>
      {change.by.length === 0 && words.struck}
      {authors.map(({ organisation, sector }) => (
        <SectorName key={organisation} sector={sector}>
          {organisation}
        </SectorName>
      ))}
      {!isComplete && words.by(words.others)}
    </p>
  )
}

/** Two wordings, one below the other, with what came of them. */
const Both = ({ change }: { change: MeanwhileChange }) => {
  const words = useMeanwhileWords()
  const parts = [
    [words.was, change.before],
    [words.theirs, change.theirs],
    [words.mine, change.mine],
    [words.now, change.now],
  ] as const
  return (
    <>
      <strong>{words.bothTitle}</strong>
      <dl>
        {parts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang="de">{text || words.nothing}</dd>
          </div>
        ))}
      </dl>
      <p className={css.who}>{words.bothKept}</p>
    </>
  )
}

const Facts = ({ meanwhile }: { meanwhile: Meanwhile }) => {
  const words = useMeanwhileWords()
  const { draft, elements } = useWording()
  const plan = useWordsOf(planWords)
  const format = useFormat()
  const call = useDraftView((view) => view.call)
  const partners = useDraftView((view) => view.partners)
  const say = (key: string) => factWords(key, { call, partners, format, words, plan, elements, draft })
  const told = meanwhile.facts.flatMap((fact) => {
    const said = say(fact.key)
    return said ? [{ fact, ...said }] : []
  })
  if (told.length === 0) return null
  return (
    <section>
      <h3>{draft.facts}</h3>
      <ul>
        {told.map(({ fact, label, read }) => (
          <li key={fact.key}>
            <Who meanwhile={meanwhile} change={fact} />
            <strong>{label}</strong>
            <FactValues fact={fact} read={read} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const FactValues = ({ fact, read }: { fact: MeanwhileFact; read: (value: MeanwhileFact['now']) => string }) => {
  const words = useMeanwhileWords()
  if (!fact.alsoMine) return <Wording before={read(fact.before)} theirs={read(fact.theirs)} />
  const parts = [
    [words.theirs, fact.theirs],
    [words.mine, fact.mine],
    [words.now, fact.now],
  ] as const
  return (
    <>
      <dl>
        {parts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{read(value) || words.nothing}</dd>
          </div>
        ))}
      </dl>
      <p className={css.who}>{words.oneKept}</p>
    </>
  )
}
