import { useCallback, useState } from 'react'
import type { OpenDraft } from '../../../state/opened-draft.ts'
import type { DraftVersions } from '../../../state/versions/draft-versions.ts'
import { Dialog } from '../../elements/dialog.tsx'
import { QuietWait } from '../../elements/quiet-wait.tsx'
import { historyWords } from '../../wording/history.ts'
import { useWordsOf } from '../../wording/words-of.ts'
import { Beside } from '../frame/beside.tsx'
import { useWidth } from '../frame/use-width.ts'
import { useScreen } from '../screen.ts'
import { useLaterPart } from '../use-later-part.ts'
import { CompareDialog } from './compare-dialog.tsx'
import { VersionList } from './version-list.tsx'

/** The versions of the draft: beside the sheet where there is room, else a page of its own. */
export const HistoryPanel = () => {
  const words = useWordsOf(historyWords)
  const screen = useScreen()
  const versions = useVersions()
  const isBeside = useWidth() === 'wide'
  const [compared, compare] = useState<string | null>(null)
  const close = () => screen.view.setState({ isHistoryShown: false })
  const list = versions ? (
    <VersionList versions={versions} onCompare={compare} />
  ) : (
    <QuietWait>{words.loading}</QuietWait>
  )
  return (
    <>
      {isBeside ? (
        <Beside title={words.title} onClose={close}>
          {list}
        </Beside>
      ) : (
        compared === null && (
          <Dialog title={words.title} width="medium" onClose={close}>
            {list}
          </Dialog>
        )
      )}
      {versions && compared !== null && (
        <CompareDialog versions={versions} start={compared} onClose={() => compare(null)} />
      )}
    </>
  )
}

/** Null until they are there; the server is asked once more each time the panel is opened. */
const useVersions = (): DraftVersions | null => {
  const [versions, setVersions] = useState<DraftVersions | null>(null)
  const show = useCallback((opened: DraftVersions) => {
    setVersions(opened)
    opened.refresh().catch((error: unknown) => reportError(error))
  }, [])
  useLaterPart(openVersions, show)
  return versions
}

const openVersions = (draft: OpenDraft) => draft.versions()
