import { isLineKind, isSafeLink } from './lines.ts'
import { fieldsName, sectionOfTextName, shapeKey, shapeVersion, textName } from './names.ts'

/** Where in the flat document something is: a section's text, where `key` is null, or a key of the fields. */
export interface Place {
  root: string
  key: string | null
}

/** What a struct holds, as far as the flat shape knows it. `gc` and `skip` have no place in a document. */
export type Content =
  | { kind: 'string' | 'deleted' | 'gc' | 'skip' }
  | { kind: 'format'; key: string; value: unknown }
  | { kind: 'values'; values: readonly unknown[] }

const sectionId = '[a-z][a-z0-9-]{0,59}'
const word = '[a-z][A-Za-z0-9-]{0,39}'
const plainKey = [
  `${word}(?:\\.${word})?`,
  `partner/[A-Za-z0-9-]{1,40}/(?:${word}|declares/${sectionId})`,
  `section/${sectionId}/(?:done|status|closed/(?:by|organisation|at|reason))`,
  `section/${sectionId}/(?:writes|reviews|releases)/[A-Za-z0-9-]{1,40}/[0-9a-z]{1,12}`,
  'last-edit/(?:name|organisation)',
  `plan/${sectionId}/(?:day|done)`,
  `(?:declaration|attachment|checklist)/${sectionId}`,
].join('|')
const fieldKey = new RegExp(`^(?:said/[0-9a-z]{1,12}/)?(?:${plainKey})$`)
const wellFormedSection = new RegExp(`^${sectionId}$`)

/** The app's inputs end at 500; a newer app's may be longer. */
const maxFieldLength = 10_000

/**
 * Which places a draft has. Without a call (the operator took it away) every well-formed section is one: what people
 * wrote on their devices must find its way, and the number of places is bounded elsewhere.
 */
export const createPlaceCheck = (
  sections: readonly string[] | null,
): ((root: string, key: string | null) => boolean) => {
  const texts = sections && new Set(sections.map(textName))
  const isText = (root: string): boolean =>
    texts ? texts.has(root) : wellFormedSection.test(sectionOfTextName(root) ?? '')
  return (root, key) => (key === null ? isText(root) : root === fieldsName && fieldKey.test(key))
}

/** Whether this content may be at this place: text and known formats in a section, one primitive value under a key. */
export const fits = ({ key }: Place, content: Content): boolean => {
  switch (content.kind) {
    case 'deleted':
      return true
    case 'string':
      return key === null
    case 'format':
      return key === null && isFormat(content.key, content.value)
    case 'values':
      return key !== null && content.values.every((value) => isFieldValue(key, value))
    default:
      return false
  }
}

/** An allow-list: a newer app's formats come with a newer server. Null ends a format. */
const isFormat = (key: string, value: unknown): boolean => {
  switch (key) {
    case 'bold':
    case 'italic':
      return value === true || value === null
    case 'link':
      return value === null || isSafeLink(value)
    case 'kind':
      return value === null || isLineKind(value)
    case 'level':
      return value === null || value === 1 || value === 2 || value === 3
    default:
      return false
  }
}

const isFieldValue = (key: string, value: unknown): boolean => {
  // Whoever wrote a higher number would lock every app out of the draft.
  if (key === shapeKey) return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= shapeVersion
  if (typeof value === 'string') return value.length <= maxFieldLength
  return typeof value === 'boolean' || Number.isFinite(value)
}
