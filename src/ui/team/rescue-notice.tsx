import { useState } from 'react'
import { Link } from 'wouter'
import { useDraftView } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import { useWording } from '../wording/use-wording.ts'
import css from './access.module.css'

/** Whoever comes back later finds it on the shelf only. */
const saidForMs = 10 * 60_000

/** Says calmly that this device took the server's text in place of its own, and where its own is kept. */
export const RescueNotice = () => {
  const words = useWording().access.lost
  const rescuedAt = useDraftView((view) => view.rescuedAt)
  const [openedAt] = useState(Date.now)
  const [isRead, setRead] = useState(false)
  if (rescuedAt === null || openedAt - rescuedAt > saidForMs || isRead) return null
  return (
    <output className={css.notice}>
      <span>
        {words.rescued} <Link href="/">{words.toRescued}</Link>
      </span>
      <Button kind="plain" onClick={() => setRead(true)}>
        {words.understood}
      </Button>
    </output>
  )
}
