import type { CareerCondition, CareerConversation, CareerEntry, ConversationMoment } from './career-entry.js';
import { getCareerQuestion } from './questions.js';

/** What stands between an entry and its next step; the page says each in words. */
export type Missing =
  | 'aim'
  | 'motivation'
  | 'outsideSchool'
  | 'otherKind'
  | 'talkBefore'
  | 'approval'
  | 'happenedOn'
  | 'reflection'
  | 'results'
  | 'evaluation'
  | 'conclusion'
  | 'talkAfter'
  | 'nextStep';

/** Where an entry stands in the cycle: choose, experience, reflect, conclude (domain E.2). */
export type CareerStep = 'choose' | 'experience' | 'reflect' | 'closed' | 'withdrawn';

export interface Known {
  /** The student's other entries. */
  others: readonly Pick<CareerEntry, 'kind' | 'isAssignment' | 'withdrawnAt'>[];
  conversations: readonly CareerConversation[];
  /** The Dutch day. */
  today: string;
}

/** Which condition asks for it. The student's own reflection isn't among them: no experience closes without it (`lob.closed-with-reflection`). */
const conditionOf: Partial<Record<Missing, CareerCondition>> = {
  outsideSchool: 'outsideSchool',
  otherKind: 'otherKind',
  motivation: 'motivatedBefore',
  talkBefore: 'motivatedBefore',
  talkAfter: 'reflectedAfter',
  nextStep: 'reflectedAfter',
};

/** What a career assignment lacks before it may begin; nothing for any other experience, which needs nobody's leave. */
export function missingToBegin(entry: CareerEntry, { others, conversations }: Known): Missing[] {
  if (!entry.isAssignment) return [];
  const missing = named({
    aim: entry.aim.trim() === '',
    motivation: entry.motivation.trim() === '',
    outsideSchool: !entry.outsideSchool,
    otherKind: isRepeated(entry, others),
    talkBefore: !talkOf(conversations, 'before'),
  });
  return notWaived(entry, missing);
}

/** What an entry lacks before it may be closed: what was done, a reflection, the four parts of the file; of an assignment its talk and next step too. */
export function missingToClose(entry: CareerEntry, known: Known): Missing[] {
  const talk = talkOf(known.conversations, 'after');
  const missing = [
    ...missingToBegin(entry, known),
    ...named({
      approval: entry.isAssignment && !entry.approved,
      aim: !entry.isAssignment && entry.aim.trim() === '',
      happenedOn: entry.happenedOn === undefined || entry.happenedOn > known.today,
      reflection: !hasReflection(entry),
      results: entry.results.trim() === '',
      evaluation: entry.evaluation.trim() === '',
      conclusion: entry.conclusion.trim() === '',
      talkAfter: entry.isAssignment && !talk,
      nextStep: entry.isAssignment && talk !== undefined && talk.nextStep.trim() === '',
    }),
  ];
  return notWaived(entry, missing);
}

/** The conditions that what is missing comes from: what a teacher could let go. */
export function conditionsOf(missing: readonly Missing[]): CareerCondition[] {
  return [...new Set(missing.flatMap((each) => conditionOf[each] ?? []))];
}

function notWaived({ waived }: CareerEntry, missing: readonly Missing[]): Missing[] {
  const gone = new Set(waived.map(({ condition }) => condition));
  return missing.filter((each) => {
    const condition = conditionOf[each];
    return condition === undefined || !gone.has(condition);
  });
}

/** Whether the student did an assignment of this kind before. "Something else" is never the same twice. */
export function isRepeated(entry: Pick<CareerEntry, 'kind'>, others: Known['others']): boolean {
  if (entry.kind === 'other') return false;
  return others.some((other) => other.isAssignment && !other.withdrawnAt && other.kind === entry.kind);
}

/** An answer to at least one of the questions that are asked afterwards. */
export function hasReflection({ answers }: Pick<CareerEntry, 'answers'>): boolean {
  return answers.some(({ question, answer }) => getCareerQuestion(question).set === 'after' && answer.trim() !== '');
}

/** Where the entry stands. */
export function careerStep(entry: CareerEntry, today: string): CareerStep {
  if (entry.withdrawnAt) return 'withdrawn';
  if (entry.closedAt) return 'closed';
  if (entry.isAssignment && !entry.approved) return 'choose';
  return entry.happenedOn !== undefined && entry.happenedOn <= today ? 'reflect' : 'experience';
}

function talkOf(
  conversations: readonly CareerConversation[],
  moment: ConversationMoment,
): CareerConversation | undefined {
  // A record of both: a note of the student alone is preparation, no talk yet.
  return conversations.find((talk) => talk.moment === moment && talk.teacher !== undefined);
}

function named(lacking: Partial<Record<Missing, boolean>>): Missing[] {
  return (Object.keys(lacking) as Missing[]).filter((name) => lacking[name] === true);
}
