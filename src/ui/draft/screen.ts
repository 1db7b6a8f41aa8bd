import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Subject } from '../../domain/discussion-entry.ts'
import type { Invitation } from '../../domain/draft-access.ts'
import type { Check } from '../../domain/finding.ts'
import type { Role } from '../../domain/role.ts'
import type { Signing } from '../../domain/signing.ts'
import type { Sector } from '../../domain/sector.ts'
import type { EditorState, SectionEditor } from '../../editor/section-editor.ts'
import type { DraftTalk } from '../../state/discussion/draft-talk.ts'
import type { DraftSuggesting } from '../../state/suggesting/draft-suggesting.ts'
import type { SectionAuthors } from '../../state/versions/authorship.ts'
import { sameValue } from './same-value.ts'

/** The place of the facts among the sections; no section's id contains a slash. */
export const factsPlace = '/facts'

export const phoneTabs = ['text', 'sections', 'check', 'team'] as const
export type PhoneTab = (typeof phoneTabs)[number]

export interface LinkRequest {
  current: string | null
  /** '' removes the link, null leaves it as it is. */
  answer: (address: string | null) => void
}

/** What this person has in hand; vanishes with the screen, and outlasts its parts: another width shows others of them. */
export interface ScreenView {
  /** `factsPlace` or a section's id: what the list of sections marks as current. */
  place: string
  /** Places that have been drawn; it only grows, so that no editor goes away under somebody's hands. */
  drawn: readonly string[]
  /** The section whose editor has the focus. */
  editing: string | null
  /** The section the toolbar acts on: the one last edited. */
  lastEdited: string | null
  editors: Readonly<Record<string, EditorState>>
  /** How many editors have come onto the page, for whoever draws into them; one in another's place counts as well. */
  placed: number
  /** Whether the facts' form is unfolded; null leaves it to whether something is missing. */
  factsShown: boolean | null
  tab: PhoneTab
  /** What the margin shows, where there is one. */
  panel: 'discussion' | 'team' | 'check'
  /** Whether the discussion is shown where there is no margin. */
  isDiscussionShown: boolean
  /** What is said about the draft, once it is known. */
  talk: DraftTalk | null
  /** The thread in hand, and whether the focus is to go to it. */
  thread: string | null
  seeksThread: boolean
  /** What somebody wants to comment on. */
  saying: Subject | 'selection' | null
  /** The group of rules somebody wants to see, until it is in sight. */
  sought: Check['name'] | null
  dialog: 'team' | 'check' | 'keys' | 'file' | 'import' | 'remove' | 'plan' | 'last-edit' | null
  linkRequest: LinkRequest | null
  /** Whether what others changed meanwhile is being looked at. */
  isReviewing: boolean
  /** Whether the versions of the draft are being looked at. */
  isHistoryShown: boolean
  /** The name being typed for a version; null while nobody gives one. */
  versionName: string | null
  /** Whether the text shows who wrote what. */
  showsAuthors: boolean
  /** Who wrote what, by section, while it is shown. */
  authors: ReadonlyMap<string, SectionAuthors> | null
  /** Whether this person has chosen to suggest instead of writing. */
  isSuggesting: boolean
  /** Whether they asked for it where it cannot be, and are told why. */
  isModeExplained: boolean
  /** Words that could not become a suggestion and are to be looked at later, by the key of their passage. */
  stuckAside: readonly string[]
  /** The suggestion that is being decided about, and why it is to be declined, as far as typed. */
  deciding: { id: string; on: 'changed' | 'decline'; reason: string } | null
  /** Suggestions in the text, once that part is here; another object when editors have to be mounted anew. */
  suggesting: { part: DraftSuggesting } | null
  /** Who is being invited; stays while dialogs close and the server is away. */
  invite: InviteTyping
  /** The invitation just made: its link is shown this once, so closing a dialog must not lose it. */
  made: { invitation: Invitation; link: string } | null
}

export interface InviteTyping {
  name: string
  organisation: string
  sector: Sector | null
  role: Role
  signing: Signing | null
}

