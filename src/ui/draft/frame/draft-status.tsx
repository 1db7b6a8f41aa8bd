import { StatusLine } from '../../connection/status-line.tsx'
import { useDraftView } from '../draft-context.ts'
import { useDraftFile } from '../use-draft-file.ts'

/** The two facts of the open draft, and the file that rescues all of it. */
export const DraftStatus = ({ form }: { form: 'bar' | 'strip' }) => {
  const { saveFile } = useDraftFile()
  const status = useDraftView((view) => view.status)
  return <StatusLine status={status} form={form} onSaveFile={() => void saveFile()} />
}
