import type { CatalogueOf } from './entry.js';

/** Companies, and everything that goes out of the house. */
export const aboutOutside = {
  companies: {
    name: ['company', 'to name the company'],
    contactName: ['identity', 'who looks along at the company'],
    contactEmail: ['contact', 'to send the link to'],
    addedBy: ['reference', 'who added it'],
    addedAt: ['technical', 'when'],
  },
  placements: {
    activity: ['school', 'for what'],
    student: ['reference', 'who works there'],
    company: ['company', 'where'],
    companyName: ['company', 'as it was named then'],
    contactName: ['identity', 'who looks along, as it was named then'],
    contactEmail: ['contact', 'to send the link to'],
    namedBy: ['reference', 'who named it'],
    namedAt: ['technical', 'when'],
  },
  invitations: {
    activity: ['school', 'for what'],
    student: ['reference', 'about whom'],
    attempt: ['work', 'first time or resit'],
    placement: ['technical', 'where the student works'],
    moment: ['school', 'start, middle or end'],
    state: ['technical', 'invited, done or withdrawn'],
    invitedBy: ['reference', 'who asked'],
    invitedAt: ['technical', 'when'],
    expiresAt: ['technical', 'how long the link lives'],
    openedAt: ['technical', 'so that the teacher sees it was opened'],
    remindedAt: ['technical', 'one reminder, no more'],
    doneAt: ['technical', 'when the answer came'],
    withdrawnAt: ['technical', 'when it was withdrawn'],
    mailProblem: ['contact', 'why the mail didn’t arrive; may name the address'],
  },
  companyJudgements: {
    activity: ['school', 'on what'],
    student: ['reference', 'about whom'],
    attempt: ['work', 'first time or resit'],
    invitation: ['technical', 'which link it came by'],
    levels: ['judgement', 'the company’s level for each criterion'],
    moment: ['school', 'start, middle or end'],
    remark: ['judgement', 'what the company says'],
    attitude: ['judgement', 'what the company noticed of attitude; never a grade'],
    state: ['technical', 'still being answered or done'],
    handIn: ['work', 'the version that was judged'],
    complaint: ['judgement', 'what the company says isn’t right'],
    startedAt: ['technical', 'when'],
    doneAt: ['technical', 'when'],
  },
  companyLinks: {
    school: ['technical', 'which school'],
    invitation: ['technical', 'what the link opens'],
    expiresAt: ['technical', 'how long it lives'],
    withdrawnAt: ['technical', 'when it was withdrawn'],
  },
  deliveries: {
    target: ['technical', 'gradebook or mail'],
    key: ['reference', 'what it is about, without content'],
    activity: ['school', 'on what'],
    student: ['reference', 'about whom'],
    revision: ['technical', 'the newest wins'],
    revisionAt: ['technical', 'the time that goes with the revision'],
    payload: ['judgement', 'the grade with its remark, or the mail with name and address'],
    state: ['technical', 'how far it came'],
    reason: ['technical', 'why it didn’t arrive'],
    detail: ['technical', 'a fact for the administrator'],
    attempts: ['technical', 'how often it was tried'],
    unsure: ['technical', 'read before sending again'],
    confirmedRevision: ['technical', 'what was read back'],
    earlierTenths: ['judgement', 'what may stand in the LMS from us'],
    saidRemark: ['judgement', 'the remark that the LMS has'],
    openSince: ['technical', 'since when it is tried'],
    foundTenths: ['judgement', 'what stood in the LMS'],
    stateAt: ['technical', 'when'],
  },
  dueRows: {
    school: ['technical', 'which school'],
    target: ['technical', 'gradebook or mail'],
    dueAt: ['technical', 'when to try'],
    lease: ['technical', 'which worker has it'],
  },
  demoMails: {
    to: ['contact', 'to whom, in the demo'],
    toName: ['identity', 'to whom, in the demo'],
    subject: ['work', 'what it is about'],
    text: ['work', 'the mail, to be read on the mailbox page'],
    sentAt: ['technical', 'when'],
  },
} as const satisfies CatalogueOf<
  | 'companies'
  | 'placements'
  | 'invitations'
  | 'companyJudgements'
  | 'companyLinks'
  | 'deliveries'
  | 'dueRows'
  | 'demoMails'
>;
