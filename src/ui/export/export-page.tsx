import { useEffect, useState } from 'react'
import ClipboardList from 'lucide-react/icons/clipboard-list'
import Printer from 'lucide-react/icons/printer'
import type { DraftId } from '../../domain/draft-id.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { Receipts } from '../agreement/receipts.tsx'
import { AgreementContext, useOpenAgreement } from '../agreement/use-agreement.ts'
import { Button, ButtonLink } from '../elements/button.tsx'
import { downloadFile } from '../elements/download-file.ts'
import { PageTitle } from '../elements/page-title.tsx'
import { useNow } from '../elements/use-now.ts'
import { MissingPart } from '../../state/missing-part.ts'
import { agreementWords } from '../wording/agreement.ts'
import { exportWords } from '../wording/export.ts'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { DiscussionChoice, type TakenAlong } from './discussion-choice.tsx'
import { DraftPage } from './draft-page.tsx'
import { FormatItem, type Outcome } from './format-item.tsx'
import { preparePrinting, readForPaper } from './printing.tsx'
import { readSource } from './document-source.ts'
import { formats, makeDocument, prepareDocuments, type Format } from './make-document.ts'
import css from './export.module.css'

/** From the draft to documents, all of them made on this device. */
export const ExportPage = ({ draftId }: { draftId: DraftId }) => (
  <DraftPage draftId={draftId}>
    <Formats draftId={draftId} />
  </DraftPage>
)

const Formats = ({ draftId }: { draftId: DraftId }) => {
  const draft = useDraft()
  const words = useWordsOf(exportWords)
  const { untitled } = useWording().draft
  const title = useDraftView((view) => view.title) || untitled
  const agreed = useWordsOf(agreementWords)
  const written = useFormat()
  const now = useNow()
  const agreement = useOpenAgreement()
  const frozen = useDraftView((view) => view.frozen)
  const isOfNewerApp = useDraftView((view) => view.isOfNewerApp)
  const [taken, setTaken] = useState<TakenAlong>('nothing')
  const [busy, setBusy] = useState<Format | null>(null)
  const [outcomes, setOutcomes] = useState<Partial<Record<Format, Outcome>>>({})

  const [isUnprintable, setUnprintable] = useState(false)

  useEffect(() => void prepareDocuments(), [])

  const make = async (format: Format) => {
    if (busy !== null) return
    setBusy(format)
    const settle = (outcome: Outcome) => setOutcomes((before) => ({ ...before, [format]: outcome }))
    try {
      // The button says that it works before the work takes the page's breath.
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)))
      performance.mark('document-begun')
      const source = await readSource(draft, taken)
      if (!source.ok) return settle({ name: 'unreachable' })
      const { parts, type, lost } = await makeDocument(format, source.value)
      performance.mark('document-made')
      downloadFile(draft.view.getState().title, `.${format}`, parts, type)
      settle({ name: 'saved', lost })
    } catch (error) {
      settle({ name: 'failed', isMissing: error instanceof MissingPart })
      if (!(error instanceof MissingPart)) reportError(error)
    } finally {
      setBusy(null)
    }
  }

  // Where the part for paper cannot be had, the browser prints the page.
  const print = async () => {
    const [isHere] = await Promise.all([readForPaper(draft).catch(() => false), preparePrinting().catch(() => null)])
    setUnprintable(!isHere)
    if (isHere) window.print()
  }

  return (
    <div className={css.page}>
      <PageTitle className={css.title}>{words.title}</PageTitle>
      <p className={css.lead}>
        {frozen ? agreed.export.frozen(title, written.moment(frozen.at, now)) : words.intro(title)}
      </p>
      {isOfNewerApp && <p className={css.lead}>{words.newer}</p>}
      <DiscussionChoice taken={taken} onChange={setTaken} />
      <ul>
        {formats.map((format) => (
          <FormatItem
            key={format}
            format={format}
            isBusy={busy === format}
            outcome={outcomes[format] ?? null}
            onMake={() => void make(format)}
          />
        ))}
      </ul>
      <div className={css.ways}>
        <ButtonLink size="large" icon={ClipboardList} href={`/entwurf/${draftId}/formular`}>
          {words.form.title}
        </ButtonLink>
        <Button size="large" icon={Printer} onClick={() => void print()}>
          {words.print}
        </Button>
        <ButtonLink size="large" href={`/entwurf/${draftId}/mitzeichnung`}>
          {agreed.export.toAgreement}
        </ButtonLink>
        <ButtonLink size="large" href={`/entwurf/${draftId}`}>
          {words.toDraft}
        </ButtonLink>
      </div>
      <output className={css.unprinted}>
        {isUnprintable && `${agreed.export.notPrinted}. ${agreed.export.notHere}`}
      </output>
      {agreement && (
        <AgreementContext value={agreement}>
          <Receipts />
        </AgreementContext>
      )}
    </div>
  )
}
