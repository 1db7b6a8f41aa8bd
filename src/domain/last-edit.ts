import { isSamePerson } from './person.ts'
import { may, type Role } from './role.ts'
import type { Closing, Named } from './section-work.ts'

/** Who makes one text of everything in a closed section: the one named for the draft, else who closed it. */
export const finalEditorOf = (closing: Closing, named: Named | null): Named => named ?? closing.by

/** Who closes and opens sections for the last edit: those who lead, and the one who is named for it. */
export const mayClose = (me: Named & { role: Role }, named: Named | null): boolean =>
  may(me.role, 'lead') || (may(me.role, 'write-content') && named !== null && isSamePerson(me, named))

/** Who opens a closed section again: as above, and whoever has the pen in it. */
export const mayOpen = (me: Named & { role: Role }, closing: Closing, named: Named | null): boolean =>
  mayClose(me, named) || (may(me.role, 'write-content') && isSamePerson(me, finalEditorOf(closing, named)))
