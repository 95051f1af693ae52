import { describe, expect, it } from '@jest/globals';
import {
  maySeeEvidence,
  type EvidenceInPlace,
  type Visitor,
} from '@buitenboord/shared/domain/access/may-see-evidence.js';

const file: EvidenceInPlace = { student: 'sanne', course: 'pie4', removed: false, handedIn: false };
const visitor = (fields: Partial<Visitor>): Visitor => ({ person: 'other', roles: [], course: 'pie4', ...fields });

describe('who may see a file', () => {
  it.each([
    ['the student herself', visitor({ person: 'sanne', roles: ['student'] }), true],
    [
      'the student herself from another course',
      visitor({ person: 'sanne', roles: ['student'], course: 'other' }),
      true,
    ],
    ['a teacher of the course', visitor({ roles: ['teacher'] }), true],
    ['a teacher of another course', visitor({ roles: ['teacher'], course: 'other' }), false],
    ['a teacher of no course', visitor({ roles: ['teacher'], course: undefined }), false],
    ['a classmate', visitor({ roles: ['student'] }), false],
    ['somebody without a role', visitor({}), false],
  ])('%s', (_name, who, may) => {
    expect(maySeeEvidence(who, file)).toBe(may);
  });

  it('is nobody once it was taken out, unless it was handed in before', () => {
    const owner = visitor({ person: 'sanne' });
    expect(maySeeEvidence(owner, { ...file, removed: true })).toBe(false);
    expect(maySeeEvidence(owner, { ...file, removed: true, handedIn: true })).toBe(true);
    expect(maySeeEvidence(visitor({ roles: ['teacher'] }), { ...file, removed: true })).toBe(false);
  });
});
