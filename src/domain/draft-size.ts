/** Largest size of a draft, merged, in bytes: 300 times what an expression of interest usually has. */
export const maxDraftBytes = 5 * 1_048_576

/** From here on its people are told that it is getting full. */
export const nearlyFullBytes = 3 * 1_048_576
