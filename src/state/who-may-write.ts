import { finalEditorOf } from '../domain/last-edit.ts'
import { isSamePerson } from '../domain/person.ts'
import { may, type Role } from '../domain/role.ts'
import type { Closing, Named } from '../domain/section-work.ts'
import type { PackageState } from '../domain/submission.ts'

/** Why this person may not write now. */
export type WhyNot =
  /** They no longer belong to the draft. */
  | { name: 'removed' }
  /** The page is about to begin anew; what is typed now would be lost. */
  | { name: 'resting' }
  /** The package is frozen: nobody writes on until it is opened again. */
  | { name: 'frozen'; by: string; at: number }
  /** Their role only reads. */
  | { name: 'reader' }
  /** A newer app has written here what this one may not touch. */
  | { name: 'newer-app' }
  /** The section is left to the final editor. */
  | { name: 'last-edit'; closing: Closing; editor: Named }

interface InDraft {
  removed: boolean
  resting: boolean
  role: Role
  isOfNewerApp: boolean
  /** Of the package, see `PackageState`. */
  frozen: PackageState['frozen']
}

/** Null where this person may write in the draft, sections that are closed excepted. */
export const whyNotInDraft = ({ removed, resting, role, isOfNewerApp, frozen }: InDraft): WhyNot | null => {
  if (removed) return { name: 'removed' }
  if (!may(role, 'write-content')) return { name: 'reader' }
  if (isOfNewerApp) return { name: 'newer-app' }
  if (frozen) return { name: 'frozen', by: frozen.name, at: frozen.at }
  return resting ? { name: 'resting' } : null
}

interface InSection {
  inDraft: WhyNot | null
  me: Named
  closing: Closing | null
  finalEditor: Named | null
}

/**
 * Null where this person may write the text of a section. The one place that says so: whatever writes a section asks here.
 * A closed section is an agreement among people, kept by their apps alone; the server takes what was written in it. It must:
 * somebody in a hall without a network writes on in good faith, and no word of theirs may be lost. It merges as ever, and
 * the final editor finds it in the text.
 */
export const whyNotInSection = ({ inDraft, me, closing, finalEditor }: InSection): WhyNot | null => {
  if (inDraft !== null || closing === null) return inDraft
  const editor = finalEditorOf(closing, finalEditor)
  return isSamePerson(me, editor) ? null : { name: 'last-edit', closing, editor }
}
