import { useEffect } from 'react'
import { sectors } from '../../domain/sector.ts'
import { StatusLine } from '../connection/status-line.tsx'
import { PageFrame } from '../elements/page-frame.tsx'
import { PageTitle } from '../elements/page-title.tsx'
import { SectorName } from '../elements/sector-mark.tsx'
import { useWide } from '../elements/use-wide.ts'
import { helpWords } from '../wording/help.ts'
import { useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { KeyList } from './key-list.tsx'
import css from './help-page.module.css'

const exampleTime = new Date(2023, 10, 2, 14, 32).getTime()
const examples = [
  { name: 'live', at: exampleTime },
  { name: 'sending', waiting: 1 },
  { name: 'offline', waiting: 12 },
  { name: 'quiet-offline', since: exampleTime },
  { name: 'device-failure', reason: 'full', serverHasAll: false },
] as const

/** What the app does, how it works without a network, what is stored where, and the keys. */
export const HelpPage = () => {
  const words = useWordsOf(helpWords)
  const { elements } = useWording()
  const wide = useWide()
  useAnchor()
  const parts = [
    { id: 'was', title: words.what.title },
    { id: 'ohne-netz', title: words.offline.title },
    { id: 'mitreden', title: words.talking.title },
    { id: 'einreichen', title: words.submitting.title },
    { id: 'seiten', title: words.sectors.title },
    { id: 'gespeichert', title: words.stored.title },
    { id: 'tasten', title: words.keys.title },
  ]
  return (
    <PageFrame width="column">
      <div className={css.page}>
        <PageTitle className={css.title}>{words.title}</PageTitle>
        <nav aria-label={words.contents}>
          <ul className={css.contents}>
            {parts.map((part) => (
              <li key={part.id}>
                <a href={`#${part.id}`}>{part.title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <section id="was">
          <h2>{words.what.title}</h2>
          {words.what.text.map((each) => (
            <p key={each}>{each}</p>
          ))}
          <h3>{words.what.stepsTitle}</h3>
          <ol>
            {words.what.steps.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ol>
        </section>
        <section id="ohne-netz">
          <h2>{words.offline.title}</h2>
          {words.offline.text.map((each) => (
            <p key={each}>{each}</p>
          ))}
          <h3>{words.offline.statusTitle}</h3>
          <p>{words.offline.statusText}</p>
          <div className={css.statuses}>
            {examples.map((status) => (
              <StatusLine key={status.name} status={status} form={wide ? 'card' : 'strip'} announces={false} />
            ))}
          </div>
        </section>
        <section id="mitreden">
          <h2>{words.talking.title}</h2>
          {words.talking.text.map((each) => (
            <p key={each}>{each}</p>
          ))}
        </section>
        <section id="einreichen">
          <h2>{words.submitting.title}</h2>
          <p>{words.submitting.text}</p>
          <ol>
            {words.submitting.steps.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ol>
        </section>
        <section id="seiten">
          <h2>{words.sectors.title}</h2>
          <p>{words.sectors.text}</p>
          <p className={css.sectors}>
            {sectors.map((sector) => (
              <SectorName key={sector} sector={sector}>
                {elements.sectors[sector]}
              </SectorName>
            ))}
          </p>
        </section>
        <section id="gespeichert">
          <h2>{words.stored.title}</h2>
          <p>{words.stored.who}</p>
          <dl className={css.stored}>
            {Object.values(words.stored.items).map((item) => (
              <div key={item.title}>
                <dt>{item.title}</dt>
                <dd>{item.text}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section id="tasten">
          <h2>{words.keys.title}</h2>
          <p>{words.keys.intro}</p>
          <KeyList />
        </section>
      </div>
    </PageFrame>
  )
}

/** The page is loaded after the address was read, so the browser has not scrolled to the fragment by itself. */
const useAnchor = () => {
  useEffect(() => {
    const part = document.getElementById(location.hash.slice(1))
    if (part) requestAnimationFrame(() => part.scrollIntoView())
  }, [])
}
