import type { team as german } from '../de/team.ts'
import type { Translated } from '../catalogue.ts'

export const team: Translated<typeof german> = {
  title: 'Team and invitations',

  allSectors: 'All required sides are there:',
  bothSectors: 'Both required sides are there:',
  oneSector: 'The required side is there:',
  and: 'and',
  missingSector: 'This required side is still missing:',
  missingSectors: 'These required sides are still missing:',
  organisations: (count, minimum) =>
    count >= minimum
      ? `${count} ${count === 1 ? 'organisation' : 'organisations'}, ${minimum} needed.`
      : `${count} of ${minimum} organisations needed.`,

  lead: 'Lead',
  has: (moment) => `has the text as of ${moment}`,
  hasNothing: 'not known to have it yet',
  thisDevice: 'this device',
  hereNow: 'here now',
  hereIn: (section) => `here now: ${section}`,
  joined: (moment) => `joined ${moment}`,
  invited: 'invited, not joined yet',
  invitedUntil: (day) => `invited, not joined yet, valid until ${day}`,
  nobodyYet: 'nobody invited yet',
  inviteSomeoneOf: (organisation) => `Invite: ${organisation}`,
  inviteShort: 'Invite',
  withdraw: 'Withdraw',
  withdrawOf: (name) => `Withdraw the invitation for ${name}`,
  withdrawn: (name) => `The invitation for ${name} is no longer valid.`,
  notWithdrawn: 'The invitation could not be withdrawn. Try again later.',
  offlinePresence:
    'Without a connection it is not visible who is here. Invitations, roles, devices and the record need the server.',

  roleHints: {
    editor: 'Changes text and key facts, may invite others.',
    commenter: 'Sees everything, joins the discussion, does not change the text.',
    viewer: 'Sees everything, changes nothing.',
  },

  invite: {
    title: 'Invite someone',
    intro: 'A personal link. No account, no password.',
    name: 'Name',
    organisation: 'Organisation',
    sector: 'Side',
    role: 'May',
    make: 'Create invitation',
    making: 'Creating …',
    nameNeeded: 'The name is missing.',
    organisationNeeded: 'The organisation is missing.',
    sectorNeeded: 'The side is missing.',
    needsServer: 'Inviting needs a connection to the server. What was entered stays here.',
    refused: {
      unreachable: 'The server does not answer. What was entered stays here, try again later.',
      busy: 'Too many invitations in a short time. Try again in a minute.',
      full: 'A draft has at most 200 people and open invitations. Open invitations can be withdrawn.',
      notAllowed: 'The server does not allow this role to invite.',
      signedOut: 'The session has ended. Try again after signing in.',
      other: 'The server has not created the invitation. What was entered stays here.',
    },
  },

  made: {
    title: (name) => `Invitation for ${name}`,
    code: (name) => `QR code with the link for ${name}`,
    link: 'Personal link',
    copy: 'Copy',
    copied: 'Copied',
    copyMail: 'Copy text for a mail',
    copyFailed: 'The browser does not allow copying. The link is selected and can be copied by hand.',
    validity: (day) =>
      `Valid for one person, until ${day}. No account, no password. The link is shown only now; it can be withdrawn in the list.`,
    another: 'Another person',
    mail: (mail) =>
      [
        `Invitation to write together: ${mail.document}${mail.title === '' ? '' : ` for ${mail.title}`} (${mail.call})`,
        '',
        `Dear ${mail.name},`,
        '',
        `${mail.inviter} (${mail.organisation}) invites to write together. Open the link and choose “Join”. No account, no password:`,
        '',
        mail.link,
        '',
        `The link is valid for one person, until ${mail.until}. Please do not pass it on.`,
      ].join('\n'),
  },
}
