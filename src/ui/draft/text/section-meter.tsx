import { useEffect, useRef, useState } from 'react'
import { LimitMeter } from '../../elements/limit-meter.tsx'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { useScreen } from '../screen.ts'
import { useSectionPart } from '../section-view.ts'
import { limitBand, limitNews } from './limit-news.ts'

/** The count below a section. Says aloud only that the last tenth begins, that it is too much, or that it fits again. */
export const SectionMeter = ({ sectionId, limit, id }: { sectionId: string; limit: number; id: string }) => {
  const { draft } = useWording()
  const format = useFormat()
  const screen = useScreen()
  const count = useSectionPart(sectionId, 'count') ?? 0
  const band = limitBand(count, limit)
  const lastBand = useRef(band)
  const [news, setNews] = useState('')

  useEffect(() => {
    const kind = limitNews(lastBand.current, band)
    lastBand.current = band
    // What others write is not announced into one's own work.
    if (kind === null || screen.view.getState().editing !== sectionId) return
    if (kind === 'near') setNews(draft.meter.near(format.number(limit - count)))
    else if (kind === 'over') setNews(draft.meter.over(format.number(count - limit)))
    else setNews(draft.meter.within)
  }, [band, count, screen, draft, format, limit, sectionId])

  return (
    <>
      <LimitMeter count={count} limit={limit} id={id} />
      <output className="visually-hidden">{news}</output>
    </>
  )
}
