import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { usePreferences } from '../app-context.tsx'
import { useWording } from '../wording/use-wording.ts'
import { Menu, MenuPart } from './menu.tsx'
import { SegmentedChoice } from './segmented-choice.tsx'

/** Language and colours, as two choices; to be put into a menu. */
export const SettingsChoices = () => {
  const { elements } = useWording()
  const { language, setLanguage, theme, setTheme } = usePreferences((preferences) => preferences)
  return (
    <MenuPart>
      <SegmentedChoice
        legend={elements.language}
        value={language}
        onChange={setLanguage}
        choices={[
          { value: 'de', label: 'Deutsch', lang: 'de' },
          { value: 'en', label: 'English', lang: 'en' },
        ]}
      />
      <SegmentedChoice
        legend={elements.theme}
        value={theme}
        onChange={setTheme}
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
