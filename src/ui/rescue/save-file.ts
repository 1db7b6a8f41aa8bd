import type { DraftId } from '../../domain/draft-id.ts'
import type { Rescue, RescueCopy } from '../../state/app-state.ts'
import { downloadFile, fileName } from '../elements/download-file.ts'

/** Saves a draft as one `.eoi` file. False when there is nothing of it on this device. Rejects when it cannot be read. */
export const saveFile = async (rescue: Rescue, draftId: DraftId): Promise<boolean> => {
  const copy = await rescue.save(draftId)
  if (copy === null) return false
  downloadFile(nameOf(copy), '.eoi', [copy.bytes], fileType)
  return true
}

/** Opens the share sheet with the file, as text where it refuses the type; false when the person called it off. */
export const shareFile = async (rescue: Rescue, draftId: DraftId, sentence: string): Promise<boolean> => {
  const copy = await rescue.save(draftId)
  if (copy === null) return false
  const plain = new File([copy.bytes], `${fileName(nameOf(copy))}.eoi`, { type: fileType })
  const file = navigator.canShare({ files: [plain] }) ? plain : await asText(rescue, copy, sentence)
  try {
    await navigator.share({ files: [file], title: file.name })
    return true
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false
    throw error
  }
}

const fileType = 'application/x-einvernehmen'

const asText = async (rescue: Rescue, copy: RescueCopy, sentence: string): Promise<File> =>
  new File([await rescue.asText(copy, sentence)], `${fileName(nameOf(copy))}.eoi.txt`, { type: 'text/plain' })

/** "Lauterbrück 2023-11-02 14-32": names sort by time, and two files of one day do not get in each other's way. */
const nameOf = ({ title, savedAt }: RescueCopy): string => {
  const local = new Date(savedAt - new Date(savedAt).getTimezoneOffset() * 60_000).toISOString()
  return `${title || 'Entwurf'} ${local.slice(0, 10)} ${local.slice(11, 16).replace(':', '-')}`
}
