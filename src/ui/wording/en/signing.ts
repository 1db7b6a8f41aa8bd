import type { Translated } from '../catalogue.ts'
import type { signing as german } from '../de/signing.ts'

export const signing: Translated<typeof german> = {
  label: 'Agreement',
  labelOf: (name) => `Agreement by ${name}`,
  none: 'may not agree for it',
  authorised: 'may agree',
  deputy: 'may agree as deputy',
  hint: 'Whoever agrees gives the consent of their own organisation, whether they write or only read.',
}
