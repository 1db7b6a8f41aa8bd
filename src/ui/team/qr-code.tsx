import { useMemo } from 'react'
import { encode } from 'uqr'
import css from './invite.module.css'

/** A QR code as one path. Always dark on light, whatever the app's colours are: not every camera reads the inverse. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: 0 })
    const modules = code.data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
    return { size: code.size, path: modules.join('') }
  }, [text])
  return (
    <svg
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing made here, not a picture file
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={css.modules}
    >
      <path d={path} />
    </svg>
  )
}
