import { useDraftView } from './draft-context.ts'

/** The organisations that submit, as proposals for a field whose `list` names this id. */
export const PartnerNames = ({ id }: { id: string }) => {
  const names = useDraftView(({ partners }) => [
    ...new Set(partners.map(({ name }) => name.trim()).filter((name) => name !== '')),
  ])
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </datalist>
  )
}
