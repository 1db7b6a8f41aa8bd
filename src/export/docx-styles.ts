import { LineRuleType, type IStylesOptions } from 'docx'

export const quiet = '544E46'

/** In 240ths of a line. Said outright: LibreOffice takes it for a height that does not grow with the letters, where it is not. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO })

/** Sizes in half points, distances in twentieths. */
const heading = (size: number, before: number, italics = false) => ({
  run: { font: 'Arial', size, bold: !italics, italics, color: '211E1A' },
  paragraph: { spacing: { before, after: 80, ...lines(264) }, keepNext: true },
})

/** What people find in Word's list of styles, and can change there for the whole document. */
export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Arial', size: 21, sizeComplexScript: 21, language: { value: 'de-DE' } },
      paragraph: { spacing: { after: 120, ...lines(300) } },
    },
    heading1: heading(42, 60),
    heading2: heading(28, 400),
    heading3: heading(23, 240),
    heading4: heading(21, 200),
    heading5: heading(21, 200, true),
    listParagraph: { paragraph: { spacing: { after: 60, ...lines(300) } } },
    hyperlink: { run: { color: '0B5B66', underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Kicker',
      name: 'Kicker',
      basedOn: 'Normal',
      run: { bold: true, color: '0B5B66', size: 20 },
      paragraph: { spacing: { after: 100, ...lines(300) } },
    },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      run: { color: quiet, size: 19 },
      paragraph: { spacing: { after: 300, ...lines(300) } },
    },
    { id: 'Open', name: 'Open', basedOn: 'Normal', run: { italics: true, color: quiet } },
    { id: 'TableText', name: 'Table Text', basedOn: 'Normal', paragraph: { spacing: { after: 0, ...lines(264) } } },
    { id: 'TableHead', name: 'Table Head', basedOn: 'TableText', run: { bold: true, color: quiet, size: 18 } },
    { id: 'OpenInTable', name: 'Open in Table', basedOn: 'TableText', run: { italics: true, color: quiet } },
  ],
}
