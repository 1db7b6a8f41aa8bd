import type { CallSection } from './call.ts'
import { plain } from './plain-words.ts'

/** A section of the call, as far as a heading can mean it. */
export type Headed = Pick<CallSection, 'id' | 'title' | 'question'>

export interface HeadingMatch {
  sectionId: string
  /** By what it was recognised; `similar` is worth a look. */
  by: 'title' | 'question' | 'number' | 'similar'
}

/**
 * Which section a heading means, or null. In this order: it is the section's title, its question or nothing but its
 * number; else all its telling words stand in one section's title, or the other way round; else all of them stand in one
 * section's question. Numbers before the words, what stands in brackets behind them, case and umlauts do not count.
 */
export const matchHeading = (heading: string, sections: readonly Headed[]): HeadingMatch | null =>
  createHeadingReader(sections).match(heading)

export interface HeadingReader {
  /** As `matchHeading`. */
  match(heading: string): HeadingMatch | null
  /** Without the looser ways, for a line that need not be a heading. */
  matchExactly(line: string): HeadingMatch | null
}

/** So much may stand around a title or question, such as its limit in brackets. */
const roomAround = 60

/** Reads many headings of one call. Long lines, of which a text has thousands, are not looked at. */
export const createHeadingReader = (sections: readonly Headed[]): HeadingReader => {
  const longest =
    roomAround + Math.max(0, ...sections.flatMap(({ title, question }) => [title.length, question.length]))
  const known = sections.map(({ id, title, question }) => ({
    id,
    title: plain(title),
    question: plain(question),
    titleWords: tellingWords(title),
    questionWords: tellingWords(question),
  }))
  type Known = (typeof known)[number]

  const matchExactly = (line: string): HeadingMatch | null => {
    if (line.length > longest) return null
    const numbered = isBareNumber(line) ? known[Number(/\d+/.exec(line)?.[0]) - 1] : undefined
    if (numbered) return { sectionId: numbered.id, by: 'number' }
    const bare = withoutNumber(line)
    const said = [...new Set([line, bare, withoutBrackets(bare)])].map(plain).filter((words) => words !== '')
    const byTitle = known.find(({ title }) => said.includes(title))
    if (byTitle) return { sectionId: byTitle.id, by: 'title' }
    const byQuestion = known.find(({ question }) => said.includes(question))
    return byQuestion ? { sectionId: byQuestion.id, by: 'question' } : null
  }

  const matchWords = (heading: string): HeadingMatch | null => {
    if (heading.length > longest) return null
    const words = tellingWords(withoutBrackets(withoutNumber(heading)))
    if (words.length === 0) return null
    const only = (fits: (section: Known) => boolean): HeadingMatch | null => {
      const [first, ...others] = known.filter(fits)
      return first && others.length === 0 ? { sectionId: first.id, by: 'similar' } : null
    }
    return (
      only(({ titleWords }) => titleWords.length > 0 && (areAllIn(words, titleWords) || areAllIn(titleWords, words))) ??
      only(({ questionWords }) => areAllIn(words, questionWords))
    )
  }

  return { matchExactly, match: (heading) => matchExactly(heading) ?? matchWords(heading) }
}

/** Whether a heading says no more than the section does by itself: then it need not stand in the text. */
export const saysNoMore = (heading: string, section: Headed, number: number): boolean => {
  const said = plain(heading)
  const own = [section.title, section.question].map(plain)
  const numbers = [String(number), ...numberWords.map((word) => `${word} ${number}`)]
  return own.includes(said) || numbers.some((each) => said === each || own.some((words) => said === `${each} ${words}`))
}

const numberWords = ['frage', 'abschnitt', 'punkt', 'kapitel', 'nr', 'zu', 'question', 'section']

const numberBefore = new RegExp(
  `^\\W*(?:(?:${numberWords.join('|')})\\b\\.?\\s*)?\\d{1,2}(?:\\.\\d{1,2})*(?=\\W|$)\\W*`,
  'iu',
)

const isBareNumber = (heading: string): boolean => /\d/.test(heading) && withoutNumber(heading).trim() === ''

const withoutNumber = (heading: string): string => (/\d/.test(heading) ? heading.replace(numberBefore, '') : heading)

const withoutBrackets = (words: string): string =>
  /[)\]]/.test(words) ? words.replace(/\s*[([][^)\]]*[)\]]\s*:?\s*$/, '') : words

/** Words that stand in every second heading say nothing. */
const silent = new Set(
  'aber als am an auf aus bei bis das dem den der des die ein eine einen einer es fuer haben hat hier im in ist mit oder sich sind so ueber um und uns unser unsere unserer unseren vom von vor was wer wie wir wird wo wollen zu zum zur the and of our to for we what how'.split(
    ' ',
  ),
)

const tellingWords = (words: string): string[] =>
  plain(words)
    .split(' ')
    .filter((word) => word.length > 2 && !silent.has(word))

const areAllIn = (words: readonly string[], among: readonly string[]): boolean =>
  words.every((word) => among.some((other) => isSameWord(word, other)))

/** The same word, perhaps with another ending: Ziel, Ziele. */
const isSameWord = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short === long || (short.length >= 4 && long.length - short.length <= 2 && long.startsWith(short))
}
