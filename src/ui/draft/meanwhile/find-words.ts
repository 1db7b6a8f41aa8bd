/** How much of a wording is looked for: enough to be the right place, little enough to survive what was typed since. */
const lookedFor = 60

/** Where words begin within an element, by its text; null where they no longer stand there. */
export const findWords = (element: Element, words: string): { node: Text; offset: number } | null => {
  const [line = ''] = words.split('\n')
  const sought = line.slice(0, lookedFor)
  if (sought === '') return null
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const nodes: { node: Text; from: number }[] = []
  let text = ''
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push({ node: node as Text, from: text.length })
    text += node.textContent ?? ''
  }
  const at = text.indexOf(sought)
  const found = at < 0 ? undefined : nodes.findLast(({ from }) => from <= at)
  return found ? { node: found.node, offset: at - found.from } : null
}
