import type { Application } from '../domain/application.ts'
import { applicationText } from '../domain/application-text.ts'

/** A text file. The byte order mark and Windows' line ends let old editors read it. */
export const writeText = (application: Application): string =>
  `\uFEFF${applicationText(application).replaceAll('\n', '\r\n')}\r\n`
