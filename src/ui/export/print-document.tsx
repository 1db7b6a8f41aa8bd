import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { List } from '../../export/lists.ts'
import { outlineOf, type Block } from '../../export/outline.ts'
import type { TextRun } from '../../export/writable.ts'
import { documentWords } from './document-words.ts'
import type { DocumentSource } from './make-document.ts'
import css from './print-document.module.css'

/** The same document for paper: what the PDF shows, set by the browser. */
export const PrintDocument = ({ source: { application, sheet, madeAt } }: { source: DocumentSource }) => {
  const { blocks } = outlineOf(application, documentWords(madeAt), sheet)
  return createPortal(
    <article data-print lang="de" className={css.paper}>
      {blocks.map((block, index) => (
        <BlockOnPaper key={index} block={block} />
      ))}
    </article>,
    document.body,
  )
}

const BlockOnPaper = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case 'title':
      return <h1>{block.text}</h1>
    case 'kicker':
    case 'note':
    case 'open':
      return <p className={css[block.kind]}>{block.text}</p>
    case 'heading': {
      const Heading = `h${block.level}` as const
      return <Heading dir="auto">{wordsOf(block.runs)}</Heading>
    }
    case 'paragraph':
      return <p dir="auto">{wordsOf(block.runs)}</p>
    case 'list':
      return <ListOnPaper list={block.list} />
    case 'table':
      return <TableOnPaper table={block} />
    default:
      return block satisfies never
  }
}

const wordsOf = (runs: readonly TextRun[]): ReactNode =>
  runs.map(({ text, marks }, index) => {
    const italic = marks.italic ? <em>{text}</em> : text
    const bold = marks.bold ? <strong>{italic}</strong> : italic
    return marks.link === undefined ? (
      <span key={index}>{bold}</span>
    ) : (
      <a key={index} href={marks.link}>
        {bold}
      </a>
    )
  })

const ListOnPaper = ({ list: { numbered, items } }: { list: List }) => {
  const Kind = numbered ? 'ol' : 'ul'
  return (
    <Kind>
      {items.map(({ runs, lists }, index) => (
        <li key={index} dir="auto">
          {wordsOf(runs)}
          {lists.map((list, at) => (
            <ListOnPaper key={at} list={list} />
          ))}
        </li>
      ))}
    </Kind>
  )
}

const TableOnPaper = ({ table: { head, rows } }: { table: Extract<Block, { kind: 'table' }> }) => (
  <table>
    <thead>
      <tr>
        {head.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([label, ...cells], index) => (
        <tr key={index}>
          <th scope="row">{label?.text}</th>
          {cells.map(({ text, isOpen }, at) => (
            <td key={at} className={isOpen ? css.open : undefined}>
              {text}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
