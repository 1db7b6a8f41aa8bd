import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { bringIn, isCarried, seedsOf, type FileContent } from '../../src/document/bring-in.ts'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { textName } from '../../src/document/names.ts'
import { underNewIds } from '../../src/document/under-new-ids.ts'

const name = textName('ziele')

/** As the gate does: the first who sends a page owns it. */
class Server {
  readonly doc = createDraftDocument()
  readonly owners = new Map<number, Device>()
  #ids = 1000

  nextId = () => this.#ids++
  state = () => Y.encodeStateAsUpdate(this.doc)
  known = () => Y.decodeStateVector(Y.encodeStateVector(this.doc))

  takes(update: Uint8Array, from: Device): boolean {
    const news = Y.diffUpdate(update, Y.encodeStateVector(this.doc))
    const pages = new Set(Y.decodeUpdate(news).structs.map(({ id }) => id.client))
    if ([...pages].some((page) => (this.owners.get(page) ?? from) !== from)) return false
    for (const page of pages) this.owners.set(page, from)
    Y.applyUpdate(this.doc, update)
    return true
  }
}

class Device {
  doc = createDraftDocument()
  waiting: Uint8Array[] = []
  readonly seed: string
  readonly carried = new Map<number, string>()
  readonly #server: Server

  constructor(server: Server, seed: string) {
    this.#server = server
    this.seed = seed
    this.#listen()
  }

  /** A page of its own begins. */
  #listen(): void {
    this.doc.clientID = this.#server.nextId()
    this.doc.on('update', (update, origin) => void (origin !== 'server' && this.waiting.push(update)))
  }

  writes(words: string): void {
    this.doc.transact(() => this.doc.getText(name).insert(this.doc.getText(name).length, words), 'person')
  }

  file(): FileContent {
    const content = Y.encodeStateAsUpdate(this.doc)
    return { content, waiting: [...this.waiting], seeds: seedsOf(this.waiting, this.seed, this.carried) }
  }

  imports(file: FileContent, isOnline: boolean): boolean {
    for (const [page, seed] of file.seeds) if (seed !== this.seed) this.carried.set(page, seed)
    return bringIn(this.doc, file, isOnline ? this.#server.state() : null).changed
  }

  /** Reaches the server, as often as it takes. */
  delivers(): void {
    const known = this.#server.known()
    if (isCarried(seedsOf(this.waiting, this.seed, this.carried), known)) this.#goesOnAnew()
    const unsent = () => Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.#server.doc))
    for (let tries = 0; !this.#server.takes(unsent(), this); tries++) {
      if (tries > 1) throw new Error('refused again after going on anew')
      this.#goesOnAnew()
    }
    this.waiting = []
    Y.applyUpdate(this.doc, this.#server.state(), 'server')
  }

  #goesOnAnew(): void {
    const held = [Y.encodeStateAsUpdate(this.doc), ...this.waiting]
    const { state, unsent } = underNewIds(held, this.#server.state(), this.seed, this.carried)
    this.doc = createDraftDocument()
    Y.applyUpdate(this.doc, state)
    this.waiting = [unsent]
    this.#listen()
  }

  reads = () => this.doc.getText(name).toJSON()
}

const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant('writes' as const), who: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('file' as const), who: fc.nat(2) }) },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('imports' as const), who: fc.nat(2), which: fc.nat(), on: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('delivers' as const), who: fc.nat(2) }) },
)

/** Found by this test before. */
const kept: [(typeof act extends fc.Arbitrary<infer Act> ? Act : never)[]][] = [
  [
    [
      { what: 'writes', who: 1 },
      { what: 'file', who: 1 },
      { what: 'writes', who: 1 },
      { what: 'file', who: 1 },
      { what: 'imports', who: 2, which: 0, on: true },
      { what: 'imports', who: 0, which: 751369183, on: false },
    ],
  ],
]

it('words that come by files, to whom and in which order ever, reach the server once', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const server = new Server()
      const people = [new Device(server, 'a'), new Device(server, 'b'), new Device(server, 'c')] as const
      const files: FileContent[] = []
      const changedTwice: boolean[] = []
      let words = 0
      // Their pages are known to the server in part from then on.
      for (const device of people) {
        device.writes(`<${words++}>`)
        device.delivers()
      }
      for (const each of acts) {
        const device = people[each.who as 0 | 1 | 2]
        if (each.what === 'writes') device.writes(`<${words++}>`)
        else if (each.what === 'delivers') device.delivers()
        else if (each.what === 'file') files.push(device.file())
        else {
          const file = files[each.which % Math.max(files.length, 1)]
          if (!file) continue
          device.imports(file, each.on)
          // With a line, what is brought in is on its way at once.
          if (each.on) device.delivers()
          changedTwice.push(device.imports(file, each.on))
        }
      }
      for (const device of [...people, ...people]) device.delivers()
      expect(changedTwice).not.toContain(true)
      const all = Array.from({ length: words }, (_, index) => `<${index}>`).sort()
      const read = server.doc.getText(name).toJSON()
      expect(read.match(/<\d+>/g)?.sort() ?? []).toEqual(all)
      for (const device of people) expect(device.reads()).toBe(read)
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 100), examples: kept },
  )
})
