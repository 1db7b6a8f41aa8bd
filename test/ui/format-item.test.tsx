// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { FormatItem } from '../../src/ui/export/format-item.tsx'
import { exportWords } from '../../src/ui/wording/export.ts'
import { show } from './page.tsx'

const words = exportWords.de
const showsLost = (lost: readonly string[]) =>
  show(<FormatItem format="pdf" isBusy={false} outcome={{ name: 'saved', lost }} onMake={() => undefined} />)

test('what the font of the PDF lacks is said and shown, whatever direction it runs in', () => {
  showsLost(['\uFFFD', '👩‍👧', 'ש'])
  expect(screen.getByRole('status')).toHaveTextContent(
    `${words.saved} ${words.lost(3, '3')} \uFFFD 👩‍👧 ש ${words.lostInstead}`,
  )
  expect(screen.getByText('\uFFFD 👩‍👧 ש').tagName).toBe('BDI')
})

test('much of it is told in part, and nothing where nothing is missing', () => {
  const { unmount } = showsLost(Array.from({ length: 13 }, (_, index) => String.fromCodePoint(0x1f600 + index)))
  expect(screen.getByRole('status')).toHaveTextContent(/^Gesichert.* 13 Zeichen .*😀.*😋 … /u)
  unmount()
  showsLost([])
  expect(screen.getByRole('status')).toHaveTextContent(new RegExp(`^${words.saved}$`))
})
