import { spawnSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createTestFolder } from './world/server.ts'

/** Runs vitest on one file; its exit code and the last lines. */
const run = (source: string): { status: number | null; lines: string[] } => {
  const folder = createTestFolder()
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  const file = `import { beforeAll, describe, expect, it } from 'vitest'\n${source}`
  writeFileSync(join(folder, 'some.test.js'), file)
  const words = ['run', '--root', folder, '--reporter', join(process.cwd(), 'test/count-reporter.ts')]
  const { status, stdout } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...words], {
    encoding: 'utf8',
    env: { ...process.env, VITEST: undefined, VITEST_WORKER_ID: undefined, VITEST_POOL_ID: undefined },
  })
  return { status, lines: stdout.trim().split('\n') }
}

const passes = "it('passes', () => expect(1).toBe(1))\n"

describe('the last line of a run agrees with its exit code', () => {
  it('when all pass but what is skipped', () => {
    expect(run(`${passes}it.skip('is not for this machine', () => expect(1).toBe(2))`)).toEqual({
      status: 0,
      lines: ['1 skipped', '1 passed, 0 failed'],
    })
  })

  it.each([
    ['a test fails', "it('fails', () => expect(1).toBe(2))"],
    [
      'a hook fails',
      "describe('a group', () => { beforeAll(() => { throw new Error('no server') })\nit('is cut', () => {}) })",
    ],
    ['nobody waits for what fails', "it('leaves something behind', () => { void Promise.reject(new Error('late')) })"],
  ])('when %s', (_, source) => {
    const { status, lines } = run(passes + source)
    expect(status).toBe(1)
    expect(lines.at(-1)).toMatch(/^\d+ passed, 1 failed$/)
  })

  it('when a file cannot be loaded', () => {
    const { status, lines } = run("throw new Error('broken')")
    expect([status, lines.at(-1)]).toEqual([1, '0 passed, 1 failed'])
  })
})
