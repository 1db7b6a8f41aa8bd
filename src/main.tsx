// First, so that the device is being read while React is still being evaluated.
import { state } from './ahead.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openAppUpdate } from './state/app-update.ts'
import { App } from './ui/app.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

const update = openAppUpdate(() => state.whenStored())

createRoot(root).render(
  <StrictMode>
    <App state={state} update={update} />
  </StrictMode>,
)
