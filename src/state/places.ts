import { unpackRegister, type PlaceRegister } from '../domain/place-register.ts'

/** Asks for the municipal register; null where the operator has loaded none, or nobody can be asked and none is kept. */
export const fetchPlaces = async (origin: string, send: typeof fetch): Promise<PlaceRegister | null> => {
  const answer = await send(`${origin}/api/places`).catch(() => null)
  if (!answer?.ok || answer.status === 204) {
    // What nobody reads would keep the connection.
    await answer?.body?.cancel()
    return null
  }
  return unpackRegister(await answer.json().catch(() => null))
}
