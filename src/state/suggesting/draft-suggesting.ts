import { createStore, type StoreApi } from 'zustand/vanilla'
import { textName } from '../../document/names.ts'
import { takesTalk } from '../../domain/discussion-limits.ts'
import type { Suggestion } from '../../domain/discussion.ts'
import { decorateFork } from '../../editor/suggesting/draw-fork.ts'
import { indexOfPlace, placeInFork, placesOfContent, type ForkPlace } from '../../editor/suggesting/fork-places.ts'
import type { ShownSuggestion } from '../../editor/suggesting/draw-suggestions.ts'
import { openSectionEditor, type SectionEditor } from '../../editor/section-editor.ts'
import { afterPaint } from '../after-paint.ts'
import type { SectionMount } from '../opened-draft.ts'
import type { Desk } from '../desk.ts'
import type { DraftDiscussion } from '../discussion/draft-discussion.ts'
import type { DraftView } from '../draft-view.ts'
import type { LiveDraft } from '../live-draft.ts'
import { acceptedSuggestions, openSuggestions, ownSuggestions, placeSuggestions } from './drawn-suggestions.ts'
import { openKeptTyping, type KeptTyping } from './kept-typing.ts'
import { maySuggestIn } from './may-suggest.ts'
import { Renewal } from './renewal.ts'
import { Saying, type StuckWords } from './saying.ts'
import { SuggestingFork } from './suggesting-fork.ts'
import type { Unsaid } from './typed-suggestions.ts'

export interface SuggestingView {
  /** Changes when editors have to be mounted anew. */
  generation: number
  /** What cannot be said, too long, not allowed any more or without room, for copying: its words by passage. */
  stuck: StuckWords
  /** Changes when words have moved and it has to be looked again where suggestions are. */
  moved: number
}

/** After so long a rest what was typed is said. Each time says the whole passage anew, and what is said stays for ever. */
const restMs = 20_000
/** After so long without a change it is looked where suggestions are now; until then they move with the text. */
const stillMs = 300

/** Typing suggestions in a draft: the fork they are typed in, what is kept of it, and what is said of it when. */
export class DraftSuggesting {
  readonly view = createStore<SuggestingView>(() => ({ generation: 0, stuck: new Map(), moved: 0 }))
  readonly discussion: DraftDiscussion
  readonly #live: LiveDraft
  readonly #draft: StoreApi<DraftView>
  readonly #kept: KeptTyping
  readonly #editors = new Map<string, SectionEditor>()
  readonly #changed = new Set<string>()
  readonly #stops: (() => void)[]
  readonly #focused = new Set<string>()
  readonly #saying: Saying
  readonly #renewal: Renewal
  /** Made when the first section is shown for suggesting. */
  #fork: SuggestingFork | null = null
  #callOff: (() => void) | null = null
  #still: ReturnType<typeof setTimeout> | null = null
  #rest: ReturnType<typeof setTimeout> | null = null
  /** Where the caret was in an editor that had the focus when it was taken away. */
  #caret: { sectionId: string; place: ForkPlace } | null = null

  static async open(desk: Desk, live: LiveDraft, draft: StoreApi<DraftView>): Promise<DraftSuggesting> {
    const discussion = await live.discussion()
    const kept = await openKeptTyping(desk.surroundings.device, live.draftId, discussion)
    return new DraftSuggesting(live, draft, discussion, kept)
  }

