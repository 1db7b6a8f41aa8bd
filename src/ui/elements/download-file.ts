/** Hands something to the browser as a file to keep, "Lauterbrück.txt"; works without a network. */
export const downloadFile = (name: string, ending: string, parts: BlobPart[], type: string): void => {
  const address = URL.createObjectURL(new Blob(parts, { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName(name) + ending
  link.click()
  // Safari fetches the blob after the click returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** A name that every system takes. */
export const fileName = (name: string): string => name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim() || 'Entwurf'
