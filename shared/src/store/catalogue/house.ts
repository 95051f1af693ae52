import type { CatalogueOf } from './entry.js';

/** Schools, their platforms and keys, and the record of what was done. */
export const aboutHouse = {
  schools: {
    name: ['school', 'so that people trust a link'],
    locale: ['school', 'the language of the school'],
    linkDays: ['school', 'how long a company’s link lives'],
    seRounding: ['school', 'how it rounds inside the school exam, from when'],
    createdAt: ['technical', 'when'],
  },
  platforms: {
    school: ['technical', 'whose LMS'],
    issuer: ['technical', 'to recognise the LMS'],
    clientId: ['technical', 'to recognise the registration'],
    deployments: ['technical', 'the places of the tool in the LMS'],
    authUrl: ['technical', 'where a login goes'],
    tokenUrl: ['technical', 'where access is asked'],
    audience: ['technical', 'whom a request for access is for'],
    jwksUrl: ['technical', 'the LMS’s public keys'],
    product: ['technical', 'which LMS it is'],
    state: ['technical', 'let in, waiting or switched off'],
    signingAlgorithm: ['technical', 'how the LMS signs'],
    anonymousLaunches: ['technical', 'whether somebody unnamed may look'],
    createdAt: ['technical', 'when'],
  },
  registrationLinks: {
    school: ['technical', 'whose link'],
    autoConfirm: ['technical', 'for practice'],
    expiresAt: ['technical', 'half an hour after it was made'],
    usedAt: ['technical', 'a link is used once'],
  },
  schoolKeys: {
    purpose: ['technical', 'for files or for messages'],
    sealed: ['secret', 'the key, sealed with the installation’s'],
    publicJwk: ['technical', 'the half that everybody may see'],
    createdAt: ['technical', 'when'],
    signsFrom: ['technical', 'from when it signs'],
    publishedUntil: ['technical', 'until when others can fetch it'],
  },
  refusedLaunches: {
    schoolId: ['technical', 'whose administrator may see it'],
    platformId: ['technical', 'which LMS'],
    at: ['technical', 'when; kept for 90 days'],
    step: ['technical', 'how far the launch came'],
    code: ['technical', 'why it was refused'],
    reference: ['technical', 'to find what a visitor reports'],
    facts: ['technical', 'the ids and numbers that were wrong, of the connection and never of a person'],
  },
  oldKeys: {
    consumerKey: ['technical', 'the school’s key of LTI 1.1'],
    sealed: ['secret', 'its secret, sealed with the installation’s'],
    addedBy: ['reference', 'who entered it'],
    addedAt: ['technical', 'when'],
  },
  oldLinks: {
    activity: ['school', 'what stood behind a link of LTI 1.1'],
    seenAt: ['technical', 'when'],
  },
  noticeHandlers: {
    platform: ['technical', 'which LMS'],
    deployment: ['technical', 'which place of the tool in it'],
    type: ['technical', 'what it tells us'],
    handler: ['technical', 'where it sends that'],
    state: ['technical', 'asked, taken or refused'],
    askedAt: ['technical', 'when we asked'],
    heardAt: ['technical', 'when the last one came'],
  },
  receivedNotices: {
    expiresAt: ['technical', 'until when it could come again'],
  },
  courseCopies: {
    platform: ['technical', 'which LMS'],
    context: ['technical', 'the new course’s id in the LMS'],
    origins: ['technical', 'the ids of the courses it was copied from'],
    toldAt: ['technical', 'when'],
  },
  auditEntries: {
    sequence: ['technical', 'its place in the chain'],
    at: ['work', 'when it was done'],
    actor: ['reference', 'who did it'],
    action: ['work', 'what was done'],
    object: ['reference', 'to which record'],
    before: ['technical', 'hash of the record before'],
    after: ['technical', 'hash of the record after'],
    previous: ['technical', 'hash of the entry before'],
    hash: ['technical', 'shows that nothing was changed'],
  },
} as const satisfies CatalogueOf<
  | 'schools'
  | 'platforms'
  | 'registrationLinks'
  | 'schoolKeys'
  | 'oldKeys'
  | 'oldLinks'
  | 'noticeHandlers'
  | 'receivedNotices'
  | 'courseCopies'
  | 'refusedLaunches'
  | 'auditEntries'
>;
