import { describe, expect, it } from '@jest/globals';
import { platformHabits } from '@buitenboord/lti-tool/lti/platforms/platform-habits.js';

describe('what a platform does differently in a launch', () => {
  it('is no name at itslearning, unless the school says so', () => {
    expect(platformHabits({ issuer: 'https://school.example', product: 'itslearning' }).sharesNames).toBe(false);
    expect(platformHabits({ issuer: 'https://school.itslearning.com', product: 'unknown' }).sharesNames).toBe(false);
  });

  it('is a signature of the migration claim that nobody can check at Canvas', () => {
    const canvas = platformHabits({ issuer: 'https://canvas.instructure.com', product: '' });
    expect(canvas.signsMigrationWithAnotherNonce).toBe(true);
  });

  it.each(['moodle', 'sakai', 'toString', ''])('is nothing for %p', (product) => {
    expect(platformHabits({ issuer: 'https://lms.school.example', product })).toEqual({
      sharesNames: true,
      signsMigrationWithAnotherNonce: false,
    });
  });
});
