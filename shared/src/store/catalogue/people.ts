import type { CatalogueOf } from './entry.js';

/** Who people are, and how they come in. */
export const aboutPeople = {
  people: {
    givenName: ['identity', 'to greet, and to show in lists of the class'],
    familyName: ['identity', 'to show in lists of the class'],
    fullName: ['identity', 'to show in lists of the class'],
    email: ['contact', 'shared by the LMS; not used to recognise anybody'],
    studentNumber: ['identity', 'to take grades over into the student information system'],
    locale: ['technical', 'the language to speak'],
    createdAt: ['technical', 'for retention'],
  },
  identities: {
    person: ['reference', 'whose identity it is'],
    issuer: ['technical', 'the LMS that verified it'],
    subject: ['identity', 'the person’s id in the LMS, to recognise who comes in'],
  },
  grants: {
    person: ['reference', 'who has the role'],
    role: ['work', 'what the person may do at the school'],
    state: ['technical', 'asked, granted or withdrawn'],
    decidedBy: ['reference', 'who decided'],
    at: ['technical', 'since when'],
  },
  enrolments: {
    course: ['school', 'in which course'],
    person: ['reference', 'who takes part'],
    subject: ['identity', 'the person’s id in the LMS, as its gradebook wants it'],
    role: ['work', 'teacher or student'],
    state: ['technical', 'still there or left'],
    seenAt: ['technical', 'when the LMS last said so'],
  },
  courseNumbers: {
    course: ['school', 'in which course'],
    person: ['reference', 'who is called by it'],
    number: ['identity', 'to tell students apart whose names aren’t shared'],
  },
  nameMatches: {
    person: ['reference', 'whose name it is'],
    course: ['school', 'where it was given'],
    given: ['identity', 'the name a teacher gave, where the LMS shares none'],
    chosen: ['reference', 'the same student in the LMS’s list'],
    by: ['reference', 'who said so'],
    at: ['technical', 'when'],
  },
  visits: {
    door: ['technical', 'how somebody came in'],
    cookie: ['secret', 'hash of the browser’s secret'],
    bearer: ['secret', 'hash of the token of a frame without cookies'],
    comeBack: ['secret', 'hash of what the LMS keeps for such a frame'],
    person: ['reference', 'who came in'],
    roles: ['work', 'what the person may do in the course'],
    lmsAdministrator: ['work', 'may ask to administer the school'],
    platform: ['technical', 'through which LMS'],
    course: ['school', 'for which course'],
    activity: ['school', 'for which activity'],
    link: ['technical', 'the place in the LMS that was opened'],
    deepLinking: ['technical', 'what the LMS’s picker waits for'],
    about: ['identity', 'whose work or data was asked for, by the id in the LMS'],
    locale: ['technical', 'the language to speak'],
    returnUrl: ['technical', 'the way back to the course'],
    openedAt: ['work', 'when the visit began'],
    seenAt: ['work', 'to end a visit that was left alone'],
    expiresAt: ['technical', 'when it ends at the latest'],
    endedAt: ['work', 'when it was ended'],
  },
  usedLogins: {
    expiresAt: ['technical', 'minutes after it began'],
  },
  waitingLaunches: {
    school: ['technical', 'which school'],
    buys: ['technical', 'what the code is good for'],
    visit: ['technical', 'the visit that waits for its way in'],
    storedSecret: ['secret', 'hash of what the LMS keeps'],
    usedAt: ['technical', 'a code is used once'],
    expiresAt: ['technical', 'minutes after it was made'],
  },
} as const satisfies CatalogueOf<
  | 'people'
  | 'identities'
  | 'grants'
  | 'enrolments'
  | 'courseNumbers'
  | 'nameMatches'
  | 'visits'
  | 'usedLogins'
  | 'waitingLaunches'
>;
