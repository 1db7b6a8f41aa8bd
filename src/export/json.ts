import type { AgreementSheet } from '../domain/agreement-sheet.ts'
import type { Application } from '../domain/application.ts'
import type { DiscussionSheet } from '../domain/discussion-sheet.ts'

/**
 * The application as data, for archives and other programs, with who agreed to it and, on wish, what is said about it.
 * `format` and `version` say how to read it.
 */
export const writeJson = (
  application: Application,
  madeAt: number,
  sheet: AgreementSheet | null = null,
  discussion: DiscussionSheet | null = null,
): string => {
  const head = { format: 'einvernehmen-application', version: 1, madeAt: new Date(madeAt).toISOString() }
  const parts = { ...(sheet && { agreement: sheet }), ...(discussion && { discussion }) }
  return `${JSON.stringify({ ...head, ...application, ...parts }, null, 2)}\n`
}
