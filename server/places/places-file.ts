import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { packRegister, unpackRegister, type PlaceRegister } from '../../src/domain/place-register.ts'

const fileIn = (dataDir: string): string => join(dataDir, 'places.json')

/** Puts a register in place of the one before; who reads meanwhile gets the one or the other. */
export const writePlaces = (dataDir: string, register: PlaceRegister): void => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = fileIn(dataDir)
  writeFileSync(`${file}.new`, JSON.stringify(packRegister(register)))
  renameSync(`${file}.new`, file)
}

/** The register as it is sent. */
export interface ServedPlaces {
  etag: string
  plain: Uint8Array<ArrayBuffer>
  gzipped: Uint8Array<ArrayBuffer>
}

/** Reads the register when it is asked for, again only where the file has changed; null where there is none to serve. */
export const openPlaces = (dataDir: string): (() => ServedPlaces | null) => {
  let known: { changedAt: number; places: ServedPlaces | null } | null = null
  return () => {
    const changedAt = statSync(fileIn(dataDir), { throwIfNoEntry: false })?.mtimeMs
    if (changedAt === undefined) return null
    if (known?.changedAt !== changedAt) known = { changedAt, places: readServed(fileIn(dataDir)) }
    return known.places
  }
}

const readServed = (file: string): ServedPlaces | null => {
  const plain = new Uint8Array(readFileSync(file))
  if (!isRegister(plain)) return null
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { etag, plain, gzipped: new Uint8Array(gzipSync(plain, { level: 9 })) }
}

const isRegister = (bytes: Uint8Array): boolean => {
  try {
    return unpackRegister(JSON.parse(new TextDecoder().decode(bytes))) !== null
  } catch {
    return false
  }
}
