import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Assignment } from '@buitenboord/shared/domain/activity/assignment.js';
import { assessmentRules } from '@buitenboord/shared/domain/assessment/rules.js';
import {
  examKindOf,
  isExamSecret,
  Sitting,
  sittingConditions,
  type ExamKind,
} from '@buitenboord/shared/domain/assessment/sitting.js';
import { withoutExam } from '@buitenboord/shared/domain/assessment/without-exam.js';
import { anAssignmentRecord, madeAt } from '../../../../support/records.js';

const complete = {
  heldOn: '2026-04-14',
  schoolExaminer: 'K. Jansen',
  secondExaminer: 'A. Bakker',
  papersSecret: true,
  observationsWritten: true,
};
const openOf = (kind: ExamKind, inPta: boolean, sitting: Parameters<typeof sittingConditions>[1]['sitting']) =>
  sittingConditions(kind, { inPta, sitting })
    .filter(({ met }) => !met)
    .map(({ id }) => id);

describe('what is stored of an exam', () => {
  it('[assessment.cspe-papers-secret] is neither task nor norms, whatever was typed', () => {
    const { madeBy: _by, madeAt: _at, state: _state, ...typed } = anAssignmentRecord({ madeBy: 't', kind: 'cspePart' });
    const kept = JSON.stringify(withoutExam({ ...typed, task: 'Opgave 1: maak een hoeklas', safety: 'Opgave 2' }));
    for (const secret of ['Opgave', 'hoeklas', typed.rubric[0]!.title]) expect(kept).not.toContain(secret);
    expect(Assignment.safeParse({ ...(JSON.parse(kept) as object), state: 'bank', madeBy: 't', madeAt }).success).toBe(
      true,
    );
  });

  it('is everything of any other assignment', () => {
    const other = anAssignmentRecord({ madeBy: 't', kind: 'proofOfCompetence' });
    expect(withoutExam(other)).toEqual(other);
  });
});

describe('an exam at a company', () => {
  it('is one only by its kind', () => {
    expect(examKindOf({ title: 'x', kind: 'proofOfCompetence' })).toBe('proofOfCompetence');
    expect(examKindOf({ title: 'x', kind: 'blockPlacement' })).toBeUndefined();
    expect(examKindOf({ title: 'x' })).toBeUndefined();
  });

  it('has nothing open when everything is in order', () => {
    expect(openOf('cspePart', false, complete)).toEqual([]);
    expect(openOf('proofOfCompetence', true, complete)).toEqual([]);
  });

  it('[assessment.proof-in-pta] a proof of competence waits for a component of the PTA', () => {
    expect(openOf('proofOfCompetence', false, complete)).toEqual(['ptaComponent']);
  });

  it('[assessment.proof-examiner] a proof of competence waits for an examiner of the school', () => {
    expect(openOf('proofOfCompetence', true, { ...complete, schoolExaminer: '' })).toEqual(['schoolExaminer']);
  });

  it('[assessment.cspe-examiner] a part of the cspe waits for an examiner of the school', () => {
    expect(openOf('cspePart', false, { ...complete, schoolExaminer: '' })).toEqual(['schoolExaminer']);
  });

  it('[assessment.cspe-second-examiner] the second examiner of the cspe is there, and is somebody else', () => {
    expect(openOf('cspePart', false, { ...complete, secondExaminer: '' })).toEqual(['secondExaminer']);
    expect(openOf('cspePart', false, { ...complete, secondExaminer: ' k.  jansen' })).toEqual(['secondExaminer']);
  });

  it('[assessment.cspe-papers-secret] the papers stayed secret, and nobody but the examiners sees the task', () => {
    expect(openOf('cspePart', false, { ...complete, papersSecret: false })).toEqual(['papersSecret']);
    expect(isExamSecret({ title: 'x', kind: 'cspePart' })).toBe(true);
    expect(isExamSecret({ title: 'x', kind: 'proofOfCompetence' })).toBe(false);
  });

  it('[assessment.cspe-observations] what was observed is on record', () => {
    expect(openOf('cspePart', false, { ...complete, observationsWritten: false })).toEqual(['observationsWritten']);
  });

  it.each([
    ['2026-03-31', ['window']],
    ['2026-04-01', []],
  ])('[assessment.cspe-window] held on %s leaves open %j', (heldOn, open) => {
    expect(openOf('cspePart', false, { ...complete, heldOn })).toEqual(open);
  });

  it('[assessment.sitting-recorded] keeps day, place and people, and has no field for the exam itself', () => {
    const about = {
      activity: 'a',
      student: 's',
      attempt: 1,
      place: 'Van Beek',
      by: 't',
      at: '2026-04-14T10:00:00.000Z',
    };
    expect(Sitting.safeParse({ ...about, ...complete }).success).toBe(true);
    expect(Sitting.safeParse({ ...about, ...complete, task: 'Opgave 1' }).success).toBe(false);
  });

  it('is open in everything while nothing was written down', () => {
    expect(openOf('cspePart', false, undefined)).toHaveLength(6);
  });

  it('never has fewer conditions met by one more fact, and names a rule for each', () => {
    const known = new Set(assessmentRules.map(({ id }) => id));
    const facts = fc.record({
      schoolExaminer: fc.constantFrom('', 'K. Jansen'),
      secondExaminer: fc.constantFrom('', 'A. Bakker'),
      papersSecret: fc.boolean(),
      observationsWritten: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, fc.constantFrom('cspePart', 'proofOfCompetence'), (sitting, kind) => {
        const before = openOf(kind, false, { ...sitting, heldOn: undefined });
        const after = openOf(kind, true, { ...sitting, heldOn: '2026-05-01' });
        expect(before).toEqual(expect.arrayContaining(after));
        for (const { rule } of sittingConditions(kind, { inPta: true, sitting: undefined })) {
          expect(known).toContain(rule);
        }
      }),
    );
  });
});
