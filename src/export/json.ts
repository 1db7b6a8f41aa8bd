import type { Application } from '../domain/application.ts'

/** The application as data, for archives and other programs. `format` and `version` say how to read it. */
export const writeJson = (application: Application, madeAt: number): string =>
  `${JSON.stringify({ format: 'einvernehmen-application', version: 1, madeAt: new Date(madeAt).toISOString(), ...application }, null, 2)}\n`
