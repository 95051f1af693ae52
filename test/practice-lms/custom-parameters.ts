import type { Activity, Site } from './site.js';
import type { Course, Person } from './seed.js';

export interface LaunchSubject {
  readonly course: Course;
  readonly person: Person;
  readonly activity: Activity | undefined;
}

/** Names and numbers of a person are filled in even when the tool may not have them in its claims. */
const variables: Readonly<Record<string, (subject: LaunchSubject) => string | null>> = {
  'User.id': ({ person }) => person.id,
  'User.username': ({ person }) => person.username,
  'Person.sourcedId': ({ person }) => person.idnumber,
  'Person.name.given': ({ person }) => person.givenName,
  'Person.name.family': ({ person }) => person.familyName,
  'Person.name.full': ({ person }) => `${person.givenName} ${person.familyName}`,
  'Person.email.primary': ({ person }) => person.email,
  'Context.id': ({ course }) => course.id,
  'Context.title': ({ course }) => course.fullname,
  'Context.label': ({ course }) => course.shortname,
  'Context.sourcedId': ({ course }) => course.idnumber,
  'Context.id.history': ({ course }) => (course.copiedFrom ?? []).toReversed().join(','),
  'CourseSection.title': ({ course }) => course.fullname,
  'CourseSection.label': ({ course }) => course.shortname,
  'CourseSection.sourcedId': ({ course }) => course.idnumber,
  'ResourceLink.id': ({ activity }) => activity?.id ?? null,
  'ResourceLink.title': ({ activity }) => activity?.name ?? null,
  'ResourceLink.description': ({ activity }) => activity?.text ?? null,
  // Nobody here is in a group.
  'Moodle.Person.userGroupIds': () => '',
};

export const variableNames: readonly string[] = Object.keys(variables);

/** Fills in what Moodle knows. An unknown variable goes out literally, dollar sign and all. */
export const fillCustom = (custom: Readonly<Record<string, string>>, subject: LaunchSubject) =>
  Object.fromEntries(
    Object.entries(custom).map(([name, value]): [string, string | null] => {
      const variable = value.startsWith('$') ? variables[value.slice(1)] : undefined;
      return [name, variable ? variable(subject) : value];
    }),
  );

/** Custom parameters of the tool win over those of the activity. */
export const mergedCustom = (site: Site, activity: Activity | undefined, toolId: string) => ({
  ...activity?.custom,
  ...site.state.tools.find(({ id }) => id === toolId)?.custom,
});
