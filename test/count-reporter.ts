import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with one line, "N passed, N failed", over every test of every project. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const passed = tests.filter((test) => test.result().state === 'passed').length
    const brokenModules = modules.filter((module) => module.errors().length > 0).length
    const failed = tests.length - passed + brokenModules + unhandledErrors.length
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  }
}