export const emptyInvite: InviteTyping = { name: '', organisation: '', sector: null, role: 'editor', signing: null }

export interface Screen {
  view: StoreApi<ScreenView>
  draw: (place: string) => void
  /** Keeps an editor at hand; returns how to take it away again. */
  place: (sectionId: string, editor: SectionEditor) => () => void
  editorOf: (sectionId: string) => SectionEditor | undefined
  /** Draws the section if need be; resolves when one can write in it. */
  whenPlaced: (sectionId: string) => Promise<SectionEditor>
  noteEditor: (sectionId: string, state: EditorState) => void
  askForLink: (current: string | null) => Promise<string | null>
}

/** What brings the discussion on screen, in whatever form there is room for. */
export const withDiscussion = {
  panel: 'discussion',
  isDiscussionShown: true,
  isHistoryShown: false,
  isReviewing: false,
  dialog: null,
} as const satisfies Partial<ScreenView>

/** `place` is where the person starts. */
export const createScreen = (place: string): Screen => {
  const view = createStore<ScreenView>(() => ({
    place,
    drawn: [place],
    editing: null,
    lastEdited: null,
    editors: {},
    placed: 0,
    factsShown: null,
    tab: 'text',
    panel: 'team',
    isDiscussionShown: false,
    talk: null,
    thread: null,
    seeksThread: false,
    saying: null,
    sought: null,
    dialog: null,
    linkRequest: null,
    isReviewing: false,
    isHistoryShown: false,
    versionName: null,
    showsAuthors: false,
    authors: null,
    isSuggesting: false,
    isModeExplained: false,
    stuckAside: [],
    deciding: null,
    suggesting: null,
    invite: emptyInvite,
    made: null,
  }))
  const editors = new Map<string, SectionEditor>()
  const awaited = new Map<string, (editor: SectionEditor) => void>()
  const draw = (id: string) => view.setState(({ drawn }) => (drawn.includes(id) ? {} : { drawn: [...drawn, id] }))
  return {
    view,
    draw,
    whenPlaced: (sectionId) => {
      const editor = editors.get(sectionId)
      if (editor) return Promise.resolve(editor)
      draw(sectionId)
      return new Promise((resolve) => awaited.set(sectionId, resolve))
    },
    place: (sectionId, editor) => {
      editors.set(sectionId, editor)
      awaited.get(sectionId)?.(editor)
      awaited.delete(sectionId)
      view.setState(({ placed }) => ({ placed: placed + 1 }))
      return () => {
        if (editors.get(sectionId) === editor) editors.delete(sectionId)
      }
    },
    editorOf: (sectionId) => editors.get(sectionId),
    noteEditor: (sectionId, state) =>
      view.setState((screen) => {
        const editing = state.focused ? sectionId : screen.editing === sectionId ? null : screen.editing
        const known = sameValue(screen.editors[sectionId], state)
        if (known && editing === screen.editing) return screen
        return {
          editors: known ? screen.editors : { ...screen.editors, [sectionId]: { ...state } },
          editing,
          lastEdited: state.focused ? sectionId : screen.lastEdited,
          place: state.focused ? sectionId : screen.place,
        }
      }),
    askForLink: (current) =>
      new Promise((resolve) => {
        view.getState().linkRequest?.answer(null)
        const answer = (address: string | null) => {
          view.setState({ linkRequest: null })
          resolve(address)
        }
        view.setState({ linkRequest: { current, answer } })
      }),
  }
}

export const ScreenContext = createContext<Screen | null>(null)

export const useScreen = (): Screen => {
  const screen = useContext(ScreenContext)
  if (screen === null) throw new Error('no screen around this component')
  return screen
}

/** A part of what is in hand; select primitives or the stored objects. */
export const useScreenView = <T>(select: (view: ScreenView) => T): T => useStore(useScreen().view, select)

/** Whether somebody waits for what is said about the draft. */
export const useIsTalkAsked = (): boolean =>
  useScreenView(
    ({ isDiscussionShown, panel, saying }) => isDiscussionShown || panel === 'discussion' || saying !== null,
  )
