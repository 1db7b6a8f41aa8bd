import css from './logo.module.css'

/** Two circles that overlap: what both sides agree on is filled. */
export const Logo = () => (
  <svg width="24" height="18" viewBox="0 0 24 18" className={css.logo} aria-hidden="true">
    <circle cx="9" cy="9" r="7.9" />
    <circle cx="15" cy="9" r="7.9" />
    <path d="M12 1.7a7.9 7.9 0 0 1 0 14.6 7.9 7.9 0 0 1 0-14.6Z" className={css.both} />
  </svg>
)
