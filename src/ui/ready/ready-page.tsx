import { useEffect, useState } from 'react'
import { useStore } from 'zustand/react'
import type { DraftId } from '../../domain/draft-id.ts'
import type { Readiness } from '../../state/ready/readiness.ts'
import { useApp } from '../app-context.tsx'
import { Button, ButtonLink } from '../elements/button.tsx'
import { PageFrame } from '../elements/page-frame.tsx'
import { PageTitle } from '../elements/page-title.tsx'
import { useFormat } from '../wording/use-wording.ts'
import { CheckItem } from './check-item.tsx'
import { InstallHint } from './install-hint.tsx'
import { SaveFile } from './save-file.tsx'
import { useReadyWords } from './words.ts'
import css from './ready.module.css'

/** Whether this device and a draft on it will do in a hall without a network, and what can be done about it. */
export const ReadyPage = ({ draftId }: { draftId: DraftId }) => {
  const app = useApp()
  const words = useReadyWords()
  const [readiness, setReadiness] = useState<Readiness | null>(null)
  useEffect(() => {
    let isGone = false
    const open = async () => {
      const opened = await app.openReadiness(draftId)
      if (isGone) return
      setReadiness(opened)
      await opened.check()
    }
    open().catch((error: unknown) => reportError(error))
    return () => {
      isGone = true
    }
  }, [app, draftId])
  return (
    <PageFrame width="column">
      <div className={css.page}>
        <PageTitle className={css.title}>{words.title}</PageTitle>
        {readiness && <Checked readiness={readiness} draftId={draftId} />}
      </div>
    </PageFrame>
  )
}

const Checked = ({ readiness, draftId }: { readiness: Readiness; draftId: DraftId }) => {
  const words = useReadyWords()
  const format = useFormat()
  const { title, facts, checks, busy, progress } = useStore(readiness.view)
  const open = checks.filter(({ level }) => level === 'attention' || level === 'missing')
  const isMissing = checks.some(({ level }) => level === 'missing')
  const verdict = open.length === 0 ? words.all : isMissing ? words.notYet(open.length) : words.nearly(open.length)
  const canRepair = checks.some(({ repair }) => repair !== null)
  return (
    <>
      <div aria-live="polite">
        <p className={css.verdict}>{facts === null ? words.looking : verdict}</p>
        <p className={css.when}>
          {progress
            ? words.preparing(progress.done, progress.all)
            : facts && words.checkedAt(title, format.moment(facts.now, facts.now))}
        </p>
      </div>
      {facts && (
        <ul className={css.checks}>
          {checks.map((check) => (
            <CheckItem
              key={check.name}
              check={check}
              facts={facts}
              busy={busy}
              onRepair={(repair) => readiness.repair(repair)}
            />
          ))}
        </ul>
      )}
      {facts && <InstallHint isEvictable={facts.isEvictable} />}
      <SaveFile draftId={draftId} />
      <div className={css.ways}>
        {canRepair ? (
          <Button kind="primary" size="large" busy={busy !== null} onClick={() => void readiness.prepareAll()}>
            {words.prepareAll}
          </Button>
        ) : (
          <Button size="large" busy={busy !== null} onClick={() => void readiness.check()}>
            {words.again}
          </Button>
        )}
        <ButtonLink size="large" href={`/entwurf/${draftId}`}>
          {words.toDraft}
        </ButtonLink>
      </div>
    </>
  )
}
