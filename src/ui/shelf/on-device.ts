import type { ShelfEntry } from '../../state/shelf-view.ts'

/** False for a draft this device only knows by name from the server: it was opened on another device so far. */
export const isOnDevice = (entry: ShelfEntry): boolean => entry.progress.length > 0 || entry.partners.length > 0
