import * as Y from 'yjs'
import { createDraftDocument } from './draft-document.ts'
import { createPlaceCheck, fits, type Content } from './flat-shape.ts'
import { fieldsName, shapeKey, shapeVersion } from './names.ts'

/**
 * Whether these updates of unknown origin are a draft that an app of ours can have made, nothing missing: what the
 * server's gate would refuse must not come among what waits here. `too-new` when a newer app has written in it.
 */
export const judgeWholeDraft = (
  updates: readonly Uint8Array[],
  sections: readonly string[] | null,
): 'whole' | 'too-new' | 'unfit' => {
  const doc = createDraftDocument()
  try {
    for (const update of updates) Y.applyUpdate(doc, update)
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return 'unfit'
    const shape: unknown = doc.getMap(fieldsName).get(shapeKey)
    if (Number.isInteger(shape) && Number(shape) > shapeVersion) return 'too-new'
    return isFlat(doc, sections) ? 'whole' : 'unfit'
  } catch {
    return 'unfit'
  } finally {
    doc.destroy()
  }
}

const isFlat = (doc: Y.Doc, sections: readonly string[] | null): boolean => {
  const mayBe = createPlaceCheck(sections)
  const roots = new Map([...doc.share].map(([name, type]) => [type as unknown, name]))
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      const root = struct instanceof Y.Item ? roots.get(struct.parent) : undefined
      if (!(struct instanceof Y.Item) || root === undefined) return false
      const content = contentOf(struct.content)
      const place = { root, key: struct.parentSub }
      if (content === null || !mayBe(place.root, place.key) || !fits(place, content)) return false
    }
  }
  return true
}

const contentOf = (content: unknown): Content | null => {
  if (content instanceof Y.ContentDeleted) return { kind: 'deleted' }
  if (content instanceof Y.ContentString) return { kind: 'string' }
  if (content instanceof Y.ContentFormat) return { kind: 'format', key: content.key, value: content.value }
  if (content instanceof Y.ContentAny) return { kind: 'values', values: content.arr }
  return null
}
