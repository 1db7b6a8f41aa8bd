/** Where the service worker lays a file that another app shared with this one; see src/service-worker. */
const sharedFiles = { cache: 'shared-files', path: '/geteilte-datei' }

/** Files that come by themselves: opened with the app by the system, or shared with it. Returns how to stop. */
export const onIncomingFile = (onFile: (file: Blob) => void): (() => void) => {
  let isStopped = false
  const take = (file: Blob | undefined) => void (file && !isStopped && onFile(file))
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue }
  launchQueue?.setConsumer(({ files }) => void files?.[0]?.getFile().then(take, () => undefined))
  if (new URLSearchParams(location.search).has('geteilt')) {
    history.replaceState(history.state, '', location.pathname)
    takeShared().then(take, () => undefined)
  }
  return () => {
    isStopped = true
  }
}

/** Taken once, so that nothing of it stays behind. */
const takeShared = async (): Promise<Blob | undefined> => {
  const cache = await caches.open(sharedFiles.cache)
  const answer = await cache.match(sharedFiles.path)
  const file = await answer?.blob()
  await caches.delete(sharedFiles.cache)
  return file
}

/** Not in TypeScript's DOM yet: https://wicg.github.io/web-app-launch/ */
interface LaunchQueue {
  setConsumer(consumer: (launch: { files?: readonly { getFile(): Promise<File> }[] }) => void): void
}
