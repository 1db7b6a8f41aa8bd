export type LinkAddress = { ok: true; address: string } | { ok: false; reason: 'empty' | 'insecure' | 'invalid' }

/**
 * Reads what someone typed as a link: https, mailto and tel are kept, a bare web address gets https://, a bare mail
 * address mailto:, a bare telephone number tel:. Everything else is refused, http:// by name.
 */
export const readLinkAddress = (typed: string): LinkAddress => {
  const text = typed.trim()
  if (text === '') return { ok: false, reason: 'empty' }
  if (/^http:\/\//i.test(text)) return { ok: false, reason: 'insecure' }
  if (/^https:\/\//i.test(text)) return isWebAddress(text) ? { ok: true, address: text } : invalid
  if (/^mailto:/i.test(text)) return isMail(text.slice(7)) ? { ok: true, address: text } : invalid
  if (/^tel:/i.test(text)) return isTelephone(text.slice(4)) ? { ok: true, address: text } : invalid
  if (/^[a-z][a-z0-9+.-]*:\D/i.test(text)) return invalid
  if (isMail(text)) return { ok: true, address: `mailto:${text}` }
  if (isTelephone(text)) return { ok: true, address: `tel:${text.replace(/[^\d+]/g, '')}` }
  return isWebAddress(`https://${text}`) ? { ok: true, address: `https://${text}` } : invalid
}

const invalid = { ok: false, reason: 'invalid' } as const

const maxLength = 2000

const isMail = (text: string): boolean => text.length <= maxLength && /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)

const isTelephone = (text: string): boolean =>
  /^\+?[\d\s()/.-]{4,30}$/.test(text) && /\d{3}/.test(text.replace(/\D/g, ''))

const isWebAddress = (text: string): boolean => {
  if (text.length > maxLength || /\s/.test(text)) return false
  try {
    return /^[^.].*\.[^.]{2,}$/.test(new URL(text).hostname)
  } catch {
    return false
  }
}
