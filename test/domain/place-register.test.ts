import { describe, expect, it } from 'vitest'
import {
  factsOfPlace,
  findPlaces,
  indexPlaces,
  packRegister,
  unpackRegister,
  type PlaceRegister,
} from '../../src/domain/place-register.ts'
import { callNamed } from '../world/calls.ts'

const placeOf = (name: string, population: number, areaCode: string, kind = 'Stadt') => ({
  name,
  kind,
  state: 'Niedersachsen',
  population,
  areaCode,
})
const register: PlaceRegister = {
  source: 'Statistisches Bundesamt',
  date: '2022-12-31',
  places: [
    placeOf('Lauterbrück', 23_418, '03456001'),
    placeOf('Lautertal', 800, '03456002', 'Gemeinde'),
    placeOf('Bad Lauter', 90_000, '03456003'),
    placeOf('Überlingen', 22_000, '03456004'),
  ],
}

describe('a register of places', () => {
  it('travels packed and comes back the same', () => {
    expect(unpackRegister(JSON.parse(JSON.stringify(packRegister(register))))).toEqual(register)
  })

  it('is none where anything of it is wrong', () => {
    const packed = packRegister(register)
    for (const spoiled of [
      null,
      {},
      { ...packed, date: '2022-13-31' },
      { ...packed, places: [['Ort', 0, 0, -5, '03456001']] },
      { ...packed, places: [['Ort', 0, 0, 5, '34']] },
      { ...packed, places: [['Ort', '0', 0, 5, '03456001']] },
    ])
      expect(unpackRegister(spoiled)).toBe(null)
  })

  it('finds by the beginning of the name, then of a word in it, the larger first, however umlauts are typed', () => {
    const found = (typed: string) => findPlaces(indexPlaces(register), typed, 3).map(({ name }) => name)
    expect(found('laut')).toEqual(['Lauterbrück', 'Lautertal', 'Bad Lauter'])
    expect(found('LAUTERBRUE')).toEqual(['Lauterbrück'])
    expect(found('überl')).toEqual(['Überlingen'])
    expect(found('l')).toEqual([])
    expect(found('brück')).toEqual([])
  })

  it('fills what a call asks for, and leaves a choice alone that the call does not offer', () => {
    const [town] = register.places
    if (!town) throw new Error('no place')
    expect(factsOfPlace(town, register, callNamed('engagierte-stadt-2023'))).toEqual([
      ['place.name', 'Lauterbrück'],
      ['place.kind', 'Stadt'],
      ['place.state', 'Niedersachsen'],
      ['place.population', 23_418],
      ['place.populationDate', '2022-12-31'],
      ['place.populationSource', 'Statistisches Bundesamt'],
    ])
    expect(factsOfPlace({ ...town, kind: 'Markt' }, register, callNamed('engagiertes-land-2023'))).toHaveLength(4)
    const other = factsOfPlace({ ...town, kind: 'Markt' }, register, callNamed('engagierte-stadt-2023'))
    expect(other.map(([id]) => id)).not.toContain('place.kind')
  })
})
