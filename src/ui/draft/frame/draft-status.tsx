import { useEffect } from 'react'
import { useApp } from '../../app-context.tsx'
import { StatusLine } from '../../connection/status-line.tsx'
import { useDraftView } from '../draft-context.ts'
import { useDraftFile } from '../use-draft-file.ts'

/** What makes the file is fetched so long after the draft is there: it must work when nothing can be fetched any more. */
const prepareAfterMs = 1_000

/** The two facts of the open draft, and the file that rescues all of it. */
export const DraftStatus = ({ form }: { form: 'bar' | 'strip' }) => {
  const { saveFile } = useDraftFile()
  const { rescue } = useApp()
  useEffect(() => {
    const prepare = () => Promise.all([import('../../rescue/save-file.ts'), rescue.prepare()]).catch(() => null)
    const timer = setTimeout(() => void prepare(), prepareAfterMs)
    return () => clearTimeout(timer)
  }, [rescue])
  const status = useDraftView((view) => view.status)
  return <StatusLine status={status} form={form} onSaveFile={() => void saveFile()} />
}
