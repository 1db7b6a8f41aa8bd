import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useApp } from '../app-context.tsx'
import { Button } from '../elements/button.tsx'
import { useDocumentTitle } from '../elements/page-title.tsx'
import { useWording } from '../wording/use-wording.ts'
import css from './refusal-page.module.css'

/** In place of everything once another tab has taken it off this device: what was typed here would be kept nowhere. */
export const UnlessRemoved = ({ children }: { children: ReactNode }) => {
  const { what } = useStore(useApp().removedElsewhere)
  return what === 'nothing' ? children : <RemovedPage what={what} />
}

const RemovedPage = ({ what }: { what: 'draft' | 'everything' }) => {
  const { removedElsewhere: words, refusal } = useWording().connection
  useDocumentTitle(words[what])
  return (
    <main className={css.crash}>
      <div className={css.page} role="alert">
        <h1 className={css.title}>{words[what]}</h1>
        <p className={css.text}>{words.text}</p>
        {what === 'everything' ? (
          // Opening the app would begin to keep it again.
          <p className={css.text}>{words.close}</p>
        ) : (
          <div className={css.ways}>
            <Button kind="primary" size="large" onClick={() => window.location.assign('/')}>
              {refusal.toShelf}
            </Button>
          </div>
        )}
      </div>
    </main>
  )
}
