/** The shape this app writes. An app that meets a higher number must not attach an editor. */
export const shapeVersion = 1

/** Field in which an app of a newer shape leaves its number; absent means 1. */
export const shapeKey = 'shape'

/** Root Y.Map with primitive values only. */
export const fieldsName = 'fields'

/** Root Y.Text of one section. */
export const textName = (sectionId: string): string => `text/${sectionId}`

/** The section a root belongs to, or null when the root is no section's text. */
export const sectionOfTextName = (rootName: string): string | null =>
  rootName.startsWith('text/') ? rootName.slice('text/'.length) : null

export const partnerKey = (partnerId: string, part: 'name' | 'sector' | 'lead'): string =>
  `partner/${partnerId}/${part}`

export const sectionDoneKey = (sectionId: string): string => `section/${sectionId}/done`
