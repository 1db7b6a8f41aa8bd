import { useEffect } from 'react'

/**
 * A file that is dropped anywhere on the page. The browser would leave the page and show the file instead, the text in
 * hand and all.
 */
export const useFileDrop = (onFile: (file: File) => void): void => {
  useEffect(() => {
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      const [file] = event.dataTransfer?.files ?? []
      if (file) onFile(file)
    }
    // Before the editor, which would take the drop for text.
    window.addEventListener('dragover', over, true)
    window.addEventListener('drop', drop, true)
    return () => {
      window.removeEventListener('dragover', over, true)
      window.removeEventListener('drop', drop, true)
    }
  }, [onFile])
}
