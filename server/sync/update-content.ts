/** Characters, formats or deletions of one client: from a clock up to, not including, another. */
export interface IdRange {
  client: number
  from: number
  to: number
}

/** What an update inserts and deletes. */
export interface UpdateContent {
  inserted: readonly IdRange[]
  deleted: readonly IdRange[]
}
