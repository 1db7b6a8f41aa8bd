import type * as Y from 'yjs'
import { readApplication } from '../document/read-application.ts'
import { applicationText } from '../domain/application-text.ts'
import type { Call } from '../domain/call.ts'

/** The whole draft as readable text, for copying and for the emergency download. */
export const draftAsText = (doc: Y.Doc, call: Call): string => applicationText(readApplication(doc, call))
