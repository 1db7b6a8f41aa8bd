import { useState } from 'react'
import Eye from 'lucide-react/icons/eye'
import Pencil from 'lucide-react/icons/pencil'
import ChevronUp from 'lucide-react/icons/chevron-up'
import { Button } from '../../elements/button.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { factsPlace, useScreen, useScreenView } from '../screen.ts'
import { useDraft, useDraftView } from '../draft-context.ts'
import { placeElementId } from '../go-to-place.ts'
import { FactField } from './fact-field.tsx'
import { countMissing, missingFacts } from './missing-facts.ts'
import { PageHead } from './page-head.tsx'
import { PartnersEditor } from './partners-editor.tsx'
import css from './facts.module.css'

/** The head of the page and, unfolded, the form behind it. It starts folded when nothing is missing. */
export const Facts = ({ isAlwaysShown }: { isAlwaysShown: boolean }) => {
  const { draft } = useWording()
  const screen = useScreen()
  const { view } = useDraft()
  const isCurrent = useScreenView(({ place }) => place === factsPlace)
  const [isComplete] = useState(() => {
    const { call, facts, partners } = view.getState()
    return countMissing(missingFacts(call, facts, partners)) === 0
  })
  const mayWrite = useDraftView((draftView) => draftView.mayWrite)
  const isUnfolded = useScreenView(({ factsShown }) => factsShown ?? (mayWrite && !isComplete))
  const isShown = isAlwaysShown || isUnfolded
  const id = placeElementId(factsPlace)
  return (
    <section id={id} className={css.facts} aria-labelledby={`${id}-titel`} data-current={isCurrent}>
      <h2 id={`${id}-titel`} className="visually-hidden">
        {draft.facts}
      </h2>
      <PageHead>
        {!isAlwaysShown && (
          <Button
            kind="plain"
            icon={isShown ? ChevronUp : mayWrite ? Pencil : Eye}
            aria-expanded={isShown}
            onClick={() => screen.view.setState({ factsShown: !isShown })}
          >
            {isShown ? draft.closeFacts : mayWrite ? draft.editFacts : draft.showFacts}
          </Button>
        )}
      </PageHead>
      {isShown && <FactsForm />}
    </section>
  )
}

const FactsForm = () => {
  const fields = useDraftView(({ call }) => call.fields)
  return (
    <>
      <div className={css.form}>
        {fields.map((field) => (
          <FactField key={field.id} field={field} />
        ))}
      </div>
      <PartnersEditor />
    </>
  )
}
