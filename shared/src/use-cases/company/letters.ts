import type { Activity } from '../../domain/activity/assignment.js';
import { displayName, firstName } from '../../domain/people/person.js';
import { hashOf, newId, newSecret } from '../../ids.js';
import { intendDelivery } from '../../outbox/intend.js';
import type { Vault } from '../../ports/vault.js';
import { Problem } from '../../problem.js';
import { companyLinks, people, schools } from '../../store/collections.js';
import { put, type Store, type Stored, type Write } from '../../store/port.js';
import { numberStudents } from '../people/course-numbers.js';
import { sealMailText } from './sealed-mail.js';
import type { MailWords, SupervisorMailFacts, SupervisorMails } from './supervisor-mails.js';

export interface LetterDeps {
  store: Store;
  vault: Vault;
  mails: SupervisorMails;
}

/** What a supervisor is asked about one student. */
export interface Request {
  invitation: string;
  student: string;
  contactName: string;
  contactEmail: string;
  invitedBy: string;
  expiresAt: string;
}

/** More would make a mail that nobody reads, and a sealed text that doesn't fit. */
const studentsPerMail = 20;

/**
 * The writes that send supervisors what they are asked: a new link for each student, and one mail to a supervisor for all of hers.
 * A link's secret leaves this function inside the sealed mail only.
 */
export async function letterWrites(
  deps: LetterDeps,
  activity: Stored<Activity, 'school'>,
  requests: readonly Request[],
  words: (facts: SupervisorMailFacts) => MailWords,
  at: Date,
): Promise<Write[]> {
  const writes: Write[] = [];
  for (const ofOne of bySupervisor(requests)) {
    writes.push(...(await oneLetter(deps, activity, ofOne, words, at)));
  }
  return writes;
}

async function oneLetter(
  { store, vault }: LetterDeps,
  activity: Stored<Activity, 'school'>,
  [first, ...others]: Letter,
  words: (facts: SupervisorMailFacts) => MailWords,
  at: Date,
): Promise<Write[]> {
  const { school } = activity;
  const links = [first, ...others].map((request) => ({ request, secret: newSecret() }));
  const { subject, text } = words(await mailFacts(store, activity, first, links));
  const mail = await intendDelivery(store, {
    school,
    target: 'mail',
    // A key of its own: a newer mail to the same supervisor may be about other students and must not replace this one.
    key: `supervisor:${newId()}`,
    activity: activity.id,
    at,
    payload: {
      target: 'mail',
      to: first.contactEmail,
      toName: first.contactName,
      subject,
      text: sealMailText(vault, school, first.contactEmail, text),
      invitation: first.invitation,
      ...(others.length > 0 && { alsoInvitations: others.map(({ invitation }) => invitation) }),
    },
  });
  const opening = links.map(({ request: { invitation, expiresAt }, secret }) =>
    put(companyLinks, { id: hashOf(secret) }, { school, invitation, expiresAt }, 0),
  );
  return [...mail, ...opening];
}

async function mailFacts(
  store: Store,
  activity: Stored<Activity, 'school'>,
  first: Request,
  links: readonly { request: Request; secret: string }[],
): Promise<SupervisorMailFacts> {
  const { school: id } = activity;
  const school = await store.get(schools, { id });
  if (!school) throw new Problem('school/unknown', { school: id });
  const teacher = await store.get(people, { school: id, id: first.invitedBy });
  const students = await calledStudents(store, activity, links);
  return {
    locale: school.locale,
    school: school.name,
    ...(teacher && { teacher: displayName(teacher) }),
    contactName: first.contactName,
    title: activity.title,
    questions: activity.rubric.length,
    students,
    expiresAt: first.expiresAt,
  };
}

/** Each by the first name, or by the number where the LMS shares none: a supervisor of three must know which link is whose. */
async function calledStudents(
  store: Store,
  { school, course }: Stored<Activity, 'school'>,
  links: readonly { request: Request; secret: string }[],
): Promise<SupervisorMailFacts['students']> {
  const called = await Promise.all(
    links.map(async ({ request: { student }, secret }) => {
      const person = await store.get(people, { school, id: student });
      return { student, secret, firstName: person && firstName(person) };
    }),
  );
  const nameless = called.filter((one) => one.firstName === undefined).map(({ student }) => student);
  const numbers = await numberStudents(store, { school, course }, nameless);
  return called.map(({ student, ...one }) => {
    const courseNumber = one.firstName === undefined ? numbers.get(student) : undefined;
    return courseNumber === undefined ? one : { ...one, courseNumber };
  });
}

type Letter = readonly [Request, ...Request[]];

function bySupervisor(requests: readonly Request[]): Letter[] {
  const letters = new Map<string, [Request, ...Request[]]>();
  const full: Letter[] = [];
  for (const request of requests) {
    const key = JSON.stringify([request.contactEmail.toLowerCase(), request.invitedBy]);
    const letter = letters.get(key);
    if (letter && letter.length < studentsPerMail) letter.push(request);
    else {
      if (letter) full.push(letter);
      letters.set(key, [request]);
    }
  }
  return [...full, ...letters.values()];
}
