// @vitest-environment jsdom
import * as fc from 'fast-check'
import { EditorView } from 'prosemirror-view'
import { describe, expect, it } from 'vitest'
import { readLines } from '../../src/document/lines.ts'
import { openWriter, type Writer } from './replicas.ts'
import { playSession, someActs } from './session.ts'

const runs = Math.ceil(Number(process.env['PROPERTY_RUNS'] ?? 1000) / 10)

/** A writer with a real view. Composing needs a browser; here it is only said. */
const withScreen = (at: number): Writer =>
  openWriter(`writer ${at}`, at + 1, {
    show: (state) => {
      const view = new EditorView(null, { state })
      let composing = false
      return Object.defineProperty(view, 'composing', {
        get: () => composing,
        set: (now: boolean) => {
          composing = now
        },
      })
    },
  })

describe('writers with a screen', () => {
  it(
    'see every line of the text they share',
    () => {
      fc.assert(
        fc.property(someActs(2), (session) => {
          const opened: Writer[] = []
          playSession(2, session, (at) => {
            const writer = withScreen(at)
            opened.push(writer)
            return writer
          })
          for (const { view, text } of opened) {
            const { dom } = view as unknown as EditorView
            const seen = [...dom.children].map((line) => line.textContent)
            const said = readLines(text).map((line) => line.runs.map((run) => run.text).join(''))
            expect(seen.slice(0, Math.max(1, said.length))).toEqual(said.length > 0 ? said : [''])
          }
        }),
        { numRuns: runs },
      )
    },
    60_000 + 500 * runs,
  )
})
