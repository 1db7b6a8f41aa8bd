import { draftAhead } from './draft-ahead.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openAppState } from './state/app-state.ts'
import { openAppUpdate } from './state/app-update.ts'
import { App } from './ui/app.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

const state = openAppState()
if (draftAhead !== null) state.readAhead(draftAhead)
const update = openAppUpdate(() => state.whenStored())

createRoot(root).render(
  <StrictMode>
    <App state={state} update={update} />
  </StrictMode>,
)
