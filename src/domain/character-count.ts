import type { Call } from './call.ts'

/** Counts a plain text by the call's rule: code points, with or without spaces, a line break as 0–2 characters. */
export const countCharacters = (
  plainText: string,
  counting: Pick<Call['counting'], 'spaces' | 'lineBreak'>,
): number => {
  let count = 0
  for (const character of plainText) {
    if (character === '\n') count += counting.lineBreak
    else if (counting.spaces || !/\s/u.test(character)) count += 1
  }
  return count
}
