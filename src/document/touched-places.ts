import type * as Y from 'yjs'

/** The root names a transaction changed, such as `fields` or `text/ziele`. */
export const touchedPlaces = ({ doc, changedParentTypes }: Y.Transaction): string[] =>
  [...doc.share].flatMap(([name, type]) => (changedParentTypes.has(type) ? [name] : []))
