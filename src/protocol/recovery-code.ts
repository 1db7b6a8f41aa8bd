/** Crockford's 32 signs: nothing on paper looks like something else, and no word comes about by chance. */
export const recoveryAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export const recoveryCodeLength = 20

const isCode = new RegExp(`^[${recoveryAlphabet}]{${recoveryCodeLength}}$`)

/** Reads a code as people copy it from paper: small letters, spaces, dashes, O for 0, I and L for 1. Null when it is none. */
export const readRecoveryCode = (typed: string): string | null => {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return isCode.test(code) ? code : null
}
