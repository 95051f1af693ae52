import { describe, expect, it } from '@jest/globals';
import { activityKindIds } from '@buitenboord/shared/domain/activity/activity-kind.js';
import { aimsOf, kindOf, likelyKind, needsReflection } from '@buitenboord/shared/domain/activity/kind-of.js';
import { isOn, kindsOnByDefault } from '@buitenboord/shared/domain/activity/kind-offering.js';
import { activityKinds, getKind } from '@buitenboord/shared/domain/activity/kinds.js';

describe('the kinds of activities', () => {
  it('are each there once, with a name and a size in both languages, and an aim to begin with', () => {
    expect(activityKinds.map(({ id }) => id).sort()).toEqual([...activityKindIds].sort());
    for (const { name, size, aims } of activityKinds) {
      for (const words of [name.nl, name.en, size.nl, size.en]) expect(words.length).toBeGreaterThan(3);
      expect(aims.length).toBeGreaterThan(0);
    }
  });

  it('need recognition by SBB only where the law says so [activity.sbb-recognition]', () => {
    const recognised = activityKinds.filter(({ needsRecognition }) => needsRecognition).map(({ id }) => id);
    expect(recognised).toEqual(['workLearningTrack', 'entreeBpv']);
  });

  it('are on until a school says otherwise, but for guest lessons', () => {
    expect(activityKindIds.filter((id) => !kindsOnByDefault.includes(id))).toEqual(['guestLesson']);
    expect(isOn(undefined, 'guestLesson')).toBe(false);
    expect(isOn({ on: ['guestLesson'] }, 'guestLesson')).toBe(true);
    expect(isOn({ on: ['guestLesson'] }, 'companyVisit')).toBe(false);
  });

  it('are closed with a reflection when they are for one’s career [activity.reflection]', () => {
    expect(needsReflection('careerFair', ['orientation'])).toBe(true);
    expect(needsReflection('blockPlacement', ['learn', 'career'])).toBe(true);
    expect(needsReflection('blockPlacement', ['learn'])).toBe(false);
  });
});

describe('the kind of an assignment', () => {
  it('is by its nature while nobody chose one', () => {
    const elective = 'some-elective';
    expect(likelyKind({ elective, hours: 80 })).toBe('electiveInPractice');
    expect(likelyKind({ elective, hours: 79 })).toBe('practiceAssignment');
    expect(likelyKind({ hours: 2 })).toBe('companyVisit');
    expect(likelyKind({ hours: 16 })).toBe('practiceAssignment');
    expect(likelyKind({ hours: 70 })).toBe('blockPlacement');
  });

  it('is what was chosen, and an older record has the aims of its kind', () => {
    expect(kindOf({ hours: 2, kind: 'hotspot' })).toBe('hotspot');
    expect(aimsOf({ hours: 16 })).toEqual(getKind('practiceAssignment').aims);
    expect(aimsOf({ hours: 16, aims: [] })).toEqual([]);
  });
});
