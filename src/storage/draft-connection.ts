import type { DocumentId } from '../domain/document-id.ts'
import { openDraftDatabase } from './draft-database.ts'
import { mayBeTorn, mendLog, noteRefused } from './torn-log.ts'
import { within } from './within.ts'

/** How long the browser may take to open the database. */
const openLimitMs = 4_000

/** How a connection was lost without our doing: `deleted` by another tab, `newer` made by a newer app. */
export type Loss = 'closed' | 'deleted' | 'newer'

/** The connection to a document's database, which the browser may take away at any moment. */
export class DraftConnection {
  readonly #documentId: DocumentId
  readonly #databases: IDBFactory | null
  readonly #onLost: (loss: Loss) => void
  #database: IDBDatabase | null = null

  constructor(documentId: DocumentId, databases: IDBFactory | null, onLost: (loss: Loss) => void) {
    this.#documentId = documentId
    this.#databases = databases
    this.#onLost = onLost
  }

  /** Null where one has to be opened before anything is written. */
  get database(): IDBDatabase | null {
    return mayBeTorn(this.#databases) ? null : this.#database
  }

  /** Opens a new connection; `isNew` says that the database had to be made. Rejects when the browser refuses. */
  async open(): Promise<{ database: IDBDatabase; isNew: boolean }> {
    this.close()
    if (this.#databases === null) throw new DOMException('no IndexedDB here', 'SecurityError')
    await mendLog(this.#databases)
    const opening = openDraftDatabase(this.#databases, this.#documentId)
    const opened = await within(openLimitMs, opening).catch((error: unknown) => {
      opening.then(
        (late) => late.database.close(),
        () => undefined,
      )
      throw error
    })
    const { database } = opened
    database.addEventListener('versionchange', ({ newVersion }) =>
      this.#lose(database, newVersion === null ? 'deleted' : 'newer'),
    )
    database.addEventListener('close', () => this.#lose(database, 'closed'))
    this.#database = database
    return opened
  }

  /** Closes after the browser has refused something. */
  drop(error: unknown): void {
    noteRefused(this.#databases, error)
    this.close()
  }

  close(): void {
    this.#database?.close()
    this.#database = null
  }

  /** Whoever wants to delete or to renew the database waits until every connection is closed. */
  #lose(database: IDBDatabase, loss: Loss): void {
    database.close()
    if (this.#database !== database) return
    this.#database = null
    this.#onLost(loss)
  }
}
