export const places = {
  list: 'Orte aus dem amtlichen Verzeichnis',
  found: (count: number, shown: string) => (count === 1 ? '1 Ort gefunden' : `${shown} Orte gefunden`),
  inhabitants: (shown: string) => `${shown} Einwohner`,
  from: (source: string, day: string) => `${source}, Stand ${day}. Anderes lässt sich frei eintragen.`,
}
