/** Ends a switch over a closed set: the compiler refuses it when a case is missing. */
export const unreachable = (value: never): never => {
  throw new Error(`unexpected: ${JSON.stringify(value)}`)
}
