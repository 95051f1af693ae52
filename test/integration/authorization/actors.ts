/** Who asks, and whose words an answer may hold: `A` is the school, `A1` the course, `A1-2` the second student in it. */
export const actors = {
  nobody: [],
  /** Has the address of the teacher's visit, and the cookie of a visit of its own. */
  otherBrowser: [],
  /** Whose work the addresses and the forms are about. */
  student: ['A1-0', 'A1-1', 'A-0'],
  classmate: ['A1-0', 'A1-2', 'A-0'],
  studentElsewhere: ['A2-0', 'A2-1', 'A-0'],
  teacher: ['A1-0', 'A1-1', 'A1-2', 'A-0'],
  teacherElsewhere: ['A2-0', 'A2-1', 'A2-2', 'A-0'],
  teacherOtherSchool: ['B1-0', 'B1-1', 'B1-2', 'B-0'],
  /** Came in through the LMS without a role that we know. */
  visitor: [],
  lmsAdministrator: [],
  /** Gives roles to teachers, and so sees their names. */
  schoolAdministrator: ['A-0', 'A1-0', 'A2-0'],
  administratorOtherSchool: ['B-0', 'B1-0'],
  /** Sees every course's school exam, and who of them is in a quality sample; chooses the course by its name. */
  examSecretary: ['A-0', 'A1-0', 'A1-1', 'A1-2', 'A2-0', 'A2-2'],
  /** Plans, and so sees names and companies of the course she came in through. */
  placementCoordinator: ['A-0', 'A1-0', 'A1-1', 'A1-2'],
  safetyApprover: ['A-0', 'A1-0', 'A1-1', 'A1-2'],
  teacherPicking: ['A-0', 'A1-0'],
  pickingOtherSchool: ['B-0', 'B1-0'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ActorName = keyof typeof actors;

/** They ask for every route; the others only where the table names them. */
export const askEverywhere: readonly ActorName[] = (Object.keys(actors) as ActorName[]).filter(
  (name) => name !== 'teacherPicking' && name !== 'pickingOtherSchool',
);
