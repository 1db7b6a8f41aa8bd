import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Tests that drive browsers and other programs, some at a time. */
const inBrowsers = (name: string, include: string, globalSetup: string, groupOrder: number, maxWorkers: number) => ({
  extends: true as const,
  test: {
    name,
    include: [include],
    globalSetup,
    maxWorkers,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    sequence: { groupOrder },
  },
})

export default defineConfig({
  plugins: [react()],
  test: {
    reporters: ['default', './test/count-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', 'test/documents/**', 'test/engines/**'],
          // Vitest leaves one core to itself, but most of these wait for sockets and disks.
          maxWorkers: '100%',
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      inBrowsers('browser', 'test/browser/**/*.test.ts', 'test/browser/set-up.ts', 1, 2),
      inBrowsers('long', 'test/browser/**/*.long.ts', 'test/browser/set-up.ts', 2, 1),
      inBrowsers('documents', 'test/documents/**/*.test.ts', 'test/documents/set-up.ts', 3, 1),
      inBrowsers('engines', 'test/engines/**/*.test.ts', 'test/engines/set-up.ts', 4, 1),
    ],
  },
})
