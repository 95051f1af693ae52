import { describe, expect, it } from '@jest/globals';
import { lmsProductOf, showsWaitingWork } from '@buitenboord/shared/domain/school/lms-product.js';

describe('an LMS', () => {
  it.each([
    ['moodle', 'https://lms.example', 'moodle'],
    ['canvas', 'https://canvas.instructure.com', 'canvas'],
    ['desire2learn', 'https://school.example', 'brightspace'],
    ['BlackboardLearn', 'https://blackboard.com', 'blackboard'],
    ['open-edX', 'https://edx.example', 'openEdx'],
    ['Sakai', 'https://sakai.example', 'sakai'],
    // By its issuer, when it doesn't say or says something that we don't know.
    ['unknown', 'https://canvas.instructure.com', 'canvas'],
    ['', 'https://schoology.schoology.com', 'schoology'],
    ['', 'https://school.brightspace.com', 'brightspace'],
    ['school.itslearning.com', 'https://school.itslearning.com', 'itslearning'],
    ['', 'https://blackboard.com', 'blackboard'],
    // What it says goes before where it is.
    ['moodle', 'https://school.brightspace.com', 'moodle'],
    ['', 'https://notcanvas.instructure.com.example', 'other'],
    ['toString', 'https://lms.example', 'other'],
    ['', 'no address', 'other'],
  ])('that calls itself "%s" at %s is %s', (product, issuer, found) => {
    expect(lmsProductOf({ product, issuer })).toBe(found);
  });

  it('shows a teacher that work waits, but for Moodle', () => {
    expect([showsWaitingWork('moodle'), showsWaitingWork('canvas'), showsWaitingWork('other')]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
