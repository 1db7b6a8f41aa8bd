import type { Ref } from 'react'

interface FileInputProps {
  /** Whose click opens the browser's list of files. */
  ref: Ref<HTMLInputElement>
  label: string
  onChoose: (file: File) => void
}

/** A choice of one file, out of sight behind a button. Phones offer nothing to choose for endings they do not know. */
export const FileInput = ({ ref, label, onChoose }: FileInputProps) => (
  <input
    ref={ref}
    type="file"
    hidden
    tabIndex={-1}
    aria-label={label}
    onChange={({ target }) => {
      const [first] = target.files ?? []
      if (first) onChoose(first)
      target.value = ''
    }}
  />
)
