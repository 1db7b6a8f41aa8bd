import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { usePreferences } from '../app-context.tsx'
import { useWording } from '../wording/use-wording.ts'
import { Menu, MenuPart } from './menu.tsx'
import { SegmentedChoice } from './segmented-choice.tsx'

/** Language and colours, as two choices; to be put into a menu. */
export const SettingsChoices = () => {
  const { elements } = useWording()
  const preferences = usePreferences((all) => all)
  return (
    <MenuPart>
      <SegmentedChoice
        legend={elements.language}
        value={preferences.language}
        onChange={(language) => preferences.setLanguage(language)}
        choices={[
          { value: 'de', label: 'Deutsch', lang: 'de' },
          { value: 'en', label: 'English', lang: 'en' },
        ]}
      />
      <SegmentedChoice
        legend={elements.theme}
        value={preferences.theme}
        onChange={(theme) => preferences.setTheme(theme)}
        choices={(['system', 'light', 'dark'] as const).map((each) => ({ value: each, label: elements.themes[each] }))}
      />
    </MenuPart>
  )
}

export const SettingsMenu = () => {
  const { elements } = useWording()
  return (
    <Menu label={elements.settings} icon={SlidersHorizontal} labelled>
      <SettingsChoices />
    </Menu>
  )
}
