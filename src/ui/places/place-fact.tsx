import type { RefObject } from 'react'
import { factsOfPlace, type PlaceRegister, type RegisteredPlace } from '../../domain/place-register.ts'
import { useDraft } from '../draft/draft-context.ts'
import { PlaceSuggestions } from './place-suggestions.tsx'

interface PlaceFactProps {
  input: RefObject<HTMLInputElement | null>
  typed: string
  /** Puts the chosen name into the field. */
  onName: (name: string) => void
}

/** The register beside the open draft's place: choosing fills in everything the call asks about it. */
export const PlaceFact = ({ input, typed, onName }: PlaceFactProps) => {
  const draft = useDraft()
  const choose = (place: RegisteredPlace, register: PlaceRegister) => {
    onName(place.name)
    const { call } = draft.view.getState()
    for (const [fieldId, value] of factsOfPlace(place, register, call)) draft.setFact(fieldId, value)
  }
  return <PlaceSuggestions input={input} typed={typed} onChoose={choose} />
}
