import { describe, expect, it } from '@jest/globals';
import { standingOf, turnOf, type StandingFacts } from '@buitenboord/shared/domain/activity/standing.js';
import type { CompanyJudgement, Invitation } from '@buitenboord/shared/domain/company/company.js';
import type { Delivery, DeliveryState } from '@buitenboord/shared/domain/delivery/delivery.js';
import type { Work } from '@buitenboord/shared/domain/evidence/work.js';
import type { SettledGrade } from '@buitenboord/shared/domain/grade/settled-grade.js';

const now = new Date('2026-06-10T12:00:00Z');
const work: Work = {
  activity: 'a',
  student: 's',
  attempt: 1,
  state: 'open',
  draft: '',
  read: [],
  versions: 0,
  savedAt: '2026-06-01T08:00:00Z',
};
const invitation: Invitation = {
  activity: 'a',
  student: 's',
  attempt: 1,
  placement: 'p',
  state: 'invited',
  invitedBy: 't',
  invitedAt: '2026-06-08T12:00:00Z',
  expiresAt: '2026-06-29T12:00:00Z',
};
const judgement = { state: 'done' } as CompanyJudgement;
const grade = { value: { kind: 'tenths', tenths: 74 } } as SettledGrade;
const catchUp = { value: { kind: 'catchUp' }, settledAt: '2026-06-08T08:00:00Z' } as SettledGrade;
const delivery = (state: DeliveryState) => ({ state }) as Delivery;

describe('where a student’s activity stands', () => {
  it.each<[string, StandingFacts, string]>([
    ['nothing yet', {}, 'notStarted'],
    ['opened only', { work }, 'notStarted'],
    ['read the task', { work: { ...work, read: ['task'] } }, 'busy'],
    ['handed in', { work: { ...work, state: 'handedIn', versions: 1 } }, 'toInvite'],
    ['invited', { work, invitation }, 'waitsForCompany'],
    ['mail refused', { invitation: { ...invitation, mailProblem: 'no such user' } }, 'mailRefused'],
    ['six days without an answer', { invitation: { ...invitation, invitedAt: '2026-06-04T12:00:00Z' } }, 'noAnswer'],
    ['just under six days', { invitation: { ...invitation, invitedAt: '2026-06-04T12:00:01Z' } }, 'waitsForCompany'],
    ['link expired', { invitation: { ...invitation, expiresAt: '2026-06-10T12:00:00Z' } }, 'linkExpired'],
    [
      'withdrawn after handing in',
      { work: { ...work, state: 'handedIn' }, invitation: { ...invitation, state: 'withdrawn' } },
      'toInvite',
    ],
    ['assessed', { invitation, judgement }, 'toSettle'],
    ['settled without a column', { judgement, grade }, 'settled'],
    ['left as it is in the LMS', { grade, delivery: delivery('withdrawn') }, 'settled'],
    ['to catch up', { judgement, grade: catchUp }, 'busy'],
    ['handed in after that', { grade: catchUp, work: { ...work, handedInAt: '2026-06-09T08:00:00Z' } }, 'toSettle'],
    ['on its way', { grade, delivery: delivery('ready') }, 'underWay'],
    ['taken but not read back', { grade, delivery: delivery('received') }, 'underWay'],
    ['read back', { grade, delivery: delivery('confirmed') }, 'inGradebook'],
    ['refused', { grade, delivery: delivery('rejected') }, 'notArrived'],
    ['parked', { grade, delivery: delivery('parked') }, 'notArrived'],
  ])('%s', (_name, facts, kind) => expect(standingOf(facts, now).kind).toBe(kind));

  it('never says that it stands in the LMS before it was read back', () => {
    const states: DeliveryState[] = [
      'ready',
      'sent',
      'received',
      'registered',
      'rejected',
      'unknown',
      'withdrawn',
      'parked',
    ];
    for (const state of states)
      expect(standingOf({ grade, delivery: delivery(state) }, now).kind).not.toBe('inGradebook');
  });

  it('is somebody’s turn, or done', () => {
    expect(turnOf({ kind: 'toSettle' })).toBe('teacher');
    expect(turnOf({ kind: 'waitsForCompany' })).toBe('company');
    expect(turnOf({ kind: 'busy' })).toBe('student');
    expect(turnOf({ kind: 'inGradebook' })).toBe('done');
  });
});
