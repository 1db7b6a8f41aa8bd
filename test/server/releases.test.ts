import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keepReleases } from '../../server/operations/releases.ts'
import { createTestFolder, startTestServer } from '../world/server.ts'

const dayMs = 86_400_000

/** Puts a built app with these assets in the place of the one before. */
const builds = (appDir: string, ...assets: string[]): void => {
  rmSync(appDir, { recursive: true, force: true })
  mkdirSync(join(appDir, 'assets'), { recursive: true })
  writeFileSync(join(appDir, 'index.html'), `<title>${assets.join()}</title>`)
  for (const name of assets) writeFileSync(join(appDir, 'assets', name), `// ${name}`)
}

it('serves the parts of an earlier release to pages that are still open, and to nobody its page', async () => {
  const [appDir, dataDir] = [join(createTestFolder(), 'app'), createTestFolder()]
  builds(appDir, 'main-aaaaaaaa.js', 'team-aaaaaaaa.js', 'same-cccccccc.js')
  const server = await startTestServer({ appDir, dataDir })
  builds(appDir, 'main-bbbbbbbb.js', 'same-cccccccc.js')
  await server.restart()
  await server.restart()

  const part = await fetch(`${server.url}/assets/team-aaaaaaaa.js`)
  expect([part.status, await part.text()]).toEqual([200, '// team-aaaaaaaa.js'])
  expect(part.headers.get('cache-control')).toContain('immutable')
  expect((await fetch(`${server.url}/assets/main-bbbbbbbb.js`)).status).toBe(200)
  expect((await fetch(`${server.url}/assets/nowhere-aaaaaaaa.js`)).status).toBe(404)
  expect(await (await fetch(server.url)).text()).toContain('main-bbbbbbbb.js')
  await server.stop()
})

it('keeps a release for thirty days after it was replaced, however long it was in use', () => {
  const [appDir, dataDir] = [join(createTestFolder(), 'app'), createTestFolder()]
  builds(appDir, 'main-aaaaaaaa.js')
  expect(keepReleases(appDir, dataDir, 0)).toEqual([])
  expect(keepReleases(appDir, dataDir, 200 * dayMs)).toEqual([])
  builds(appDir, 'main-bbbbbbbb.js')
  const before = keepReleases(appDir, dataDir, 201 * dayMs)
  expect(before.map((folder) => readdirSync(join(folder, 'assets')))).toEqual([['main-aaaaaaaa.js']])
  builds(appDir, 'main-cccccccc.js')
  expect(keepReleases(appDir, dataDir, 230 * dayMs)).toHaveLength(2)
  expect(keepReleases(appDir, dataDir, 232 * dayMs)).toHaveLength(1)
  expect(keepReleases(appDir, dataDir, 261 * dayMs)).toEqual([])
  expect(readdirSync(join(dataDir, 'releases'))).toEqual(['current'])
})

it('goes on from a start that broke off, and from an app that is not built', () => {
  const [appDir, dataDir] = [join(createTestFolder(), 'app'), createTestFolder()]
  expect(keepReleases(appDir, dataDir, 0)).toEqual([])
  builds(appDir, 'main-aaaaaaaa.js')
  mkdirSync(join(dataDir, 'releases', 'new', 'assets'), { recursive: true })
  writeFileSync(join(dataDir, 'releases', 'new', 'assets', 'half-aaaaaaaa.js'), '')
  keepReleases(appDir, dataDir, 0)
  expect(readdirSync(join(dataDir, 'releases', 'current', 'assets'))).toEqual(['main-aaaaaaaa.js'])
})
