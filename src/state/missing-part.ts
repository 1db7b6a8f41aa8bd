/** A part's files could not be had: no network and not kept, replaced by a newer release, or the page is being left. */
export class MissingPart extends Error {
  override name = 'MissingPart'
}

/** What a part's import resolves to. Rejects with `MissingPart`. */
export const fetchPart = <Part>(loading: Promise<Part>): Promise<Part> =>
  loading.catch((cause: unknown) => {
    throw new MissingPart(String(cause), { cause })
  })
