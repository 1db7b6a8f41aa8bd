import { useState } from 'react'
import { useStore } from 'zustand/react'
import type { StoreApi } from 'zustand/vanilla'
import type { AppUpdate } from '../../state/app-update.ts'
import { useAppUpdateStore } from '../app-context.tsx'
import { Button } from '../elements/button.tsx'
import { useWording } from '../wording/use-wording.ts'
import css from './update-notice.module.css'

/** Offers a new version of the app once it lies complete on this device; nothing happens without the press. */
export const UpdateNotice = () => {
  const store = useAppUpdateStore()
  return store && <Notice store={store} />
}

const Notice = ({ store }: { store: StoreApi<AppUpdate> }) => {
  const { connection } = useWording()
  const newVersion = useStore(store, (update) => update.newVersion)
  const hindrance = useStore(store, (update) => update.hindrance)
  const [pressed, setPressed] = useState(false)
  const busy = pressed && hindrance === 'none'
  const [postponed, setPostponed] = useState<AppUpdate['newVersion']>('none')
  if (newVersion === 'none' || newVersion === postponed) return <div aria-live="polite" />
  const { update, refusal } = connection
  const switchNow = () => {
    setPressed(true)
    // When storing fails the page stays as it is and can be asked again.
    store
      .getState()
      .apply()
      .catch(() => setPressed(false))
  }
  return (
    <div aria-live="polite" className={css.notice}>
      <p>
        {update[newVersion]}{' '}
        <span className={css.safe}>{hindrance === 'none' ? update.safe : update.hindrance[hindrance]}</span>
      </p>
      <div className={css.ways}>
        <Button kind="plain" onClick={() => setPostponed(newVersion)}>
          {update.later}
        </Button>
        <Button kind="secondary" busy={busy} onClick={switchNow}>
          {newVersion === 'waiting' ? update.apply : refusal.reload}
        </Button>
      </div>
    </div>
  )
}
