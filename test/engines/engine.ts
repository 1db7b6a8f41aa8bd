/** A browser other than Chromium, driven just as far as people's stories need. */
export interface Engine {
  name: string
  /** Whether what it keeps for a page outlives the browser while it is driven. */
  keepsItsProfile: boolean
  /** Throws one line that says what to install. */
  require(): void
  /** Opens one that keeps everything in this folder. */
  open(profileFolder: string): Promise<EngineBrowser>
}

/** What a question to a page may be told and answer: it runs in the page and sees nothing of the test. */
export type Question<Answer> = (...words: string[]) => Answer | Promise<Answer>

/** One window of it with one or more tabs, of which one is in use. */
export interface EngineBrowser {
  /** What pages complained about, lost connections excepted. A driven WebKitGTK tells of nothing. */
  complaints: readonly string[]
  goTo(url: string): Promise<void>
  reload(): Promise<void>
  /** Answers are JSON. */
  ask<Answer>(question: Question<Answer>, ...words: string[]): Promise<Answer>
  /** Clicks, as a mouse would, into the middle of the first element of this selector; throws where there is none. */
  click(selector: string): Promise<void>
  /** Presses a key for each character, one after the other. */
  type(words: string): Promise<void>
  /** Presses a key, with these held down. */
  press(key: Key, ...held: readonly HeldKey[]): Promise<void>
  /** Opens a tab, or a window where only that can be driven, and uses it from now on. */
  openTab(): Promise<void>
  /** Closes the tab in use and uses the one before it. */
  closeTab(): Promise<void>
  /** PNG. */
  screenshot(): Promise<Uint8Array>
  close(): Promise<void>
}

export type Key = 'Enter' | 'Backspace' | 'End' | 'Home' | 'ArrowLeft' | 'b' | 'z'
export type HeldKey = 'Control' | 'Shift'

/** Whether a browser's complaint tells of more than a connection that is not there. */
export const isComplaint = (text: string): boolean => !lostConnection.test(text)

const lostConnection = /WebSocket|NetworkError|Failed to load resource|Load failed|network error|can’t establish/i
