import { lazy, Suspense, useRef, useState } from 'react'
import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import Mail from 'lucide-react/icons/mail'
import UserPlus from 'lucide-react/icons/user-plus'
import type { Invitation } from '../../domain/draft-access.ts'
import { useScreen } from '../draft/screen.ts'
import { copyText } from '../draft/copy-text.ts'
import { useDraft } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import { SectorName } from '../elements/sector-mark.tsx'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { localDay } from './local-day.ts'
import css from './invite.module.css'

// Only those who invite need it, and the first load stays small.
const QrCode = lazy(() => import('./qr-code.tsx').then((module) => ({ default: module.QrCode })))

/** The link of an invitation, three ways: to scan, to copy, as a mail. It is shown this once. */
export const MadeInvitation = ({ invitation, link }: { invitation: Invitation; link: string }) => {
  const { team, elements } = useWording()
  const words = team.made
  const format = useFormat()
  const draft = useDraft()
  const screen = useScreen()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<'link' | 'mail' | 'failed' | null>(null)
  const until = format.day(localDay(invitation.expiresAt))

  const copy = async (what: 'link' | 'mail') => {
    const { title, call, me } = draft.view.getState()
    const text =
      what === 'link'
        ? link
        : words.mail({
            name: invitation.name,
            inviter: me.name,
            organisation: me.organisation,
            document: call.documentWord,
            title,
            call: call.shortTitle,
            link,
            until,
          })
    const isCopied = await copyText(text)
    if (!isCopied) field.current?.select()
    setCopied(isCopied ? what : 'failed')
  }

  return (
    <div className={css.made}>
      <div>
        <h3 className={css.title} tabIndex={-1} ref={(heading) => heading?.focus({ preventScroll: true })}>
          {words.title(invitation.name)}
        </h3>
        <p className={css.intro}>
          <SectorName sector={invitation.sector}>
            {invitation.organisation} · {elements.roles[invitation.role]}
          </SectorName>
        </p>
      </div>
      <div className={css.code}>
        <Suspense fallback={null}>
          <QrCode text={link} label={words.code(invitation.name)} />
        </Suspense>
      </div>
      <div>
        <label htmlFor="einladung-link" className={css.label}>
          {words.link}
        </label>
        <div className={css.link}>
          <input
            id="einladung-link"
            ref={field}
            readOnly
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button kind="primary" icon={copied === 'link' ? Check : Copy} onClick={() => void copy('link')}>
            {copied === 'link' ? words.copied : words.copy}
          </Button>
        </div>
      </div>
      <Button wide icon={copied === 'mail' ? Check : Mail} onClick={() => void copy('mail')}>
        {copied === 'mail' ? words.copied : words.copyMail}
      </Button>
      <output className={copied === 'failed' ? css.problem : 'visually-hidden'}>
        {copied === 'failed' ? words.copyFailed : copied === null ? '' : words.copied}
      </output>
      <p className={css.hint}>{words.validity(until)}</p>
      <div className={css.onward}>
        <Button kind="quiet" icon={UserPlus} onClick={() => screen.view.setState({ made: null })}>
          {words.another}
        </Button>
      </div>
    </div>
  )
}
