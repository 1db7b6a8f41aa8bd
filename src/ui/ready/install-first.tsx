import { useState } from 'react'
import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import { useApp, usePreferences } from '../app-context.tsx'
import { copyText } from '../draft/copy-text.ts'
import { Button } from '../elements/button.tsx'
import { isHomeScreenOffered } from '../../state/ready/install-offer.ts'
import { installWords } from '../wording/install.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { InstallSteps } from './install-steps.tsx'
import css from './install-first.module.css'

/**
 * Offers the home screen before anything is written, where the browser would throw it away; elsewhere, and on a shared
 * device, nothing. An invitation is to be used there, once: its link goes along. Who declines is not asked again; the page
 * that checks the device still says how.
 */
export const InstallFirst = ({ link }: { link?: string }) => {
  const words = useWordsOf(installWords)
  const { whoseDevice, preferences } = useApp()
  const stays = usePreferences(({ staysInBrowser }) => staysInBrowser)
  if (stays || whoseDevice.isShared || !isHomeScreenOffered()) return null
  return (
    <section className={css.install} aria-labelledby="als-app">
      <h2 id="als-app">{words.firstTitle}</h2>
      <p>{words.firstText}</p>
      <InstallSteps />
      {link && <CopyLink link={link} />}
      <Button kind="plain" onClick={() => preferences.getState().setStaysInBrowser(true)}>
        {words.stay}
      </Button>
    </section>
  )
}

const CopyLink = ({ link }: { link: string }) => {
  const words = useWordsOf(installWords)
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <div className={css.link}>
      <p>{words.invitation}</p>
      <Button icon={copied ? Check : Copy} onClick={() => void copyText(link).then(setCopied)}>
        {copied ? words.copied : words.copy}
      </Button>
      <p aria-live="polite">{copied === false && words.copyFailed}</p>
    </div>
  )
}
