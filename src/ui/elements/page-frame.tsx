import type { ReactNode } from 'react'
import { Link } from 'wouter'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import { usePreferences } from '../app-context.tsx'
import { useWording } from '../wording/use-wording.ts'
import { Avatar } from './avatar.tsx'
import { classNames } from './class-names.ts'
import { Logo } from './logo.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import css from './page-frame.module.css'

interface PageFrameProps {
  children: ReactNode
  /** Stands in the bar on wide screens and as a strip beneath it on a phone. */
  status?: ReactNode
  /** `page` is 1024 px for the shelf, `column` 640 px for reading and forms. */
  width?: 'page' | 'column'
}

/** Bar, skip link and main part of every page except the draft itself. */
export const PageFrame = ({ children, status, width = 'page' }: PageFrameProps) => {
  const { elements, draft } = useWording()
  const person = usePreferences((preferences) => preferences.person)
  return (
    <>
      <a className={css.skip} href="#content">
        {elements.skipToContent}
      </a>
      <header className={css.bar}>
        <Link href="/" className={css.home ?? ''}>
          <Logo />
          <span>{elements.appName}</span>
        </Link>
        {status && <div className={css.status}>{status}</div>}
        <div className={css.tools}>
          <Link href="/hilfe" className={css.tool ?? ''}>
            <CircleHelp size={20} strokeWidth={1.75} />
            <span className={css.toolName}>{draft.help}</span>
          </Link>
          <SettingsMenu />
          {person && <Avatar name={person.name} sector={person.sector} named />}
        </div>
      </header>
      <main id="content" tabIndex={-1} className={classNames(css.main, css[width])}>
        {children}
      </main>
    </>
  )
}
