import * as Y from 'yjs'

/** Characters of a text, from one place up to another, that were written under one Yjs client id. */
export interface WrittenRange {
  clientId: number
  from: number
  to: number
}

/** Who wrote what stands in a text now, in its order. */
export const readTextAuthors = (text: Y.Text): WrittenRange[] => {
  const ranges: WrittenRange[] = []
  let place = 0
  // oxlint-disable-next-line no-underscore-dangle -- the name is Yjs's; its public reading tells no ids
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client } = item.id
    const last = ranges.at(-1)
    if (last?.clientId === client) last.to += item.length
    else ranges.push({ clientId: client, from: place, to: place + item.length })
    place += item.length
  }
  return ranges
}
