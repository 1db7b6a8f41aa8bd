import { createContext, use, useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { useLocation } from 'wouter'
import { useWording } from '../wording/use-wording.ts'

/** Addresses seen since this page was loaded; the first one keeps the focus where the browser put it. */
const NavigationContext = createContext<RefObject<{ address: string; count: number }> | null>(null)

/** Counts navigations, so that a new page's heading can take the focus and the first page's does not. */
export const NavigationProvider = ({ children }: { children: ReactNode }) => {
  const [address] = useLocation()
  const seen = useRef({ address, count: 0 })
  useEffect(() => {
    if (seen.current.address === address) return
    seen.current = { address, count: seen.current.count + 1 }
    window.scrollTo(0, 0)
  }, [address])
  return <NavigationContext value={seen}>{children}</NavigationContext>
}

/** The name of the page in the browser's tab and history. */
export const useDocumentTitle = (title: string): void => {
  const { elements } = useWording()
  useEffect(() => {
    document.title = title === '' ? elements.appName : `${title} – ${elements.appName}`
  }, [title, elements.appName])
}

/** Gives the focus to a page's heading when the person arrives from another page of the app, not on the first load. */
export const useArrivalFocus = (heading: RefObject<HTMLElement | null>): void => {
  const seen = use(NavigationContext)
  const [address] = useLocation()
  useEffect(() => {
    // The counting effect above runs after this one on the very navigation it counts, hence the second comparison.
    if (seen && (seen.current.count > 0 || seen.current.address !== address)) {
      heading.current?.focus({ preventScroll: true })
    }
  }, [seen, address, heading])
}

interface PageTitleProps {
  children: string
  className?: string | undefined
}

/** The one h1 of a page: names the tab, and takes the focus when the person arrives from another page. */
export const PageTitle = ({ children, className }: PageTitleProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useDocumentTitle(children)
  useArrivalFocus(heading)
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  )
}
