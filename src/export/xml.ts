type Attributes = Readonly<Record<string, string | number | undefined>>

/** One element; its children are XML already. Attributes that are undefined are left out. */
export const element = (name: string, attributes: Attributes = {}, ...children: readonly string[]): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
