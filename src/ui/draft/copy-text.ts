/**
 * Puts text on the clipboard; false where the browser does not allow it. Over plain http from another machine, as in a
 * town hall's own network, browsers have no clipboard at all.
 */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
