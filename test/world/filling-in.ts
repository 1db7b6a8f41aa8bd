import { expect } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { completeness } from '../../src/ui/wording/de/completeness.ts'
import { eventually } from './eventually.ts'
import type { Person } from './people.ts'

const { tabs, tools } = german.draft

/** Brings a section onto the screen; a phone shows one place at a time, and tabs only while nobody writes. */
export const goesToSection = async (person: Person, sectionId: string): Promise<void> => {
  if (!person.hasPhone) return
  const { page } = person
  const keyboard = page.getByRole('button', { name: tools.closeKeyboard })
  if (await keyboard.isVisible()) await keyboard.tap()
  await page.getByRole('button', { name: tabs.sections, exact: true }).tap()
  await page.getByRole('button', { name: new RegExp(person.titleOf(sectionId)) }).tap()
  await person.textbox(sectionId).waitFor()
}

/** Brings what the call's rules say onto the screen. */
export const goesToCheck = async ({ page, hasPhone }: Person): Promise<void> => {
  const keyboard = page.getByRole('button', { name: tools.closeKeyboard })
  if (hasPhone && (await keyboard.isVisible())) await keyboard.tap()
  await page.getByRole(hasPhone ? 'button' : 'tab', { name: tabs.check, exact: true }).click()
  await page.getByRole('heading', { name: completeness.checks.declarations }).waitFor()
}

/** Ticks a declaration: for one organisation, or for all of them together. */
export const declares = async ({ page }: Person, title: string, organisation: string | null): Promise<void> => {
  const declaration = page.getByRole('group', { name: title })
  const tick = declaration.getByRole('checkbox', { name: organisation ?? completeness.whole, exact: true })
  await tick.click()
  await eventually(async () => expect(await tick.isChecked()).toBe(true))
}

/** As many points are left to do, by the rules of the call. */
export const seesOpenPoints = async ({ page }: Person, count: number): Promise<void> => {
  const sentence = count === 0 ? completeness.nothingOpen : completeness.open(count)
  await eventually(() => page.getByText(sentence, { exact: true }).first().waitFor({ timeout: 1_000 }))
}
