import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideAgreement, type AgreementFacts } from '@buitenboord/shared/domain/activity/agreement-need.js';
import { activityKinds, getKind } from '@buitenboord/shared/domain/activity/kinds.js';

const quiet: AgreementFacts = {
  days: 1,
  countsForSubject: false,
  guidedByCompany: false,
  works: false,
  outsideSchoolHours: false,
  confidential: false,
  insured: true,
  under16: false,
  schoolDemands: false,
};
const visit = getKind('companyVisit');
const needOf = (facts: Partial<AgreementFacts>, kind = visit) => decideAgreement(kind, { ...quiet, ...facts });

const someFacts: fc.Arbitrary<AgreementFacts> = fc.record({
  days: fc.integer({ min: 1, max: 200 }),
  countsForSubject: fc.boolean(),
  guidedByCompany: fc.boolean(),
  works: fc.boolean(),
  outsideSchoolHours: fc.boolean(),
  confidential: fc.boolean(),
  insured: fc.boolean(),
  under16: fc.boolean(),
  schoolDemands: fc.boolean(),
});
const someKind = fc.constantFrom(...activityKinds);

describe('deciding on an agreement', () => {
  it.each([
    ['the student works', { works: true }, 'work'],
    ['it counts for an elective', { countsForSubject: true }, 'goals'],
    ['the school wants one', { schoolDemands: true }, 'school'],
  ] as const)('[activity.agreement-required] requires one when %s', (_title, facts, reason) => {
    expect(needOf(facts)).toMatchObject({ need: 'required', because: [reason] });
    expect(needOf({}).need).toBe('optional');
  });

  it.each([
    ['workLearningTrack', 'workLearningAgreement'],
    ['entreeBpv', 'bpvAgreement'],
    ['communityService', 'placementAgreement'],
  ] as const)('requires one for %s in any case: a %s', (id, agreement) => {
    expect(needOf({}, getKind(id))).toMatchObject({ need: 'required', because: ['kind'], agreement });
  });

  it.each([
    ['it takes longer than a few days', { days: 4 }, { days: 3 }, 'size'],
    ['only the company guides', { guidedByCompany: true }, {}, 'guidance'],
    ['it is outside school hours', { outsideSchoolHours: true }, {}, 'times'],
    ['things are confidential', { confidential: true }, {}, 'confidentiality'],
    ['the insurance isn’t sure', { insured: false }, {}, 'insurance'],
  ] as const)('[activity.agreement-advised] advises one when %s', (_title, outside, inside, reason) => {
    expect(needOf(outside)).toMatchObject({ need: 'advised', because: [reason] });
    expect(needOf(inside).need).toBe('optional');
  });

  it('needs a guardian’s signature before the first day for work at 14 and 15 [activity.agreement-first]', () => {
    expect(needOf({ works: true, under16: true }).guardianFirst).toBe(true);
    expect(needOf({ works: true }).guardianFirst).toBe(false);
    expect(needOf({ under16: true }).guardianFirst).toBe(false);
  });

  it('lets a school ask for more, never for less', () => {
    const strictness = { optional: 0, advised: 1, required: 2 };
    fc.assert(
      fc.property(someKind, someFacts, (kind, facts) => {
        const without = decideAgreement(kind, { ...facts, schoolDemands: false }).need;
        const withSchool = decideAgreement(kind, { ...facts, schoolDemands: true }).need;
        expect(withSchool).toBe('required');
        expect(strictness[without]).toBeLessThanOrEqual(strictness[withSchool]);
        if (facts.works) expect(without).toBe('required');
      }),
    );
  });
});
