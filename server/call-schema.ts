import { callSchema } from '../src/domain/call.ts'

/** What is read of one of valibot's schemas or actions. */
interface Node {
  type: string
  entries?: Record<string, Node>
  item?: Node
  wrapped?: Node
  options?: readonly unknown[]
  default?: unknown
  pipe?: readonly Node[]
  requirement?: unknown
}

type Json = Record<string, unknown>

/**
 * The format of a call as JSON Schema 2020-12, made from the schema the server reads calls with. What one value says of
 * another ("titleField names a field of this call") has no place in it: `npm run check-call` looks at that.
 */
export const callJsonSchema = (): Json => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A call for expressions of interest, as Einvernehmen reads it',
  ...toJsonSchema(callSchema),
})

const toJsonSchema = (node: Node): Json => {
  const [first, ...actions] = node.pipe ?? [node]
  const json = bare(first ?? node)
  for (const action of actions) Object.assign(json, constraint(action, json['type'] === 'array'))
  return json
}

const bare = (node: Node): Json => {
  switch (node.type) {
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(node.entries ?? {}).map(([key, entry]) => [key, toJsonSchema(entry)]),
        ),
        required: Object.entries(node.entries ?? {}).flatMap(([key, { type }]) => (type === 'optional' ? [] : [key])),
      }
    case 'array':
      return { type: 'array', items: toJsonSchema(inner(node.item)) }
    case 'optional':
      return { ...toJsonSchema(inner(node.wrapped)), ...(node.default !== undefined && { default: node.default }) }
    case 'nullable':
      return { anyOf: [toJsonSchema(inner(node.wrapped)), { type: 'null' }] }
    case 'picklist':
      return { enum: node.options }
    case 'string':
    case 'number':
    case 'boolean':
      return { type: node.type }
    default:
      throw new Error(`the format of a call has a ${node.type}, which has no JSON Schema here`)
  }
}

const inner = (node: Node | undefined): Node => {
  if (!node) throw new Error('a schema without what it holds')
  return node
}

const constraint = ({ type, requirement }: Node, isArray: boolean): Json => {
  switch (type) {
    case 'regex':
      return { pattern: (requirement as RegExp).source }
    case 'starts_with':
      return { pattern: `^${String(requirement)}` }
    case 'url':
      return { format: 'uri' }
    case 'iso_date':
      return { format: 'date' }
    case 'integer':
      return { type: 'integer' }
    case 'min_value':
      return { minimum: requirement }
    case 'max_value':
      return { maximum: requirement }
    case 'trim':
    case 'check':
    case 'forward':
      return {}
    case 'min_length':
      return isArray ? { minItems: requirement } : { minLength: requirement }
    case 'max_length':
      return isArray ? { maxItems: requirement } : { maxLength: requirement }
    default:
      throw new Error(`the format of a call has ${type}, which has no JSON Schema here`)
  }
}