  private constructor(live: LiveDraft, draft: StoreApi<DraftView>, discussion: DraftDiscussion, kept: KeptTyping) {
    this.#live = live
    this.#draft = draft
    this.discussion = discussion
    this.#kept = kept
    this.#saying = new Saying({
      live,
      discussion,
      kept,
      own: () => this.#own(),
      onStuck: (stuck) => this.view.setState({ stuck }),
    })
    this.#renewal = new Renewal({
      isComposing: () => [...this.#editors.values()].some((editor) => editor.isComposing()),
      haveWordsCome: () => this.#accepted().every((each) => this.#fork?.hasCome(each)),
      renew: () => this.#renew(),
    })
    live.doc.on('update', this.#drawSoon)
    this.#stops = [
      discussion.view.subscribe((is, was) => {
        if (is.threads !== was.threads) this.#compare()
        if (is.mayDiscuss && !was.mayDiscuss) this.say()
        if (is.room !== was.room) this.#tellEditors()
      }),
      draft.subscribe((is, was) => {
        if (is.sections !== was.sections || is.mayWrite !== was.mayWrite) this.#tellEditors()
      }),
      () => live.doc.off('update', this.#drawSoon),
    ]
  }

  /** Open suggestions as they are to be drawn in a section's text, in the fork those that are not in its text anyway. */
  shown(sectionId: string, inFork: boolean): ShownSuggestion[] {
    const open = openSuggestions(this.discussion.view.getState().threads)
    if (!inFork) return placeSuggestions(this.#live.doc.getText(textName(sectionId)), sectionId, open)
    const { carried } = this.#made()
    const others = open.filter(({ id }) => !carried.has(id))
    return placeSuggestions(this.#made().text(sectionId), sectionId, others)
  }

  /** Puts an editor for suggestions to a section on the page. */
  mount(sectionId: string, options: SectionMount): SectionEditor {
    const fork = this.#made()
    const editor = openSectionEditor({
      ...options,
      sectionId,
      text: fork.text(sectionId),
      awareness: this.#live.awareness,
      editable: this.#mayTypeIn(sectionId),
      onState: (state) => {
        options.onState(state)
        if (state.focused) this.#focused.add(sectionId)
        else if (this.#focused.delete(sectionId)) this.say(sectionId)
      },
    })
    this.#editors.set(sectionId, editor)
    this.#draw(sectionId)
    if (this.#caret?.sectionId === sectionId) {
      editor.enterAt(indexOfPlace(fork.pieces(sectionId), this.#caret.place))
      this.#caret = null
    }
    return {
      ...editor,
      ...placesOfContent(editor, () => fork.pieces(sectionId)),
      destroy: () => {
        if (this.#editors.get(sectionId) === editor) {
          this.#editors.delete(sectionId)
          this.#focused.delete(sectionId)
        }
        this.say(sectionId)
        editor.destroy()
      },
    }
  }

  /** Says what was typed and not said yet, in one section or in all. Just before a new fork it is said with that. */
  say(sectionId: string | null = null): void {
    if (!this.#renewal.isDue()) this.#sayNow(sectionId)
  }

  /** Words that cannot be said have been copied, or are not wanted. */
  letGo(key: string): void {
    this.#saying.letGo(key)
    this.#renewal.begin()
  }

  /** An editor has come onto the page: suggestions are drawn into it. */
  look(): void {
    this.view.setState(({ moved }) => ({ moved: moved + 1 }))
  }

  async close(): Promise<void> {
    for (const timer of [this.#rest, this.#still]) clearTimeout(timer ?? undefined)
    this.#renewal.callOff()
    this.#sayNow()
    this.#callOff?.()
    for (const stop of this.#stops) stop()
    this.#fork?.close()
    await this.#kept.close()
  }

  /** Whether this person may type suggestions in a section, by their role, what is agreed about it and the room left. */
  #mayTypeIn(sectionId: string): boolean {
    return takesTalk(this.discussion.view.getState().room) && maySuggestIn(this.#draft.getState(), sectionId)
  }

  #tellEditors(): void {
    for (const [sectionId, editor] of this.#editors) editor.setEditable(this.#mayTypeIn(sectionId))
  }

  #own(): Suggestion[] {
    return ownSuggestions(this.discussion.view.getState().threads, this.#draft.getState().me)
  }

  #made(unsaid: readonly Unsaid[] = []): SuggestingFork {
    this.#fork ??= new SuggestingFork(this.#live.doc, this.#own(), unsaid, this.#onTyped)
    return this.#fork
  }

  #sayNow(sectionId: string | null = null): void {
    if (this.#fork) this.#saying.say(this.#fork, sectionId)
  }

  /** Inside a Yjs event. */
  readonly #onTyped = (sectionId: string): void => {
    this.#changed.add(sectionId)
    this.#callOff ??= afterPaint(this.#afterTyping)
    if (this.#rest !== null) clearTimeout(this.#rest)
    this.#rest = setTimeout(() => this.say(), restMs)
  }

  readonly #afterTyping = (): void => {
    this.#callOff = null
    for (const sectionId of this.#changed) if (this.#fork) this.#saying.keep(this.#fork, sectionId)
    this.#changed.clear()
    for (const sectionId of this.#editors.keys()) this.#draw(sectionId)
  }

  /** Inside a Yjs event. */
  readonly #drawSoon = (): void => {
    if (this.#fork !== null) this.#callOff ??= afterPaint(this.#afterTyping)
    if (this.#still !== null) clearTimeout(this.#still)
    this.#still = setTimeout(() => {
      this.#still = null
      this.look()
    }, stillMs)
  }

  #draw(sectionId: string): void {
    const { sector } = this.#draft.getState().me
    this.#editors.get(sectionId)?.draw('typed', decorateFork(this.#made().pieces(sectionId), sector))
  }

  /** Others have settled something that is in the fork, or this person has suggested something elsewhere. */
  #compare(): void {
    const open = new Set(this.#own().map(({ id }) => id))
    const isOpen = [...(this.#fork?.carried ?? [])].every((id) => open.has(id))
    if (!isOpen || this.#accepted().length > 0) this.#renewal.begin()
  }

  /** Suggestions of the fork that others have taken into the text. */
  #accepted(): readonly Suggestion[] {
    return this.#fork?.knownOf(acceptedSuggestions(this.discussion.view.getState().threads)) ?? []
  }

  async #renew(): Promise<void> {
    for (const each of this.#accepted()) this.#fork?.settle(each)
    this.#sayNow()
    // What was said now is read by then.
    await Promise.resolve()
    const before = this.#fork
    if (before === null || !this.#renewal.isDue()) return
    for (const [sectionId, editor] of this.#editors) {
      if (!this.#focused.has(sectionId)) continue
      this.#caret = { sectionId, place: placeInFork(before.pieces(sectionId), editor.selection().to) }
    }
    this.#fork = null
    this.#made(this.#saying.carryOver())
    this.view.setState(({ generation }) => ({ generation: generation + 1 }))
    before.close()
    // By then editors are mounted anew.
    setTimeout(() => (this.#caret = null))
  }
}
