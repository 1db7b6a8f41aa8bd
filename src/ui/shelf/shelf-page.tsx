import { Suspense, useCallback, useEffect, useState } from 'react'
import Check from 'lucide-react/icons/check'
import FileText from 'lucide-react/icons/file-text'
import FileUp from 'lucide-react/icons/file-up'
import LaptopMinimal from 'lucide-react/icons/laptop-minimal'
import MailOpen from 'lucide-react/icons/mail-open'
import MonitorX from 'lucide-react/icons/monitor-x'
import Plus from 'lucide-react/icons/plus'
import { useApp, useShelf } from '../app-context.tsx'
import { StatusLine } from '../connection/status-line.tsx'
import { worstStatus } from '../connection/worst-status.ts'
import { Button, ButtonLink, TextButton } from '../elements/button.tsx'
import { Note } from '../elements/note.tsx'
import { PageFrame } from '../elements/page-frame.tsx'
import { PageTitle } from '../elements/page-title.tsx'
import { QuietWait } from '../elements/quiet-wait.tsx'
import { useWide } from '../elements/use-wide.ts'
import { useWording } from '../wording/use-wording.ts'
import { createPart } from '../part.tsx'
import { onIncomingFile } from '../rescue/incoming-file.ts'
import { isRescueFile } from '../rescue/is-rescue-file.ts'
import { useFileDrop } from '../rescue/use-file-drop.ts'
import { AcceptInvitation } from './accept-invitation.tsx'
import { DraftCard } from './draft-card.tsx'
import { EmptyShelf } from './empty-shelf.tsx'
import { isOnDevice } from './on-device.ts'
import { useExample } from './use-example.ts'
import css from './shelf-page.module.css'

const RemoveDialog = createPart(() => import('../device/remove-dialog.tsx').then((module) => module.RemoveDialog))
const OpenFile = createPart(() => import('../rescue/open-file.tsx').then((module) => module.OpenFile))
const StartFromFile = createPart(() => import('../import/start-from-file.tsx').then((module) => module.StartFromFile))

/** The start page: all drafts of this device, or what there is to do while there is none. */
export const ShelfPage = () => {
  const { shelf: words } = useWording()
  const { shelf } = useApp()
  const { loading, drafts, readyOffline, deviceKeeps } = useShelf((view) => view)
  const [accepting, setAccepting] = useState(false)
  const example = useExample()
  const [opening, setOpening] = useState<{ file: Blob | null } | null>(null)
  const [removing, setRemoving] = useState(false)
  const [beginning, setBeginning] = useState<{ file: File | null } | null>(null)
  const take = useCallback((file: File) => {
    const open = (isRescue: boolean) => (isRescue ? setOpening({ file }) : setBeginning({ file }))
    isRescueFile(file).then(open, () => setOpening({ file }))
  }, [])
  useFileDrop(take)
  useEffect(() => onIncomingFile(take), [take])

  useEffect(() => {
    // Without a network the shelf simply shows what is on this device.
    shelf.refresh().catch(() => undefined)
  }, [shelf])

  const isEmpty = drafts.length === 0
  if (isEmpty && loading) {
    return (
      <PageFrame status={<ShelfStatus />}>
        <QuietWait />
      </PageFrame>
    )
  }
  return (
    <PageFrame status={<ShelfStatus />}>
      {isEmpty ? (
        <EmptyShelf
          example={example}
          onAccept={() => setAccepting(true)}
          onOpenFile={() => setOpening({ file: null })}
          onStartFromFile={() => setBeginning({ file: null })}
        />
      ) : (
        <>
          <div className={css.head}>
            <PageTitle className={css.title}>{words.title}</PageTitle>
            <div className={css.ways}>
              <Button size="large" icon={MailOpen} onClick={() => setAccepting(true)}>
                {words.acceptInvitation}
              </Button>
              <ButtonLink kind="primary" size="large" icon={Plus} href="/neu">
                {words.start}
              </ButtonLink>
            </div>
          </div>
          <ul className={css.drafts}>
            {drafts.map((entry) => (
              <li key={entry.draftId}>
                <DraftCard entry={entry} />
              </li>
            ))}
          </ul>
          <div className={css.foot}>
            {readyOffline && deviceKeeps && drafts.every((entry) => isOnDevice(entry) && !entry.isLocked) && (
              <Note icon={LaptopMinimal} kind="aside">
                {words.allHere(drafts.length)}
              </Note>
            )}
            <div className={css.more}>
              <Button kind="quiet" icon={FileText} onClick={() => setBeginning({ file: null })}>
                {words.startFromFile}
              </Button>
              <Button kind="quiet" icon={FileUp} onClick={() => setOpening({ file: null })}>
                {words.openFile}
              </Button>
              <Button kind="quiet" icon={MonitorX} onClick={() => setRemoving(true)}>
                {words.removeAll}
              </Button>
              <TextButton className={css.example} onClick={example.open} aria-busy={example.busy}>
                {words.seeExample}
              </TextButton>
            </div>
          </div>
        </>
      )}
      {example.failed && (
        <p aria-live="polite" className={css.failed}>
          {words.exampleFailed}
        </p>
      )}
      {removing && (
        <Suspense>
          <RemoveDialog onClose={() => setRemoving(false)} />
        </Suspense>
      )}
      {opening && (
        <Suspense>
          <OpenFile file={opening.file} onClose={() => setOpening(null)} />
        </Suspense>
      )}
      {beginning && (
        <Suspense>
          <StartFromFile file={beginning.file} onClose={() => setBeginning(null)} />
        </Suspense>
      )}
      {accepting && <AcceptInvitation onClose={() => setAccepting(false)} />}
    </PageFrame>
  )
}

/** The bar shows the worst of all drafts; without drafts whether the app is ready for being without a network. */
const ShelfStatus = () => {
  const { shelf: words } = useWording()
  const { drafts, readyOffline, deviceKeeps } = useShelf((view) => view)
  const form = useWide() ? 'bar' : 'strip'
  const worst = deviceKeeps
    ? worstStatus(drafts.filter(isOnDevice).map((entry) => entry.status))
    : ({ name: 'memory-only', serverHasAll: drafts.length === 0 } as const)
  if (worst) return <StatusLine status={worst} form={form} />
  if (!readyOffline) return null
  return (
    <p className={css.ready}>
      <Check size={18} strokeWidth={1.75} aria-hidden="true" />
      {words.readyOffline}
    </p>
  )
}
