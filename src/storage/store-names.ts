/** `updates` and `custom` are y-indexeddb's own stores, in its format; the `outbox` is ours. */
export const updatesStore = 'updates'
export const customStore = 'custom'
export const outboxStore = 'outbox'
