import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node'

/**
 * Ends a run with one line, "N passed, N failed", over every test of every project; before it what was skipped, as where
 * a machine lacks a tool. Whatever makes the run fail counts as failed, so that the line and the exit code agree.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[], reason: TestRunEndReason): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const [passed, skipped] = [count('passed'), count('skipped')]
    // Where a hook fails, its tests count as skipped.
    const groups = modules.flatMap((module) => [module, ...module.children.allSuites()])
    const broken = groups.filter((group) => group.errors().length > 0).length + unhandledErrors.length
    const failed = Math.max(tests.length - passed - skipped + broken, reason === 'passed' ? 0 : 1)
    const before = skipped > 0 ? `${skipped} skipped\n` : ''
    process.stdout.write(`\n${before}${passed} passed, ${failed} failed\n`)
  }
}
