import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { eventually } from '../world/eventually.ts'

const kinds = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const rulesAboutColours = ['color-contrast', 'link-in-text-block']

/** No violation axe knows of and no sideways scrolling, in the colours said. */
export const isFlawless = async (page: Page, dark: boolean): Promise<void> => {
  await hasColours(page, dark)
  await hasNoViolation(page, (axe) => axe.withTags(kinds))
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}

/** The same in light and in dark, which differ in nothing but colours. */
export const isFlawlessInLightAndDark = async (page: Page): Promise<void> => {
  await isFlawless(page, false)
  await hasColours(page, true)
  await hasNoViolation(page, (axe) => axe.withRules(rulesAboutColours))
}

/** Fading in would be read as poor contrast. */
const hasColours = (page: Page, dark: boolean): Promise<void> =>
  page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })

const hasNoViolation = (page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<void> =>
  eventually(async () => {
    // The legacy mode asks this page alone and opens no second one; there are no frames in it.
    const { violations } = await choose(new AxeBuilder({ page }).setLegacyMode()).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
    ).toEqual([])
  }, 20_000)
