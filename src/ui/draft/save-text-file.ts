import { downloadFile } from '../elements/download-file.ts'

/** Hands the text to the browser as a file to keep, "Lauterbrück.txt". */
export const saveTextFile = (name: string, text: string): void =>
  // The byte order mark lets old Windows editors read the umlauts.
  downloadFile(name, '.txt', ['\uFEFF', text], 'text/plain;charset=utf-8')
