import { discussion as de } from './de/discussion.ts'
import { discussion as en } from './en/discussion.ts'

export const discussionWords = { de, en }
