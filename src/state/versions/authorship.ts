import { createStore } from 'zustand/vanilla'
import { textName } from '../../document/names.ts'
import { readTextAuthors, type Credit } from '../../document/text-authors.ts'
import { countCharacters } from '../../domain/character-count.ts'
import type { Sector } from '../../domain/sector.ts'
import { sharesOf, type Share } from '../../domain/shares.ts'
import { openKeptAuthors, type KeptAuthor, type KeptAuthors } from '../../storage/kept-authors.ts'
import { afterPaint } from '../after-paint.ts'
import type { Desk } from '../desk.ts'
import type { DraftDiscussion } from '../discussion/draft-discussion.ts'
import type { LiveDraft } from '../live-draft.ts'

/** A part of a section with the organisation that wrote it; `sector` is null where nobody knows whose it is. */
export interface OwnedRange {
  from: number
  to: number
  organisation: string
  sector: Sector | null
}

export interface SectionAuthors {
  ranges: readonly OwnedRange[]
  shares: readonly Share[]
  /** Characters of which this device does not know whose they are. */
  unknown: number
}

/** Where a line ends nobody sees a character, and whoever typed first would have one too many. */
const asRead = { spaces: true, lineBreak: 0 } as const

/** The server names so many at once. */
const mostAuthors = 500

/** Who wrote what stands in a draft now, by the ids the server vouches for; what was once heard is known offline too. */
export class Authorship {
  /** By section; only those of the call. */
  readonly view = createStore<{ sections: ReadonlyMap<string, SectionAuthors> }>(() => ({ sections: new Map() }))
  readonly #desk: Desk
  readonly #live: LiveDraft
  readonly #store: KeptAuthors
  readonly #people: Map<number, KeptAuthor>
  /** Nobody has written under these as far as the server knows; not asked again while this is open. */
  readonly #asked = new Set<number>()
  readonly #stops: (() => void)[]
  /** Null until it is there: what accepted suggestions brought counts as written by whoever accepted until then. */
  #discussion: DraftDiscussion | null = null
  #callOff: (() => void) | null = null
  #isClosed = false

  static async open(desk: Desk, live: LiveDraft): Promise<Authorship> {
    const store = openKeptAuthors(live.draftId, desk.surroundings.device)
    return new Authorship(desk, live, store, await store.list())
  }

  private constructor(desk: Desk, live: LiveDraft, store: KeptAuthors, known: readonly KeptAuthor[]) {
    this.#desk = desk
    this.#live = live
    this.#store = store
    this.#people = new Map(known.map((author) => [author.clientId, author]))
    live.doc.on('update', this.#readSoon)
    this.#stops = [live.onFacts(() => void this.#ask())]
    this.#read()
    void live.discussion().then(
      (discussion) => this.#listenTo(discussion),
      () => null,
    )
  }

  close(): void {
    this.#isClosed = true
    this.#callOff?.()
    for (const stop of this.#stops) stop()
    this.#live.doc.off('update', this.#readSoon)
    this.#store.close()
  }

  #listenTo(discussion: DraftDiscussion): void {
    if (this.#isClosed) return
    this.#discussion = discussion
    this.#stops.push(discussion.view.subscribe((is, was) => is.threads !== was.threads && this.#readSoon()))
    this.#readSoon()
  }

  /** What pages wrote for those whose suggestions were accepted on them: nobody can give away another's words. */
  #credits(): Credit[] {
    const threads = this.#discussion?.view.getState().threads ?? []
    return threads.flatMap((thread) => {
      if (thread.kind !== 'suggestion') return []
      return thread.acceptances.flatMap(({ by, wrote }) =>
        wrote.flatMap((range): Credit[] =>
          this.#memberOf(range[0]) === by.member ? [{ wrote: range, person: thread.opening.by }] : [],
        ),
      )
    })
  }

  /** Inside a Yjs event. */
  readonly #readSoon = (): void => {
    this.#callOff ??= afterPaint(() => this.#read())
  }

  #read(): void {
    this.#callOff = null
    const { doc, call } = this.#live
    const credits = this.#credits()
    const sections = call.sections.map(({ id }) => {
      const text = doc.getText(textName(id))
      return [id, this.#section(readTextAuthors(text, credits), text.toJSON())] as const
    })
    this.view.setState({ sections: new Map(sections) })
    void this.#ask()
  }

  #section(written: ReturnType<typeof readTextAuthors>, text: string): SectionAuthors {
    const ranges: OwnedRange[] = []
    for (const { clientId, credited, from, to } of written) {
      const { organisation = '', sector = null } = credited?.person ?? this.#personOf(clientId) ?? {}
      const last = ranges.at(-1)
      if (last && last.organisation === organisation && last.sector === sector) last.to = to
      else ranges.push({ from, to, organisation, sector })
    }
    const counted = ranges.map(({ from, to, organisation, sector }) => ({
      organisation,
      sector,
      characters: countCharacters(text.slice(from, to), asRead),
    }))
    const known = counted.flatMap(({ sector, ...each }) => (sector === null ? [] : [{ ...each, sector }]))
    const unknown = counted.reduce((sum, { sector, characters }) => sum + (sector === null ? characters : 0), 0)
    return { ranges, shares: sharesOf(known), unknown }
  }

  /** This page's own words are this person's before the server has heard of them. */
  #personOf(clientId: number): Pick<KeptAuthor, 'organisation' | 'sector'> | undefined {
    return clientId === this.#live.doc.clientID ? this.#live.record().me : this.#people.get(clientId)
  }

  #memberOf(clientId: number): string | undefined {
    const isThisPage = clientId === this.#live.doc.clientID
    return isThisPage ? (this.#live.record().access?.me.id ?? '') : this.#people.get(clientId)?.memberId
  }

  async #ask(): Promise<void> {
    const { connection, waiting } = this.#live.textFacts()
    if (connection.name !== 'live' || waiting > 0) return
    const { doc, call } = this.#live
    const ids = new Set(
      call.sections.flatMap(({ id }) => readTextAuthors(doc.getText(textName(id)))).map((each) => each.clientId),
    )
    const missing = [...ids]
      .filter((id) => this.#people.get(id)?.memberId === undefined && !this.#asked.has(id))
      .slice(0, mostAuthors)
    if (missing.length === 0) return
    for (const id of missing) this.#asked.add(id)
    const answer = await this.#desk.api.team.readAuthors(this.#live.draftId, missing)
    if (this.#isClosed) return
    if (!answer.ok) {
      for (const id of missing) this.#asked.delete(id)
      return
    }
    const found = answer.value.map(({ clientId, memberId, organisation, sector }) => ({
      clientId,
      memberId,
      organisation,
      sector,
    }))
    if (found.length === 0) return
    for (const author of found) this.#people.set(author.clientId, author)
    await this.#store.write(found)
    this.#readSoon()
  }
}
