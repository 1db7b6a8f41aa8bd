import { ready as german } from '../wording/de/ready.ts'
import { ready as english } from '../wording/en/ready.ts'
import { useFormat } from '../wording/use-wording.ts'

/** The sentences of this part, which come with it. */
export const useReadyWords = () => (useFormat().language === 'en' ? english : german)

export type ReadyWords = ReturnType<typeof useReadyWords>
