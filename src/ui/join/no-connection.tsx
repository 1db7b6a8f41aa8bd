import WifiOff from 'lucide-react/icons/wifi-off'
import { Button } from '../elements/button.tsx'
import { Note } from '../elements/note.tsx'
import { PageFrame } from '../elements/page-frame.tsx'
import { PageTitle } from '../elements/page-title.tsx'
import { useWording } from '../wording/use-wording.ts'
import css from './join-page.module.css'

/** An invitation cannot be looked at without the server; nothing is lost by trying later. */
export const NoConnection = ({ onRetry }: { onRetry: () => void }) => {
  const { join: words } = useWording()
  return (
    <PageFrame width="column">
      <div className={css.column}>
        <PageTitle className={css.title}>{words.title}</PageTitle>
        <Note icon={WifiOff}>
          {words.needsConnection} {words.noConnection}
        </Note>
        <div>
          <Button kind="primary" size="large" onClick={onRetry}>
            {words.tryAgain}
          </Button>
        </div>
      </div>
    </PageFrame>
  )
}
