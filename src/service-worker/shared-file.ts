/// <reference lib="webworker" />

/** Where a file waits that another app shared with this one (the manifest's `share_target`); the shelf takes it from there. */
const sharedFiles = { cache: 'shared-files', path: '/geteilte-datei' }
const nameHeader = 'x-file-name'
const receivingPath = '/datei-empfangen'

export const isSharedFile = ({ request, url }: { request: Request; url: URL }): boolean =>
  request.method === 'POST' && url.pathname === receivingPath

/** Lays the file aside and sends the person to the page that opens it. Nothing of it goes to the server. */
export const receiveSharedFile = async ({ request }: { request: Request }): Promise<Response> => {
  const form = await request.formData().catch(() => null)
  const file = form?.get('datei')
  if (!(file instanceof File)) return Response.redirect('/', 303)
  const cache = await caches.open(sharedFiles.cache)
  await cache.put(sharedFiles.path, new Response(file, { headers: { [nameHeader]: encodeURIComponent(file.name) } }))
  return Response.redirect('/?geteilt', 303)
}
