/** What people tick off beside the text. `partnerId` is null where one tick stands for all. */
export type Tick =
  | { kind: 'declaration'; id: string; partnerId: string | null }
  | { kind: 'attachment'; id: string }
  | { kind: 'checklist'; item: string }

/** The name under which a tick is kept. Items of the checklist have no id: theirs is made of their words. */
export const tickName = (tick: Tick): string => {
  switch (tick.kind) {
    case 'declaration':
      return tick.partnerId === null ? `declaration/${tick.id}` : `partner/${tick.partnerId}/declares/${tick.id}`
    case 'attachment':
      return `attachment/${tick.id}`
    default:
      return `checklist/${idOfWords(tick.item)}`
  }
}

/** Whether a name can be one of a tick; the app meets others among the fields. */
export const isTickName = (name: string): boolean =>
  /^(?:(?:declaration|attachment|checklist)\/|partner\/[^/]+\/declares\/)/.test(name)

const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

const idOfWords = (words: string): string => {
  const plain = words
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
  return `i-${plain}`.replace(/-+$/, '').slice(0, 60)
}
