import * as v from 'valibot'
import type { Call, CallField } from './call.ts'
import { factProblem, readFact, type FactValue } from './fact.ts'
import { isRealDay } from './iso-day.ts'
import { plain } from './plain-words.ts'

type RegisterWord = NonNullable<CallField['fromRegister']>

export interface RegisteredPlace {
  name: string
  /** Stadt, Gemeinde. */
  kind: string
  /** The Land. */
  state: string
  population: number
  /** Amtlicher Gemeindeschlüssel, eight digits. */
  areaCode: string
}

/** The places of an official register, as its operator loaded it. */
export interface PlaceRegister {
  source: string
  /** The day the numbers of inhabitants are of. */
  date: string
  places: readonly RegisteredPlace[]
}

const position = v.pipe(v.number(), v.integer(), v.minValue(0))
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/** How a register travels and lies on the disk: each place as name, kind, state, inhabitants, area code. */
const packedSchema = v.object({
  source: name,
  date: v.pipe(v.string(), v.check(isRealDay)),
  kinds: v.pipe(v.array(name), v.maxLength(100)),
  states: v.pipe(v.array(name), v.maxLength(100)),
  places: v.pipe(
    v.array(v.strictTuple([name, position, position, position, v.pipe(v.string(), v.regex(/^\d{8}$/))])),
    v.maxLength(50_000),
  ),
})
export type PackedRegister = v.InferOutput<typeof packedSchema>

export const packRegister = ({ source, date, places }: PlaceRegister): PackedRegister => {
  const kinds = [...new Set(places.map(({ kind }) => kind))].sort()
  const states = [...new Set(places.map(({ state }) => state))].sort()
  return {
    source,
    date,
    kinds,
    states,
    places: places.map((place) => [
      place.name,
      kinds.indexOf(place.kind),
      states.indexOf(place.state),
      place.population,
      place.areaCode,
    ]),
  }
}

/** Null where this is no register. */
export const unpackRegister = (json: unknown): PlaceRegister | null => {
  const parsed = v.safeParse(packedSchema, json, { abortEarly: true })
  if (!parsed.success) return null
  const { source, date, kinds, states } = parsed.output
  const places = parsed.output.places.map(([placeName, kind, state, population, areaCode]) => ({
    name: placeName,
    kind: kinds[kind] ?? '',
    state: states[state] ?? '',
    population,
    areaCode,
  }))
  return { source, date, places }
}

/** A register with its names as they are looked for, made once: nobody waits for eleven thousand of them at a key press. */
export type PlaceIndex = readonly { place: RegisteredPlace; said: string }[]

/** The larger places first. */
export const indexPlaces = ({ places }: PlaceRegister): PlaceIndex =>
  places
    .map((place) => ({ place, said: ` ${plain(place.name)}` }))
    .sort((a, b) => b.place.population - a.place.population)

/** Places whose name begins like what was typed, then those with a word that does; the larger first. */
export const findPlaces = (known: PlaceIndex, typed: string, limit: number): RegisteredPlace[] => {
  const wanted = ` ${plain(typed)}`
  if (wanted.length < 3) return []
  const found = known.filter(({ said }) => said.includes(wanted))
  const first = found.filter(({ said }) => said.startsWith(wanted))
  const others = found.filter(({ said }) => !said.startsWith(wanted))
  return [...first, ...others].slice(0, limit).map(({ place }) => place)
}

/** What a call's fields get from a place; a choice that the call does not offer is left to the person. */
export const factsOfPlace = (
  place: RegisteredPlace,
  { source, date }: Pick<PlaceRegister, 'source' | 'date'>,
  { fields }: Pick<Call, 'fields'>,
): [fieldId: string, value: FactValue][] => {
  const said: Record<RegisterWord, FactValue> = {
    name: place.name,
    kind: place.kind,
    state: place.state,
    population: place.population,
    'population-date': date,
    source,
    'area-code': place.areaCode,
  }
  const fits = (field: CallField, value: FactValue | null): value is FactValue =>
    value !== null && !['no-choice', 'no-day'].includes(factProblem(field, value) ?? '')
  return fields.flatMap((field) => {
    const value = field.fromRegister ? readFact(field, said[field.fromRegister]) : null
    return fits(field, value) ? [[field.id, value]] : []
  })
}
