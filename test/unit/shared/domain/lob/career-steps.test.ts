import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type {
  CareerCondition,
  CareerConversation,
  CareerEntry,
  Waiver,
} from '@buitenboord/shared/domain/lob/career-entry.js';
import { careerConditions, careerKinds } from '@buitenboord/shared/domain/lob/career-entry.js';
import {
  careerStep,
  conditionsOf,
  isRepeated,
  missingToBegin,
  missingToClose,
  type Known,
} from '@buitenboord/shared/domain/lob/career-steps.js';
import { careerCompetences } from '@buitenboord/shared/domain/lob/competences.js';
import {
  careerQuestions,
  getCareerQuestion,
  mostQuestions,
  usualQuestions,
} from '@buitenboord/shared/domain/lob/questions.js';
import { CareerEntry as Schema } from '@buitenboord/shared/domain/lob/career-entry.js';

/** An assignment that is ready to be closed. */
function anEntry(fields: Partial<CareerEntry> = {}): CareerEntry {
  return {
    student: 'sanne',
    kind: 'shadowDay',
    title: 'Een dag mee bij een metaalbedrijf',
    place: 'Metaalwerk',
    outsideSchool: true,
    isAssignment: true,
    motivation: 'Ik wil weten of lassen wat voor mij is.',
    aim: 'Een hele dag meedoen.',
    answers: [{ question: 'wentWell', answer: 'Het meten ging goed.' }],
    happenedOn: '2026-03-02',
    results: 'Ik heb een hek gemeten.',
    evaluation: 'Leuker dan ik dacht.',
    conclusion: 'Ik vraag een stage aan.',
    sharedWith: 'teachers',
    waived: [],
    approved: { by: 'teacher', at: '2026-02-01T10:00:00.000Z' },
    startedAt: '2026-01-20T10:00:00.000Z',
    savedAt: '2026-03-03T10:00:00.000Z',
    ...fields,
  };
}

function aTalk(moment: CareerConversation['moment'], fields: Partial<CareerConversation> = {}): CareerConversation {
  return {
    entry: 'e1',
    student: 'sanne',
    moment,
    heldOn: '2026-02-01',
    studentNotes: '',
    teacher: 'teacher',
    teacherNotes: 'Goed gesprek.',
    nextStep: 'Bellen met het bedrijf.',
    savedAt: '2026-02-01T10:00:00.000Z',
    ...fields,
  };
}

function aWaiver(condition: CareerCondition): Waiver {
  return { condition, reason: 'Ander bedrijf, ander werk.', by: 'teacher', at: '2026-02-01T10:00:00.000Z' };
}

const both: Known = { others: [], conversations: [aTalk('before'), aTalk('after')], today: '2026-03-04' };

describe('a career assignment before it begins', () => {
  it('lacks nothing when it is chosen with a reason and talked about', () => {
    expect(missingToBegin(anEntry(), both)).toEqual([]);
  });

  it('is outside school [lob.outside-school]', () => {
    expect(missingToBegin(anEntry({ outsideSchool: false }), both)).toEqual(['outsideSchool']);
  });

  it('is motivated in a talk with a teacher [lob.motivated-before]', () => {
    expect(missingToBegin(anEntry({ motivation: '  ' }), both)).toEqual(['motivation']);
    expect(missingToBegin(anEntry(), { ...both, conversations: [] })).toEqual(['talkBefore']);
    const alone = aTalk('before', { teacher: undefined });
    expect(missingToBegin(anEntry(), { ...both, conversations: [alone] })).toEqual(['talkBefore']);
  });

  it('has an aim of the student’s own', () => {
    expect(missingToBegin(anEntry({ aim: '' }), both)).toEqual(['aim']);
  });

  it('is of another kind than the ones before, unless a teacher says why not [lob.not-twice]', () => {
    const again: Known = { ...both, others: [{ kind: 'shadowDay', isAssignment: true }] };
    expect(missingToBegin(anEntry(), again)).toEqual(['otherKind']);
    expect(missingToBegin(anEntry({ waived: [aWaiver('otherKind')] }), again)).toEqual([]);
  });

  it.each([
    ['another kind', { kind: 'companyVisit', isAssignment: true }],
    ['no assignment', { kind: 'shadowDay', isAssignment: false }],
    ['taken back', { kind: 'shadowDay', isAssignment: true, withdrawnAt: '2026-01-01T00:00:00.000Z' }],
  ] as const)('may follow one that is %s', (_why, other) => {
    expect(isRepeated(anEntry(), [other])).toBe(false);
  });

  it('is never a second "something else"', () => {
    expect(isRepeated({ kind: 'other' }, [{ kind: 'other', isAssignment: true }])).toBe(false);
  });
});

