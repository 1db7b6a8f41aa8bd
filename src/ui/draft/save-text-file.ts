/** Hands the text to the browser as a file to keep, "Lauterbrück.txt"; works without a network. */
export const saveTextFile = (name: string, text: string): void => {
  // The byte order mark lets old Windows editors read the umlauts.
  const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim() || 'Entwurf'}.txt`
  link.click()
  // Safari fetches the blob after the click returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
