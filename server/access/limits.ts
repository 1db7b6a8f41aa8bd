/** How much one process takes on before it says "later". The environment may change the first six. */
export interface Limits {
  /** Open sockets of the whole process; a page has two, for the text and for what is said about it. */
  sockets: number
  /** A town hall or a meeting shares one address. */
  socketsPerAddress: number
  socketsPerDraft: number
  /** Tabs and devices of one person in one document of a draft; a line that died unnoticed counts for up to 50 s. */
  socketsPerMember: number
  /** Drafts started from one address. */
  draftsPerHour: number
  /** Requests with a secret that fits nothing, from one address. */
  wrongSecretsPerMinute: number
  /** Until the head of a request is complete, in ms. */
  headersMs: number
  /** Until a request is complete, in ms. */
  requestMs: number
}

export const usualLimits: Limits = {
  sockets: 2000,
  socketsPerAddress: 200,
  socketsPerDraft: 50,
  socketsPerMember: 10,
  draftsPerHour: 60,
  wrongSecretsPerMinute: 10,
  headersMs: 10_000,
  requestMs: 30_000,
}
