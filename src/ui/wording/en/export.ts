import type { Translated } from '../catalogue.ts'
import type { exporting as german } from '../de/export.ts'

/** From the draft to documents. */
export const exporting: Translated<typeof german> = {
  title: 'Export',
  intro: (title) =>
    `“${title}” as a document, just as the draft stands now. Everything is made on this device, without a network too. Documents are in German, like the call.`,
  newer:
    'This draft was written with a newer version of Einvernehmen. What only that version knows is missing from the documents.',
  save: 'Save',
  making: 'Being made …',
  saved: 'Saved. The file is with your downloads.',
  failed: 'That did not work. The draft is unharmed; another format may do.',
  missing: 'A part of the app is missing on this device. Try again with a connection.',
  lost: (count, shown) =>
    count === 1 ? 'The font of the PDF lacks one character:' : `The font of the PDF lacks ${shown} characters:`,
  lostInstead:
    'Boxes stand there; copying and reading aloud give the right text. Word, OpenDocument and printing show everything.',
  discussion: {
    take: 'Take comments and suggestions along',
    how: 'In Word as comments and tracked changes, in the data as a part of their own, elsewhere as an appendix.',
    nothing: 'This draft has none yet.',
    settled: 'What is settled, too',
  },
  toDraft: 'To the draft',
  print: 'Print',
  form: {
    title: 'Carry over into the form',
    intro: (call) =>
      `For the online form of “${call}”: copy each field, paste it there and tick it off here. What is copied is plain text, exactly as it is counted. The ticks stay on this device.`,
    doneOf: (done, all) => `${done} of ${all} fields carried over`,
    groups: { fact: 'Key facts', partner: 'Organisations', section: 'Sections' },
    organisation: 'Organisation',
    lead: 'Lead',
    empty: 'still empty',
    copy: 'Copy',
    copyOf: (label) => `Copy: ${label}`,
    copied: 'Copied',
    copyByHand: 'The browser does not allow copying. The text is selected: press Ctrl+C now.',
    done: 'Carried over',
    changed: 'Changed since it was ticked: copy it again.',
    countOf: (count, limit) => `${count} of ${limit} characters`,
    over: (excess) => `${excess} characters too many`,
    toExport: 'To the documents',
    toDraft: 'To the draft',
  },
  formats: {
    pdf: {
      name: 'PDF file',
      purpose: 'For handing on, signing and filing. Looks the same everywhere and can be read aloud.',
      save: 'Save the PDF',
    },
    docx: { name: 'Word file', purpose: 'For more editing in Word, with styles.', save: 'Save the Word file' },
    odt: {
      name: 'OpenDocument file',
      purpose: 'For more editing in LibreOffice and other programs.',
      save: 'Save the OpenDocument file',
    },
    txt: { name: 'Text only', purpose: 'For e-mail and whatever knows no formatting.', save: 'Save the text file' },
    json: {
      name: 'Data',
      purpose: 'All facts and texts for other programs and for archives (JSON).',
      save: 'Save the data',
    },
  },
}