describe('an experience that is no assignment', () => {
  const visit = anEntry({ isAssignment: false, approved: undefined, motivation: '', outsideSchool: false });
  const alone: Known = { ...both, others: [{ kind: 'shadowDay', isAssignment: true }], conversations: [] };

  it('needs nobody’s leave to begin, and no talk to close', () => {
    expect(missingToBegin(visit, alone)).toEqual([]);
    expect(missingToClose(visit, alone)).toEqual([]);
  });

  it('is not closed without a reflection [lob.closed-with-reflection]', () => {
    for (const answers of [
      [],
      [{ question: 'wentWell', answer: ' ' }],
      [{ question: 'wantToSee', answer: 'Veel.' }],
    ] as CareerEntry['answers'][])
      expect(missingToClose({ ...visit, answers }, alone)).toEqual(['reflection']);
  });

  it.each(['aim', 'results', 'evaluation', 'conclusion'] as const)(
    'is not closed without its %s [lob.four-parts]',
    (part) => {
      expect(missingToClose({ ...visit, [part]: '' }, alone)).toEqual([part]);
    },
  );

  it('is not closed before it happened', () => {
    expect(missingToClose({ ...visit, happenedOn: undefined }, alone)).toEqual(['happenedOn']);
    expect(missingToClose({ ...visit, happenedOn: '2026-03-05' }, alone)).toEqual(['happenedOn']);
    expect(missingToClose({ ...visit, happenedOn: '2026-03-04' }, alone)).toEqual([]);
  });

  it('may end in "not for me"', () => {
    expect(missingToClose({ ...visit, fitsMe: 'no' }, alone)).toEqual([]);
  });
});

describe('a career assignment before it is closed', () => {
  it('lacks nothing when all was done', () => {
    expect(missingToClose(anEntry(), both)).toEqual([]);
  });

  it('is reflected on in a talk that ends with a next step [lob.reflected-after]', () => {
    expect(missingToClose(anEntry(), { ...both, conversations: [aTalk('before')] })).toEqual(['talkAfter']);
    const without = [aTalk('before'), aTalk('after', { nextStep: '' })];
    expect(missingToClose(anEntry(), { ...both, conversations: without })).toEqual(['nextStep']);
  });

  it('was allowed to begin', () => {
    expect(missingToClose(anEntry({ approved: undefined }), both)).toEqual(['approval']);
  });
});

describe('a condition that a teacher let go', () => {
  const bare = anEntry({ outsideSchool: false, motivation: '', approved: undefined, happenedOn: undefined });
  const alone: Known = { ...both, others: [{ kind: 'shadowDay', isAssignment: true }], conversations: [] };

  it.each([
    ['outsideSchool', ['motivation', 'otherKind', 'talkBefore']],
    ['otherKind', ['motivation', 'outsideSchool', 'talkBefore']],
    ['motivatedBefore', ['outsideSchool', 'otherKind']],
    ['reflectedAfter', ['motivation', 'outsideSchool', 'otherKind', 'talkBefore']],
  ] as const)('is asked no more: %s, and nothing else with it', (condition, left) => {
    expect(missingToBegin({ ...bare, waived: [aWaiver(condition)] }, alone)).toEqual(left);
  });

  it('can be each of the four, and each is what could be let go before', () => {
    expect(conditionsOf(missingToClose(bare, alone)).sort()).toEqual([...careerConditions].sort());
    const waived = careerConditions.map(aWaiver);
    expect(conditionsOf(missingToClose({ ...bare, waived }, alone))).toEqual([]);
  });

  it('is never the student’s own reflection [lob.closed-with-reflection]', () => {
    const entry = anEntry({ answers: [], waived: careerConditions.map(aWaiver) });
    expect(missingToClose(entry, { ...both, conversations: [] })).toEqual(['reflection']);
  });
});

