import { useStore } from 'zustand/react'
import { installOffer } from '../../state/ready/install-offer.ts'
import { Button } from '../elements/button.tsx'
import { useReadyWords } from './words.ts'
import css from './ready.module.css'

/** How the app is put on the device: in pictures where a person must do it by hand, else at a press. */
export const InstallHint = ({ isEvictable }: { isEvictable: boolean }) => {
  const { install } = useReadyWords()
  const offer = useStore(installOffer)
  if (isEvictable) {
    return (
      <section className={css.install} aria-labelledby="installieren-titel">
        <h2 id="installieren-titel">{install.title}</h2>
        <p>{install.text}</p>
        <ol>
          {install.steps.map((step, index) => (
            <li key={step}>
              <StepPicture number={index} />
              {step}
            </li>
          ))}
        </ol>
      </section>
    )
  }
  if (offer === null) return null
  const take = async () => {
    await offer.prompt()
    installOffer.setState(null, true)
  }
  return (
    <section className={css.install} aria-labelledby="installieren-titel">
      <h2 id="installieren-titel">{install.title}</h2>
      <p>{install.offerText}</p>
      <Button onClick={() => void take().catch(() => undefined)}>{install.offer}</Button>
    </section>
  )
}

const pictures = [
  // The share sign: an arrow out of a box.
  <path key="share" d="M24 27V10m-6 6 6-6 6 6M19 20h-4v17h18V20h-4" />,
  // A row of the sheet with a plus in a square.
  <path key="row" d="M7 16h34v16H7zM31 20h6v8h-6zm3 2v4m-2-2h4M12 24h13" />,
  // A phone with the app among the others.
  <path key="phone" d="M15 6h18v36H15zM19 12h4v4h-4zm6 0h4v4h-4zm-6 7h4v4h-4zm6 0h4v4h-4zm1.2 2.2.8.8 1.4-1.6" />,
]

const StepPicture = ({ number }: { number: number }) => (
  <svg width="48" height="48" viewBox="0 0 48 48" aria-hidden="true">
    {pictures[number]}
  </svg>
)
