import type { VersionEntry } from '../../../state/versions/version-shelf.ts'
import { historyWords } from '../../wording/history.ts'
import { useWordsOf } from '../../wording/words-of.ts'

/** What a version is called: by its name, else by how it came to be. */
export const useVersionName = (): ((entry: Pick<VersionEntry, 'name' | 'kind'>) => string) => {
  const words = useWordsOf(historyWords)
  return ({ name, kind }) => name || words.kinds[kind]
}
