import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { readApplication } from '../document/read-application.ts'
import { formFields, type FormField } from '../domain/form-fields.ts'
import { afterPaint } from './after-paint.ts'
import type { Desk } from './desk.ts'
import type { LiveDraft } from './live-draft.ts'

/** `changed` was ticked, and reads otherwise since. */
export type TransferState = 'open' | 'done' | 'changed'

export interface TransferField extends FormField {
  state: TransferState
}

/** Copying a draft field by field into the sponsor's form, with what is done kept on this device. */
export interface FormTransfer {
  /** The frozen package is neither here nor to be had, and the draft reads otherwise: then there is nothing to copy. */
  isOutOfReach: boolean
  view: StoreApi<{ fields: readonly TransferField[] }>
  tick(fieldId: string, isDone: boolean): void
  close(): void
}

/** What was ticked is known by a digest of its text, so that a later change shows. */
const markOf = (text: string): string => toHexString(digest(new TextEncoder().encode(text))).slice(0, 16)

export const openFormTransfer = async (
  desk: Desk,
  live: LiveDraft,
  words: { yes: string; no: string },
): Promise<FormTransfer> => {
  const { doc, call, draftId } = live
  // What is submitted is what was frozen, whatever has come in since.
  const kept = await live.agreement().then((agreement) => agreement.readPackage())
  const frozen = kept?.ok ? kept.value : null
  const isOutOfReach = kept?.ok === false
  const read = (): TransferField[] => {
    if (isOutOfReach) return []
    const ticked = live.record().transferred ?? {}
    return formFields(frozen ?? readApplication(doc, call), call.counting, words).map((field) => {
      const mark = ticked[field.id]
      return { ...field, state: mark === undefined ? 'open' : mark === markOf(field.text) ? 'done' : 'changed' }
    })
  }
  const view = createStore(() => ({ fields: read() }))
  let callOff: (() => void) | null = null
  // Inside a Yjs event: only notes that there is something to read.
  const note = () => {
    callOff ??= afterPaint(() => {
      callOff = null
      view.setState({ fields: read() })
    })
  }
  doc.on('update', note)
  return {
    isOutOfReach,
    view,
    tick: (fieldId, isDone) => {
      const field = view.getState().fields.find(({ id }) => id === fieldId)
      const { [fieldId]: _, ...others } = live.record().transferred ?? {}
      const transferred = isDone && field ? { ...others, [fieldId]: markOf(field.text) } : others
      live.change({ transferred })
      view.setState({ fields: read() })
      void desk.deviceStore.changeDraft(draftId, { transferred })
    },
    close: () => {
      callOff?.()
      doc.off('update', note)
    },
  }
}
