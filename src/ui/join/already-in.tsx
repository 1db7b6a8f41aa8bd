import { useEffect } from 'react'
import type { DraftId } from '../../domain/draft-id.ts'
import { ButtonLink } from '../elements/button.tsx'
import { PageFrame } from '../elements/page-frame.tsx'
import { PageTitle } from '../elements/page-title.tsx'
import { useWording } from '../wording/use-wording.ts'
import { forgetSecret } from './invitation-secret.ts'
import css from './join-page.module.css'

/** Whoever opens their invitation a second time is simply shown the way in. */
export const AlreadyIn = ({ draftId }: { draftId: DraftId }) => {
  const { join: words } = useWording()
  useEffect(() => forgetSecret(draftId), [draftId])
  return (
    <PageFrame width="column">
      <div className={css.column}>
        <PageTitle className={css.title}>{words.alreadyThere}</PageTitle>
        <div>
          <ButtonLink kind="primary" size="large" href={`/entwurf/${draftId}`}>
            {words.goToDraft}
          </ButtonLink>
        </div>
      </div>
    </PageFrame>
  )
}
