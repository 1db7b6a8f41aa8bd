import type { Person } from '../../domain/person.ts'
import type { ExampleDraft } from '../../state/example-draft.ts'
import { lauterbrueckSections } from './lauterbrueck-sections.ts'
import { writtenLines } from './written-lines.ts'

/** The place all of this is about. Town, organisations and people are invented. */
export const exampleTitle = 'Lauterbrück'

/** Under this name the example is opened, so that nobody's own name gets into an invented town. */
export const examplePerson: Person = {
  name: 'Amina Haddad',
  organisation: 'Freiwilligenagentur Lauterbrück e. V.',
  sector: 'civil',
}

/** A whole expression of interest, nearly finished: some sections done, one close to its limit, one just begun. */
export const example: ExampleDraft = {
  callId: 'engagierte-stadt-2023',
  facts: [
    ['place.name', exampleTitle],
    ['place.kind', 'Stadt'],
    ['place.state', 'Hessen'],
    ['place.population', 23_418],
    ['place.populationDate', '2022-12-31'],
    ['place.populationSource', 'Hessisches Statistisches Landesamt'],
    ['submitter', examplePerson.organisation],
    ['contact', examplePerson.name],
  ],
  partners: [
    { name: examplePerson.organisation, sector: 'civil', lead: true },
    { name: 'Stadt Lauterbrück', sector: 'administration', lead: false },
    { name: 'Kreishandwerkerschaft Lautertal', sector: 'business', lead: false },
    { name: 'Hochschule Lautertal', sector: 'science', lead: false },
  ],
  sections: lauterbrueckSections.map(({ id, written, done }) => ({ id, lines: writtenLines(written), done })),
}
