/** Where the service worker lays a file that another app shared with this one; see src/service-worker. */
const sharedFiles = { cache: 'shared-files', path: '/geteilte-datei' }
const nameHeader = 'x-file-name'

/** Files that come by themselves: opened with the app by the system, or shared with it. Returns how to stop. */
export const onIncomingFile = (onFile: (file: File) => void): (() => void) => {
  let isStopped = false
  const take = (file: File | undefined) => void (file && !isStopped && onFile(file))
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
const takeShared = async (): Promise<File | undefined> => {
  const cache = await caches.open(sharedFiles.cache)
  const answer = await cache.match(sharedFiles.path)
  const file = await answer?.blob()
  await caches.delete(sharedFiles.cache)
  const name = decodeURIComponent(answer?.headers.get(nameHeader) ?? '')
  return file && new File([file], name, { type: file.type })
}

/** Not in TypeScript's DOM yet: https://wicg.github.io/web-app-launch/ */
interface LaunchQueue {
  setConsumer(consumer: (launch: { files?: readonly { getFile(): Promise<File> }[] }) => void): void
}
