import { useId } from 'react'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { classNames } from './class-names.ts'
import css from './limit-meter.module.css'

interface LimitMeterProps {
  count: number
  limit: number
  /** `beside` puts the words right of the bar where there is room, `beneath` always under it. */
  words?: 'beside' | 'beneath'
  /** To be named in the editor's aria-describedby. */
  id?: string
}

/** A section's count against its limit. Typing is never blocked; what is too much is hatched and said in words. */
export const LimitMeter = ({ count, limit, words = 'beside', id }: LimitMeterProps) => {
  const { elements } = useWording()
  const format = useFormat()
  const patternId = useId()
  const over = count > limit
  const filled = over ? (limit / count) * 100 : (count / limit) * 100
  const [n, of] = [format.number(count), format.number(limit)]
  const excess = elements.meter.over(format.number(count - limit))
  const rest = elements.meter.overRest(n, of)
  const sentence = elements.meter.within(n, of, format.number(limit - count))
  return (
    <div className={classNames(css.meter, css[words])}>
      <meter
        className="visually-hidden"
        aria-label={elements.meter.label}
        max={limit}
        value={Math.min(count, limit)}
        aria-valuetext={over ? `${excess}, ${rest}` : sentence}
      />
      <svg width="100%" height="4" className={classNames(css.bar, count >= limit * 0.9 && css.near)} aria-hidden="true">
        <pattern id={patternId} width="7" height="4" patternUnits="userSpaceOnUse" patternTransform="skewX(-40)">
          <rect width="4" height="4" className={css.fill} />
        </pattern>
        <rect width="100%" height="4" className={css.track} />
        {over && <rect width="100%" height="4" fill={`url(#${patternId})`} />}
        {count > 0 && <rect width={`${filled}%`} height="4" className={css.fill} />}
      </svg>
      <span id={id} className={css.words}>
        {over ? (
          <>
            <strong className={css.excess}>{excess}</strong> · {rest}
          </>
        ) : (
          sentence
        )}
      </span>
    </div>
  )
}
