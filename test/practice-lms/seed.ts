/** Who and what a fresh practice school starts with. */
export interface PracticeSeed {
  readonly siteName: string;
  readonly people: readonly Person[];
  readonly courses: readonly Course[];
}

export type Locale = 'nl' | 'en';

export interface Person {
  /** Numeric, as Moodle's are; it is also the `sub` of every launch. */
  readonly id: string;
  readonly username: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  /** The school's own number for this person; may be empty. */
  readonly idnumber: string;
  readonly locale: Locale;
  readonly siteAdmin?: boolean;
  /** Gets a big button on the front page. */
  readonly oneClick?: boolean;
}

type CourseRole = 'editingteacher' | 'teacher' | 'student';

export interface Enrolment {
  readonly person: string;
  readonly role: CourseRole;
  suspended?: boolean;
}

export interface Course {
  readonly id: string;
  readonly fullname: string;
  readonly shortname: string;
  readonly idnumber: string;
  readonly enrolments: Enrolment[];
  /** The courses this one was copied from, nearest last. */
  readonly copiedFrom?: readonly string[];
}

const student = (id: number, name: [string, string], idnumber: string, more: Partial<Person> = {}): Person => ({
  id: String(id),
  username: `leerling${id - 3}`,
  givenName: name[0],
  familyName: name[1],
  email: `leerling${id - 3}@esdoorncollege.example`,
  idnumber,
  locale: 'nl',
  ...more,
});

/** Esdoorncollege: one teacher, one class, and the student numbers that trip software up. */
export const demoSeed: PracticeSeed = {
  siteName: 'Esdoorncollege',
  people: [
    {
      id: '3',
      username: 'docent1',
      givenName: 'Peter',
      familyName: 'Jansen',
      email: 'p.jansen@esdoorncollege.example',
      idnumber: '',
      locale: 'nl',
      oneClick: true,
    },
    student(4, ['Sanne', 'de Wit'], '0012345', { oneClick: true }),
    student(5, ['Bram', 'Yıldız'], '18021', { oneClick: true }),
    {
      id: '2',
      username: 'beheer',
      givenName: 'Marjan',
      familyName: 'Kuipers',
      email: 'beheer@esdoorncollege.example',
      idnumber: '',
      locale: 'nl',
      siteAdmin: true,
      oneClick: true,
    },
    student(6, ['Noor', 'el Amrani'], '18022'),
    student(7, ['Daan', 'Janssen'], '18023'),
    student(8, ['Fenna', 'Bos'], ''),
    student(9, ['Jaydon', 'Martina'], '18025'),
    student(10, ['Oleksandra', 'Kovalenko'], '18026', { locale: 'en' }),
    student(11, ['Shanti', 'Ramdin'], '18027'),
  ],
  courses: [
    {
      id: '2',
      fullname: 'Keuzevak Lassen 3B',
      shortname: 'LAS-3B',
      idnumber: 'PIE-LAS-3B',
      enrolments: [
        { person: '3', role: 'editingteacher' },
        ...['4', '5', '6', '7', '8', '9', '10'].map((person) => ({ person, role: 'student' as const })),
        { person: '11', role: 'student', suspended: true },
      ],
    },
  ],
};
