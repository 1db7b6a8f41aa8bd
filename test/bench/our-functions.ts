import type { BrowserContext } from 'playwright-core'

/** Lets pages run functions of ours: tsx marks those that have a name by one of its own, which a page does not have. */
export const runsOurFunctions = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript({ content: 'globalThis.__name = (each) => each' })
