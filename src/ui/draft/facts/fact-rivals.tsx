import type { CallField } from '../../../domain/call.ts'
import type { FactValue } from '../../../domain/fact.ts'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { factText } from './fact-text.ts'
import { Rivals } from './rivals.tsx'

interface FactRivalsProps {
  field: CallField
  value: FactValue | null
  rivals: readonly FactValue[]
  write: (value: FactValue) => void
}

/** What was written at the same time into a field of the call. */
export const FactRivals = ({ field, ...rest }: FactRivalsProps) => {
  const { elements } = useWording()
  const format = useFormat()
  return <Rivals label={field.label} say={(value) => factText(field, value, format, elements)} {...rest} />
}
