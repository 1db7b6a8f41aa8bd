/** The beginning of a fingerprint, for people to compare at a glance: 7f3a 91c2. */
export const shortMark = (fingerprint: string): string => `${fingerprint.slice(0, 4)} ${fingerprint.slice(4, 8)}`
