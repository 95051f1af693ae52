import { describe, expect, it } from '@jest/globals';
import { toCourseRoles } from '@buitenboord/shared/domain/people/context-roles.js';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

describe('roles in a course', () => {
  it.each([
    [[`${membership}#Instructor`], ['teacher']],
    [['Instructor'], ['teacher']],
    [[`${membership}#Learner`], ['student']],
    [
      ['Learner', 'Instructor', `${membership}#Instructor`],
      ['teacher', 'student'],
    ],
    [[`${membership}/Instructor#TeachingAssistant`], []],
    [['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor'], []],
    [['constructor', '', 'instructor'], []],
    [[], []],
  ])('%j give %j', (roles, found) => {
    expect(toCourseRoles(roles)).toEqual(found);
  });
});
