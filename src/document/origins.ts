import type * as Y from 'yjs'

/** Origin of this person's changes through forms and buttons; each text editor has an origin of its own. */
export const byPerson = Symbol('by this person')

/** Origin of what this person brought in with a file. */
export const fromFile = Symbol('from a file')

/** Origin of changes another tab of this browser made and has already stored. */
export const fromOtherTab = Symbol('from another tab')

/**
 * Whether a person made the change on this page, or brought it in there. Loading, the server and other tabs apply theirs as non-local
 * transactions; local ones without an origin are Yjs tidying up after those.
 */
export const isOwnChange = ({ local, origin }: Y.Transaction): boolean =>
  origin === fromFile || (local && origin !== null)

/** Origin of what this person takes into a text from a suggestion; the text's editor shows it and can undo it. */
export const byAccepting = Symbol('by accepting a suggestion')
