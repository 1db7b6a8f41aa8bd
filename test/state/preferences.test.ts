// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { openPreferences } from '../../src/state/preferences.ts'

const amina = { name: 'Amina Yıldız', organisation: 'Freiwilligenagentur', sector: 'civil' as const }

describe('preferences', () => {
  beforeEach(() => localStorage.clear())

  it('are German and of the system at first, and are remembered', () => {
    const preferences = openPreferences(localStorage)
    expect(preferences.getState()).toMatchObject({ language: 'de', theme: 'system', person: null })
    preferences.getState().setLanguage('en')
    preferences.getState().setTheme('dark')
    preferences.getState().setPerson(amina)
    preferences.getState().setSections('mine')
    preferences.getState().setSuggestionsInText(false)
    preferences.getState().setStaysInBrowser(true)
    const kept = {
      language: 'en',
      theme: 'dark',
      person: amina,
      sections: 'mine',
      suggestionsInText: false,
      staysInBrowser: true,
    }
    expect(openPreferences(localStorage).getState()).toMatchObject(kept)
  })

  it('of an app that knew less are read as far as they go', () => {
    localStorage.setItem('einvernehmen.preferences', '{"version":1,"language":"en","theme":"dark","person":null}')
    expect(openPreferences(localStorage).getState()).toMatchObject({
      language: 'en',
      sections: 'all',
      suggestionsInText: true,
      staysInBrowser: false,
    })
  })

  it('that cannot be read are not used', () => {
    for (const broken of ['no json', '{}', '{"version":2,"language":"de","theme":"dark","person":null}', '[]']) {
      localStorage.setItem('einvernehmen.preferences', broken)
      expect(openPreferences(localStorage).getState()).toMatchObject({ language: 'de', theme: 'system', person: null })
    }
  })

  it('last as long as the page where the browser keeps nothing', () => {
    const preferences = openPreferences(null)
    preferences.getState().setTheme('light')
    expect(preferences.getState().theme).toBe('light')
  })
})
