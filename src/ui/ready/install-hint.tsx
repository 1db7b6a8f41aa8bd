import { useStore } from 'zustand/react'
import { installOffer } from '../../state/ready/install-offer.ts'
import { Button } from '../elements/button.tsx'
import { installWords } from '../wording/install.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { InstallSteps } from './install-steps.tsx'
import css from './ready.module.css'

/** How the app is put on the device: in pictures where a person must do it by hand, else at a press. */
export const InstallHint = ({ isEvictable }: { isEvictable: boolean }) => {
  const words = useWordsOf(installWords)
  const offer = useStore(installOffer)
  if (!isEvictable && offer === null) return null
  const take = async () => {
    await offer?.prompt()
    installOffer.setState(null, true)
  }
  return (
    <section className={css.install} aria-labelledby="installieren-titel">
      <h2 id="installieren-titel">{words.title}</h2>
      <p>{isEvictable ? words.readyText : words.offerText}</p>
      {isEvictable ? (
        <InstallSteps />
      ) : (
        <Button onClick={() => void take().catch(() => undefined)}>{words.offer}</Button>
      )}
    </section>
  )
}
