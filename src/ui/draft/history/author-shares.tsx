import { CheckField } from '../../elements/check-field.tsx'
import { SectorName } from '../../elements/sector-mark.tsx'
import { historyWords } from '../../wording/history.ts'
import { useFormat } from '../../wording/use-wording.ts'
import { useWordsOf } from '../../wording/words-of.ts'
import { useDraftView } from '../draft-context.ts'
import { useScreen, useScreenView } from '../screen.ts'
import css from './history.module.css'

/** Switches the marks in the text on and off, and says whose share of each section is how large. */
export const ShowAuthors = () => {
  const words = useWordsOf(historyWords)
  const format = useFormat()
  const screen = useScreen()
  const isShown = useScreenView(({ showsAuthors }) => showsAuthors)
  const authors = useScreenView((view) => view.authors)
  const sections = useDraftView(({ call }) => call.sections)
  const written = sections.flatMap(({ id, title }) => {
    const found = authors?.get(id)
    return found && (found.shares.length > 0 || found.unknown > 0) ? [{ id, title, ...found }] : []
  })
  return (
    <div className={css.shares}>
      <CheckField
        label={words.authors}
        hint={words.authorsHint}
        checked={isShown}
        onChange={(showsAuthors) => screen.view.setState({ showsAuthors })}
      />
      {isShown && written.length > 0 && (
        <dl>
          {written.map(({ id, title, shares, unknown }) => (
            <div key={id}>
              <dt>{title}</dt>
              {shares.map(({ organisation, sector, percent }) => (
                <dd key={`${sector} ${organisation}`}>
                  <SectorName sector={sector}>{organisation}</SectorName>
                  <span>{words.percent(format.number(percent))}</span>
                </dd>
              ))}
              {unknown > 0 && <dd>{words.unknownAuthors(format.number(unknown))}</dd>}
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
