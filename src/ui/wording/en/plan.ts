import type { plan as german } from '../de/plan.ts'
import type { Translated } from '../catalogue.ts'

export const plan: Translated<typeof german> = {
  title: 'Time plan',
  deadline: (day) => `Deadline: ${day}`,
  at: (time) => `, ${time}`,
  over: 'The deadline of this call has passed.',
  hint: 'Counted backward from the deadline. Every day can be moved; everyone on the team sees the same ones.',
  readOnly: 'Everyone who writes can change the plan.',
  steps: {
    'first-draft': { title: 'First draft', what: 'Every section written once, gaps allowed.' },
    feedback: { title: 'Partners’ feedback', what: 'Everyone has read it and said what is missing or should change.' },
    leadership: {
      title: 'Council or head of administration',
      what: 'Committee, council or mayor’s office have been informed or have agreed.',
    },
    'last-edit': { title: 'Last edit', what: 'One person turns it all into one text.' },
    agreement: { title: 'Everyone’s agreement', what: 'Every organisation stands by exactly this text.' },
    submission: { title: 'Submission', what: 'Not on the last day: forms are often overloaded then.' },
  },
  dayOf: (step) => `Day for “${step}”`,
  doneOf: (step) => `“${step}” is done`,
  done: 'Done',
  inDays: (days) =>
    days === 0
      ? 'today'
      : days === 1
        ? 'tomorrow'
        : days === -1
          ? 'yesterday'
          : days > 0
            ? `in ${days} days`
            : `${-days} days ago`,
  conflicts: {
    'after-deadline': 'After the deadline.',
    'out-of-order': 'Before a step that should come earlier.',
  },
  proposed: 'Take the proposal',
  proposedFor: (step) => `Take the proposed day for “${step}”`,
  respread: 'Spread anew',
  respreadHint: 'What is open moves into the time that is left.',
  respreadDone: 'Spread anew.',
  calendar: 'Add to calendar',
  calendarHint: 'One file for any calendar. Days moved later have to be changed there, or the file fetched again.',
  failed: 'The file could not be made. Open the app once with a network and try again.',
  eventTitle: (step, draft) => `${step}: ${draft}`,
  eventDeadline: (draft) => `Deadline: ${draft}`,
}
