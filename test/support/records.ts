import type { Activity, Assignment, Course } from '@buitenboord/shared/domain/activity/assignment.js';
import type { RefusedLaunch } from '@buitenboord/shared/domain/launch/refused-launch.js';
import type { Person } from '@buitenboord/shared/domain/people/person.js';
import type { Platform, School } from '@buitenboord/shared/domain/school/school.js';

/** When everything in a test was made, unless it says otherwise. */
export const madeAt = '2026-06-01T08:00:00.000Z';

// Each gives a valid whole; the test states the one thing it is about.

/** A school that has chosen how it rounds. */
export function aSchoolRecord(fields: Partial<School> = {}): School {
  const chosen = { regime: 'viaOneDecimal', from: '2025-2026', chosenAt: madeAt } as const;
  return { name: 'De Werkplaats', locale: 'nl', linkDays: 21, seRounding: [chosen], createdAt: madeAt, ...fields };
}

export function aPlatformRecord(fields: Partial<Platform> & { school: string }): Platform {
  return {
    issuer: 'https://lms.example',
    clientId: 'client-1',
    deployments: ['1'],
    authUrl: 'https://lms.example/mod/lti/auth.php',
    tokenUrl: 'https://lms.example/mod/lti/token.php',
    jwksUrl: 'https://lms.example/mod/lti/certs.php',
    product: 'moodle',
    state: 'active',
    createdAt: madeAt,
    ...fields,
  };
}

export function aRefusedLaunch(fields: Partial<RefusedLaunch> = {}): RefusedLaunch {
  return {
    platformId: 'unknown',
    at: madeAt,
    step: 'deploymentIsKnown',
    code: 'launch/unknown-deployment',
    reference: 'refused-1',
    facts: { deployment: '7' },
    ...fields,
  };
}

export function aCourseRecord(fields: Partial<Course> & { platform: string }): Course {
  return {
    deployment: '1',
    context: '2',
    title: 'PIE 4 kader',
    label: 'pie4k',
    cohort: '2025-2027',
    leerweg: 'kb',
    membershipsUrl: 'https://lms.example/mod/lti/services.php/CourseSection/2/bindings/1/memberships',
    lineItemsUrl: 'https://lms.example/mod/lti/services.php/2/lineitems?type_id=1',
    scopes: [
      'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
      'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
      'https://purl.imsglobal.org/spec/lti-ags/scope/score',
      'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
    ],
    ...fields,
  };
}

export function aPersonRecord(fields: Partial<Person> = {}): Person {
  return { givenName: 'Sanne', familyName: 'de Wit', fullName: 'Sanne de Wit', createdAt: madeAt, ...fields };
}

const task: Pick<Assignment, 'title' | 'task' | 'safety' | 'subtasks' | 'evidence' | 'rubric' | 'hours'> = {
  title: 'Lasframe maken',
  task: 'Je maakt een frame van vier kokers.\nJe zaagt, last en slijpt.\nJe laat zien hoe recht het is.',
  safety: 'Draag je lashelm.\nVraag hulp als je twijfelt.',
  subtasks: [],
  evidence: [
    { kind: 'photo', count: 3 },
    { kind: 'text', count: 1 },
  ],
  rubric: [
    {
      title: 'De las is vlak',
      behaviour: {
        practise: 'De las zit vol bobbels.',
        sufficient: 'De las is bijna overal vlak.',
        good: 'De las is vlak.',
      },
    },
    {
      title: 'Het frame is haaks',
      behaviour: {
        practise: 'Het frame is scheef.',
        sufficient: 'Het frame is bijna haaks.',
        good: 'Het frame is haaks.',
      },
    },
    {
      title: 'Veilig werken',
      behaviour: { practise: 'Je vergeet je helm.', sufficient: 'Je draagt alles.', good: 'Je let ook op anderen.' },
    },
  ],
  hours: 24,
};

export function anAssignmentRecord(fields: Partial<Assignment> & { madeBy: string }): Assignment {
  return { ...task, state: 'bank', madeAt, ...fields };
}

export function anActivityRecord(
  fields: Partial<Activity> & { course: string; assignment: string; madeBy: string },
): Activity {
  return { ...task, dueOn: '2026-06-09', counting: { kind: 'formative' }, madeAt, ...fields };
}
