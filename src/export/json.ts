import type { AgreementSheet } from '../domain/agreement-sheet.ts'
import type { Application } from '../domain/application.ts'

/** The application as data, for archives and other programs, with who agreed to it. `format` and `version` say how to read it. */
export const writeJson = (application: Application, madeAt: number, sheet: AgreementSheet | null = null): string => {
  const head = { format: 'einvernehmen-application', version: 1, madeAt: new Date(madeAt).toISOString() }
  return `${JSON.stringify({ ...head, ...application, ...(sheet && { agreement: sheet }) }, null, 2)}\n`
}
