import type { Person } from '../../src/domain/person.ts'

/** The people of the stories that tests with a browser tell. */
export const amina: Person = { name: 'Amina Haddad', organisation: 'Freiwilligenagentur Lauterbrück', sector: 'civil' }
export const bruno: Person = { name: 'Bruno Seidel', organisation: 'Stadt Lauterbrück', sector: 'administration' }
export const clara: Person = { name: 'Clara Wendt', organisation: 'Kreishandwerkerschaft', sector: 'business' }
export const deniz: Person = { name: 'Deniz Aydın', organisation: 'Hochschule', sector: 'science' }
