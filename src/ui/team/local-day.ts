/** The ISO day of a moment (ms since 1970) by this device's clock; Canada writes dates that way. */
export const localDay = (ms: number): string =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(ms)
