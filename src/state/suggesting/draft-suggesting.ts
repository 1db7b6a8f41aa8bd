import { createStore, type StoreApi } from 'zustand/vanilla'
import { textName } from '../../document/names.ts'
import { isSameAuthor } from '../../domain/discussion-entry.ts'
import type { Suggestion } from '../../domain/discussion.ts'
import { decorateFork } from '../../editor/suggesting/draw-fork.ts'
import { placesOfContent } from '../../editor/suggesting/fork-places.ts'
import type { ShownSuggestion } from '../../editor/suggesting/draw-suggestions.ts'
import { openSectionEditor, type SectionEditor } from '../../editor/section-editor.ts'
import { afterPaint } from '../after-paint.ts'
import type { SectionMount } from '../opened-draft.ts'
import type { Desk } from '../desk.ts'
import type { DraftDiscussion } from '../discussion/draft-discussion.ts'
import type { DraftView } from '../draft-view.ts'
import type { LiveDraft } from '../live-draft.ts'
import { openSuggestions, placeSuggestions } from './drawn-suggestions.ts'
import { openKeptTyping, type KeptTyping } from './kept-typing.ts'
import { maySuggestIn } from './may-suggest.ts'
import { canBeSaid, readUnsaid, wordsOfEntries } from './typed-suggestions.ts'
import { SuggestingFork } from './suggesting-fork.ts'

export interface SuggestingView {
  /** Changes when editors have to be mounted anew. */
  generation: number
  /** What cannot be said, too long or not allowed any more, for copying; '' where there is nothing. */
  stuck: string
  /** Changes when words have moved and it has to be looked again where suggestions are. */
  moved: number
}

/** After so long a rest what was typed is said. Each time says the whole passage anew, and what is said stays for ever. */
const restMs = 20_000
/** After so long without a change it is looked where suggestions are now; until then they move with the text. */
const stillMs = 300
/** So often it is looked whether somebody has ended composing. */
const againMs = 200

/** Typing suggestions in a draft: the fork they are typed in, what is kept of it, and what is said of it when. */
export class DraftSuggesting {
  readonly view = createStore<SuggestingView>(() => ({ generation: 0, stuck: '', moved: 0 }))
  readonly discussion: DraftDiscussion
  readonly #live: LiveDraft
  readonly #draft: StoreApi<DraftView>
  readonly #kept: KeptTyping
  readonly #editors = new Map<string, SectionEditor>()
  readonly #changed = new Set<string>()
  readonly #stops: (() => void)[]
  readonly #focused = new Set<string>()
  /** Made when the first section is shown for suggesting. */
  #fork: SuggestingFork | null = null
  #callOff: (() => void) | null = null
  #still: ReturnType<typeof setTimeout> | null = null
  #rest: ReturnType<typeof setTimeout> | null = null
  #anew: ReturnType<typeof setTimeout> | null = null
  /** Where the caret was in an editor that had the focus when it was taken away. */
  #caret: { sectionId: string; index: number } | null = null

  static async open(desk: Desk, live: LiveDraft, draft: StoreApi<DraftView>): Promise<DraftSuggesting> {
    const discussion = await live.discussion()
    return new DraftSuggesting(live, draft, discussion, await openKeptTyping(desk, live, discussion))
  }

  private constructor(live: LiveDraft, draft: StoreApi<DraftView>, discussion: DraftDiscussion, kept: KeptTyping) {
    this.#live = live
    this.#draft = draft
    this.discussion = discussion
    this.#kept = kept
    this.view.setState({ stuck: kept.left() })
    live.doc.on('update', this.#drawSoon)
    this.#stops = [
      discussion.view.subscribe((is, was) => {
        if (is.threads !== was.threads) this.#compare()
      }),
      draft.subscribe((is, was) => {
        if (is.sections === was.sections && is.mayWrite === was.mayWrite) return
        for (const [sectionId, editor] of this.#editors) editor.setEditable(this.#mayTypeIn(sectionId))
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
      editor.enterAt(this.#caret.index)
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

  /** Says what was typed and not said yet, in one section or in all. */
  say(sectionId: string | null = null): void {
    const fork = this.#fork
    const stuck: string[] = []
    for (const section of fork?.unsaid() ?? []) {
      if (fork === null || (sectionId !== null && section !== sectionId)) continue
      const { entries, withdrawn } = readUnsaid(this.#live, fork, section, this.#own())
      const said = canBeSaid(entries) && entries.length > 0 ? this.discussion.addAll(entries) : null
      if (entries.length > 0 && !said?.ok) {
        stuck.push(wordsOfEntries(entries))
        continue
      }
      for (const id of withdrawn) fork.carried.delete(id)
      const ids = said?.ok ? said.value : []
      ids.forEach((id, at) => entries[at]?.type === 'suggestion' && fork.carried.add(id))
      fork.said(section)
      this.#kept.forget(section)
    }
    if (stuck.length > 0) this.view.setState({ stuck: stuck.join('\n\n') })
  }

  /** What cannot be said has been copied, or is given up. */
  letGo(): void {
    for (const section of this.#fork?.unsaid() ?? []) {
      this.#fork?.said(section)
      this.#kept.forget(section)
    }
    this.#kept.forgetLeft()
    this.view.setState({ stuck: '' })
    this.#beginAnew()
  }

  /** An editor has come onto the page: suggestions are drawn into it. */
  look(): void {
    this.view.setState(({ moved }) => ({ moved: moved + 1 }))
  }

  async close(): Promise<void> {
    this.say()
    if (this.#rest !== null) clearTimeout(this.#rest)
    if (this.#anew !== null) clearTimeout(this.#anew)
    this.#callOff?.()
    for (const stop of this.#stops) stop()
    if (this.#still !== null) clearTimeout(this.#still)
    this.#fork?.close()
    await this.#kept.close()
  }

  /** Whether this person may type suggestions in a section, by their role and what is agreed about it. */
  #mayTypeIn(sectionId: string): boolean {
    return maySuggestIn(this.#draft.getState(), sectionId)
  }

  #own(): Suggestion[] {
    const { me } = this.#draft.getState()
    const author = { ...me, member: me.memberId ?? '' }
    return openSuggestions(this.discussion.view.getState().threads).filter(({ opening }) =>
      isSameAuthor(opening.by, author),
    )
  }

  #made(): SuggestingFork {
    this.#fork ??= new SuggestingFork(this.#live.doc, this.#own(), this.#onTyped)
    return this.#fork
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
    const fork = this.#fork
    for (const sectionId of this.#changed) {
      if (!fork?.unsaid().includes(sectionId)) continue
      void this.#kept.keep(sectionId, readUnsaid(this.#live, fork, sectionId, this.#own()).entries)
    }
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
    const isSettled = [...(this.#fork?.carried ?? [])].some((id) => !open.has(id))
    if (isSettled) this.#beginAnew()
  }

  #beginAnew(afterMs = 0): void {
    this.#anew ??= setTimeout(() => {
      this.#anew = null
      if ([...this.#editors.values()].some((editor) => editor.isComposing())) return this.#beginAnew(againMs)
      this.say()
      if (this.view.getState().stuck !== '') return
      for (const [sectionId, editor] of this.#editors) {
        if (this.#focused.has(sectionId)) this.#caret = { sectionId, index: editor.selection().to }
      }
      const before = this.#fork
      this.#fork = null
      this.view.setState(({ generation }) => ({ generation: generation + 1 }))
      before?.close()
      // Editors are mounted anew before this.
      setTimeout(() => (this.#caret = null))
    }, afterMs)
  }
}
