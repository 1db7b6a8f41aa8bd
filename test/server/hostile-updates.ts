import * as encoding from 'lib0/encoding'

/** An update of structs by so many clients, each of which builds on one that nobody has: Yjs takes it, and waits. */
export const manyGaps = (count: number): Uint8Array =>
  encodeBlocks(count, (encoder, each) => {
    for (const number of [1, count - each, 1]) encoding.writeVarUint(encoder, number)
    encoding.writeVarUint(encoder, 4)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, 'text/ziele')
    encoding.writeVarString(encoder, 'x')
  })

/** An update with so many names of roots, each of which Yjs makes something of. */
export const manyRoots = (count: number): Uint8Array =>
  encodeBlocks(1, (encoder) => {
    for (const number of [count, 9, 0]) encoding.writeVarUint(encoder, number)
    for (let each = 0; each < count; each++) {
      encoding.writeVarUint(encoder, 4)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, `root/${each}`)
      encoding.writeVarString(encoder, 'x')
    }
  })

const encodeBlocks = (count: number, writeBlock: (encoder: encoding.Encoder, each: number) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, count)
  for (let each = 0; each < count; each++) writeBlock(encoder, each)
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}
