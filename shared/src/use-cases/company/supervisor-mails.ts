/** What a mail to a supervisor is made of. The words and the address of the tool belong to the door that implements `SupervisorMails`. */
export interface SupervisorMailFacts {
  locale: 'nl' | 'en';
  school: string;
  /** The teacher's name, where the LMS shared it. */
  teacher?: string;
  contactName: string;
  /** The activity's title. */
  title: string;
  questions: number;
  /** First names only, or numbers where there are none; each with the secret of its own link. */
  students: readonly { firstName?: string; courseNumber?: number; secret: string }[];
  expiresAt: string;
}

export interface MailWords {
  subject: string;
  text: string;
}

/** Writes the mails to supervisors. The subject holds no more of a student than the first name. */
export interface SupervisorMails {
  invitation(facts: SupervisorMailFacts): MailWords;
  reminder(facts: SupervisorMailFacts): MailWords;
}
