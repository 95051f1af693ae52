import type {
  MailWords,
  SupervisorMailFacts,
  SupervisorMails,
} from '@buitenboord/shared/use-cases/company/supervisor-mails.js';
import { formatDay } from '@buitenboord/shared/text/format.js';
import { studentCalled } from '@buitenboord/shared/text/student-name.js';
import { textIn, type Text } from '@buitenboord/shared/text/text.js';

/** The mails to supervisors in words: plain text, short, in the school's language, with links to this tool. */
export function supervisorMails(baseUrl: string): SupervisorMails {
  return {
    invitation: (facts) => {
      const text = textIn(facts.locale);
      return mail(baseUrl, facts, inviteSubject(text, facts), [inviteWhy(text, facts)], []);
    },
    reminder: (facts) => {
      const text = textIn(facts.locale);
      const why = text('mail.remind.why', { title: facts.title });
      return mail(baseUrl, facts, remindSubject(text, facts), [why], [text('mail.remind.last')]);
    },
  };
}

function mail(
  baseUrl: string,
  facts: SupervisorMailFacts,
  subject: string,
  opening: readonly string[],
  closing: readonly string[],
): MailWords {
  const text = textIn(facts.locale);
  const paragraphs = [
    text('mail.greeting', { contact: facts.contactName }),
    [...opening, text('mail.what', { questions: facts.questions })].join('\n'),
    ...links(baseUrl, text, facts),
    [untilWhen(text, facts), ...closing].join('\n'),
    text('mail.notYou', { school: facts.school }),
    [text('mail.regards'), ...(facts.teacher ? [facts.teacher] : []), facts.school].join('\n'),
  ];
  return { subject: oneLine(subject), text: `${paragraphs.join('\n\n')}\n` };
}

function links(baseUrl: string, text: Text, { students }: SupervisorMailFacts): string[] {
  const address = (secret: string) => `${baseUrl}/link/${secret}`;
  if (students.length === 1) {
    return students.map(({ secret }) => `${text('mail.linkOne')}\n${address(secret)}`);
  }
  const each = students.map(
    (student, index) =>
      `${called(text, student) ?? text('student.numbered', { number: index + 1 })}\n${address(student.secret)}`,
  );
  return [text('mail.linkMore'), ...each];
}

function called(text: Text, student: SupervisorMailFacts['students'][number] | undefined): string | undefined {
  return student && studentCalled(text, { name: student.firstName, courseNumber: student.courseNumber });
}

function inviteSubject(text: Text, { students }: SupervisorMailFacts): string {
  const count = students.length;
  return count === 1
    ? text('mail.invite.subjectOne', { name: called(text, students[0]) })
    : text('mail.invite.subjectMore', { count });
}

function remindSubject(text: Text, { students }: SupervisorMailFacts): string {
  const count = students.length;
  return count === 1
    ? text('mail.remind.subjectOne', { name: called(text, students[0]) })
    : text('mail.remind.subjectMore', { count });
}

function inviteWhy(text: Text, { students, title }: SupervisorMailFacts): string {
  const count = students.length;
  return count === 1
    ? text('mail.invite.whyOne', { name: called(text, students[0]), title })
    : text('mail.invite.whyMore', { count, title });
}

function untilWhen(text: Text, { students, locale, expiresAt }: SupervisorMailFacts): string {
  const day = formatDay(locale, expiresAt);
  return students.length === 1 ? text('mail.until', { day }) : text('mail.untilMore', { day });
}

/** A name that holds a line break must not become a header of its own. */
function oneLine(subject: string): string {
  return subject.replace(/\s+/gu, ' ').slice(0, 300);
}
