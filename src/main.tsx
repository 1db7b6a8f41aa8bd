// First, so that the device is being read while React is still being evaluated.
import { draftAhead, state } from './ahead.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { watchInstallOffer } from './state/ready/install-offer.ts'
import { openAppUpdate } from './state/app-update.ts'
import { App, preparePage } from './ui/app.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

watchInstallOffer()
const update = openAppUpdate(() => state.isStored())

// A page that does not come in time, or at all, is waited for or missed aloud by the app itself.
const patienceMs = 1_000
const ready = Promise.race([
  Promise.all([preparePage(location.pathname).catch(() => null), draftAhead]),
  new Promise((resolve) => setTimeout(resolve, patienceMs)),
])

// Not `await`: what is fetched for the page may import from this very file's chunk, which is evaluated only after that.
void ready.then(() =>
  createRoot(root).render(
    <StrictMode>
      <App state={state} update={update} />
    </StrictMode>,
  ),
)
