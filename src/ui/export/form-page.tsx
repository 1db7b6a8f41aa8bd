import { useEffect, useState } from 'react'
import { useStore } from 'zustand/react'
import type { DraftId } from '../../domain/draft-id.ts'
import type { FormField } from '../../domain/form-fields.ts'
import type { FormTransfer } from '../../state/form-transfer.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { ButtonLink } from '../elements/button.tsx'
import { useFailedPart } from '../use-failed-part.ts'
import { PageTitle } from '../elements/page-title.tsx'
import { agreementWords } from '../wording/agreement.ts'
import { documents } from '../wording/de/documents.ts'
import { exportWords } from '../wording/export.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { DraftPage } from './draft-page.tsx'
import { FormItem } from './form-item.tsx'
import css from './export.module.css'

/** Field by field into the sponsor's form. */
export const FormPage = ({ draftId }: { draftId: DraftId }) => (
  <DraftPage draftId={draftId}>
    <Transfer draftId={draftId} />
  </DraftPage>
)

const Transfer = ({ draftId }: { draftId: DraftId }) => {
  const draft = useDraft()
  const words = useWordsOf(exportWords).form
  const { unreachable } = useWordsOf(agreementWords).export
  const fail = useFailedPart(true)
  const documentWord = useDraftView(({ call }) => call.shortTitle)
  const [form, setForm] = useState<FormTransfer | null>(null)
  useEffect(() => {
    let isGone = false
    let opened: FormTransfer | null = null
    const open = async () => {
      const transfer = await draft.openForm(documents)
      if (isGone) return transfer.close()
      opened = transfer
      setForm(transfer)
    }
    open().catch(fail)
    return () => {
      isGone = true
      opened?.close()
    }
  }, [draft, fail])
  return (
    <div className={css.page}>
      <PageTitle className={css.title}>{words.title}</PageTitle>
      <p className={css.lead}>{words.intro(documentWord)}</p>
      {form && (form.isOutOfReach ? <output>{unreachable}</output> : <Fields form={form} />)}
      <div className={css.ways}>
        <ButtonLink size="large" href={`/entwurf/${draftId}/export`}>
          {words.toExport}
        </ButtonLink>
        <ButtonLink size="large" href={`/entwurf/${draftId}`}>
          {words.toDraft}
        </ButtonLink>
      </div>
    </div>
  )
}

const kinds: readonly FormField['kind'][] = ['fact', 'partner', 'section']

const Fields = ({ form }: { form: FormTransfer }) => {
  const words = useWordsOf(exportWords).form
  const format = useFormat()
  const { fields } = useStore(form.view)
  const written = fields.filter(({ text, required }) => text !== '' || required)
  const done = written.filter(({ state }) => state === 'done').length
  return (
    <>
      <p aria-live="polite">{words.doneOf(format.number(done), format.number(written.length))}</p>
      {kinds.map((kind) => {
        const here = written.filter((field) => field.kind === kind)
        if (here.length === 0) return null
        return (
          <section key={kind} aria-labelledby={`formular-${kind}`} className={css.group}>
            <h2 id={`formular-${kind}`}>{words.groups[kind]}</h2>
            <ul>
              {here.map((field) => (
                <FormItem key={field.id} field={field} onTick={(isDone) => form.tick(field.id, isDone)} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