describe('what is missing, whatever an entry looks like', () => {
  const words = fc.constantFrom('', '  ', 'Woorden.');
  const talks = fc.array(
    fc.record({
      moment: fc.constantFrom('before' as const, 'after' as const),
      teacher: fc.constantFrom(undefined, 'teacher'),
      nextStep: words,
    }),
    { maxLength: 3 },
  );
  const entries = fc.record({
    isAssignment: fc.boolean(),
    outsideSchool: fc.boolean(),
    motivation: words,
    aim: words,
    results: words,
    evaluation: words,
    conclusion: words,
    answers: fc.constantFrom<CareerEntry['answers']>(
      [],
      [{ question: 'wantToSee', answer: 'Veel.' }],
      [{ question: 'wentWell', answer: 'Het meten.' }],
    ),
    happenedOn: fc.constantFrom(undefined, '2026-03-02', '2026-03-04', '2026-03-05'),
    approved: fc.constantFrom(undefined, { by: 'teacher', at: '2026-02-01T10:00:00.000Z' }),
    waived: fc.subarray([...careerConditions]).map((conditions) => conditions.map(aWaiver)),
  });
  const earlier = fc.subarray([
    { kind: 'shadowDay' as const, isAssignment: true },
    { kind: 'companyVisit' as const, isAssignment: true },
    { kind: 'shadowDay' as const, isAssignment: false },
  ]);

  /** The rules in the words of the seed, apart from the code: each condition holds or was let go, and the file's parts are there. */
  function mayClose(entry: CareerEntry, { others, conversations, today }: Known): boolean {
    const isGone = (condition: CareerCondition) => entry.waived.some((each) => each.condition === condition);
    const held = (moment: string) => conversations.find((talk) => talk.moment === moment && talk.teacher !== undefined);
    const said = (text: string) => text.trim().length > 0;
    const parts = [entry.aim, entry.results, entry.evaluation, entry.conclusion].every(said);
    const reflected = entry.answers.some(({ question }) => question === 'wentWell');
    const happened = entry.happenedOn !== undefined && entry.happenedOn <= today;
    if (!parts || !reflected || !happened) return false;
    if (!entry.isAssignment) return true;
    const isNew = !others.some(({ kind, isAssignment }) => isAssignment && kind === entry.kind);
    return (
      entry.approved !== undefined &&
      (isGone('outsideSchool') || entry.outsideSchool) &&
      (isGone('otherKind') || isNew) &&
      (isGone('motivatedBefore') || (said(entry.motivation) && held('before') !== undefined)) &&
      (isGone('reflectedAfter') || said(held('after')?.nextStep ?? ''))
    );
  }

  it('is nothing exactly when every condition holds [lob.outside-school, lob.not-twice, lob.motivated-before, lob.reflected-after]', () => {
    fc.assert(
      fc.property(entries, talks, earlier, (fields, told, others) => {
        const entry = anEntry(fields);
        const conversations = told.map(({ moment, ...rest }) => aTalk(moment, rest));
        const known: Known = { others, conversations, today: '2026-03-04' };
        expect(missingToClose(entry, known).length === 0).toBe(mayClose(entry, known));
      }),
      { numRuns: 2000 },
    );
  });

  it('to begin is missing to close as well', () => {
    fc.assert(
      fc.property(entries, talks, earlier, (fields, told, others) => {
        const entry = anEntry(fields);
        const known: Known = {
          others,
          conversations: told.map(({ moment, ...rest }) => aTalk(moment, rest)),
          today: '2026-03-04',
        };
        expect(missingToClose(entry, known)).toEqual(expect.arrayContaining(missingToBegin(entry, known)));
      }),
    );
  });
});

describe('where an entry stands', () => {
  it.each([
    ['choose', { approved: undefined }],
    ['experience', { happenedOn: undefined }],
    ['experience', { happenedOn: '2026-03-05' }],
    ['reflect', { happenedOn: '2026-03-04' }],
    ['closed', { closedAt: '2026-03-04T10:00:00.000Z' }],
    ['withdrawn', { withdrawnAt: '2026-03-04T10:00:00.000Z' }],
  ] as const)('is %s', (step, fields) => {
    expect(careerStep(anEntry(fields), '2026-03-04')).toBe(step);
  });
});

describe('the questions', () => {
  it('are at most five for one experience [lob.few-questions]', () => {
    expect(usualQuestions.length).toBeLessThanOrEqual(mostQuestions);
    const six = careerQuestions.slice(0, 6).map(({ id }) => ({ question: id, answer: '' }));
    expect(Schema.safeParse(anEntry({ answers: six })).success).toBe(false);
    expect(Schema.safeParse(anEntry({ answers: six.slice(1) })).success).toBe(true);
  });

  it('ask about every competence, and in every set', () => {
    expect(new Set(careerQuestions.map(({ competence }) => competence))).toEqual(new Set(careerCompetences));
    expect(new Set(careerQuestions.map(({ set }) => set))).toEqual(new Set(['before', 'history', 'after']));
    expect(usualQuestions.map((id) => getCareerQuestion(id).set)).toContain('after');
  });

  it('can be asked about every kind of experience', () => {
    for (const kind of careerKinds) expect(Schema.safeParse(anEntry({ kind })).success).toBe(true);
  });
});
