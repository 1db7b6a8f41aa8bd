import { StatusLine } from '../../connection/status-line.tsx'
import { useDraft, useDraftView } from '../draft-context.ts'
import { saveTextFile } from '../save-text-file.ts'

/** The two facts of the open draft, and the file that rescues its text. */
export const DraftStatus = ({ form }: { form: 'bar' | 'strip' }) => {
  const draft = useDraft()
  const status = useDraftView((view) => view.status)
  return (
    <StatusLine
      status={status}
      form={form}
      onSaveFile={() => saveTextFile(draft.view.getState().title, draft.plainText())}
    />
  )
}
