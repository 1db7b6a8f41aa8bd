import { Component, type ReactNode } from 'react'
import { useShelf } from '../app-context.tsx'
import { Button } from '../elements/button.tsx'
import { SaveAfterCrash } from './save-after-crash.tsx'
import { useDocumentTitle } from '../elements/page-title.tsx'
import { MissingPart } from '../../state/missing-part.ts'
import { useWording } from '../wording/use-wording.ts'
import css from './refusal-page.module.css'

/** What stands there after a mistake of ours: what is safe, and the way on. */
const CrashScreen = ({ error }: { error: unknown }) => {
  const { crash } = useWording().connection
  const deviceKeeps = useShelf((view) => view.deviceKeeps)
  const isPartMissing = error instanceof MissingPart
  const title = isPartMissing ? crash.missingPart : crash.title
  useDocumentTitle(title)
  return (
    <main className={css.crash}>
      <div className={css.page} role="alert">
        <h1 className={css.title}>{title}</h1>
        {isPartMissing && <p className={css.text}>{crash.missingPartText}</p>}
        <p className={css.text}>{deviceKeeps ? crash.safe : crash.unsafe}</p>
        <div className={css.ways}>
          <Button kind="primary" size="large" onClick={() => window.location.reload()}>
            {crash.reload}
          </Button>
          <SaveAfterCrash />
        </div>
        <details className={css.details}>
          <summary>{crash.details}</summary>
          <pre>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</pre>
        </details>
      </div>
    </main>
  )
}

/** Catches what a screen throws, once, around the whole app. React reports the error to the console itself. */
export class CrashBoundary extends Component<{ children: ReactNode }, { error: unknown; crashed: boolean }> {
  override state: { error: unknown; crashed: boolean } = { error: null, crashed: false }

  static getDerivedStateFromError(error: unknown) {
    return { error, crashed: true }
  }

  override render() {
    return this.state.crashed ? <CrashScreen error={this.state.error} /> : this.props.children
  }
}
