import type { MailLanguage } from '../../src/protocol/mail-http.ts'

/** What a mail tells: how much was said, where, and whether one's organisation was meant. Never a word of it. */
export interface Digest {
  call: string
  sections: readonly { title: string; comments: number; suggestions: number }[]
  mentions: number
  draftLink: string
  endLink: string
}

interface Mail {
  subject: string
  text: string
}

interface Words {
  confirm: (call: string, link: string) => Mail
  digest: (digest: Digest) => Mail
  elsewhere: string
}

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]

export const mailWords: Record<MailLanguage, Words> = {
  de: {
    confirm: (call, link) => ({
      subject: 'Bitte bestätigen: Benachrichtigung per E-Mail',
      text: `Hallo,

für diese Adresse wurde bei Einvernehmen gewünscht, höchstens einmal am Tag zu
erfahren, dass zu einem Entwurf („${call}“) etwas gesagt wurde.

War das so gewollt? Dann bitte hier bestätigen (gilt drei Tage):
${link}

Sonst ist nichts zu tun: Ohne Bestätigung wird nichts weiter geschickt, und die
Adresse wird gelöscht.
`,
    }),
    digest: ({ call, sections, mentions, draftLink, endLink }) => ({
      subject: `Neues in der Diskussion: ${call}`,
      text: `Hallo,

seit dem letzten Besuch ist zum Entwurf („${call}“) hinzugekommen:

${sections
  .map(({ title, comments, suggestions }) => {
    const what = [...counted(comments, 'Kommentar', 'Kommentare'), ...counted(suggestions, 'Vorschlag', 'Vorschläge')]
    return `- ${title}: ${what.join(', ')}`
  })
  .join('\n')}
${mentions > 0 ? `\nDavon für die eigene Organisation oder Person: ${mentions}\n` : ''}
Zum Entwurf:
${draftLink}

Solche Mails kommen höchstens einmal am Tag und enthalten nie Text aus dem
Entwurf. Abbestellen:
${endLink}
`,
    }),
    elsewhere: 'Angaben und ganzer Entwurf',
  },
  en: {
    confirm: (call, link) => ({
      subject: 'Please confirm: notification by e-mail',
      text: `Hello,

somebody asked Einvernehmen to tell this address, at most once a day, that
something was said about a draft (“${call}”).

Was that intended? Then please confirm here (good for three days):
${link}

Otherwise there is nothing to do: without confirmation nothing more is sent,
and the address is erased.
`,
    }),
    digest: ({ call, sections, mentions, draftLink, endLink }) => ({
      subject: `New in the discussion: ${call}`,
      text: `Hello,

since the last visit this was added to the draft (“${call}”):

${sections
  .map(({ title, comments, suggestions }) => {
    const what = [...counted(comments, 'comment', 'comments'), ...counted(suggestions, 'suggestion', 'suggestions')]
    return `- ${title}: ${what.join(', ')}`
  })
  .join('\n')}
${mentions > 0 ? `\nOf these for one's own organisation or person: ${mentions}\n` : ''}
To the draft:
${draftLink}

Mails like this come at most once a day and never contain text of the draft.
Unsubscribe:
${endLink}
`,
    }),
    elsewhere: 'Details and whole draft',
  },
}
