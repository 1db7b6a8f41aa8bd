/** Names of our two cookies. A browser refuses the `__Host-` prefix without https, so direct use goes without. */
export const cookieNames = (publicOrigin: string | null): { session: string; offer: string; secure: boolean } => {
  const secure = publicOrigin?.startsWith('https://') ?? false
  const prefix = secure ? '__Host-' : ''
  return { session: `${prefix}sid`, offer: `${prefix}sid-offer`, secure }
}

/** The value of one cookie in a Cookie header. */
export const readCookie = (header: string | undefined, name: string): string | undefined => {
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name) return value
  }
  return undefined
}
