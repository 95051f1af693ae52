import { describe, expect, it } from '@jest/globals';
import type { Delivery, GradebookPayload } from '@buitenboord/shared/domain/delivery/delivery.js';
import { judgeAfterPut, judgeBeforePut } from '@buitenboord/shared/outbox/grade-verdict.js';

const payload: GradebookPayload = {
  target: 'gradebook',
  activity: 'a',
  course: 'c',
  student: 's',
  tenths: 80,
  remark: 'Goed',
  settledBy: 't',
};
const delivery = (fields: Partial<Delivery>): Delivery => ({
  target: 'gradebook',
  key: 'k',
  revision: 2,
  revisionAt: '2026-06-10T10:00:00.000Z',
  payload,
  state: 'ready',
  attempts: 0,
  unsure: false,
  confirmedRevision: 1,
  earlierTenths: [74],
  stateAt: '2026-06-10T10:00:00.000Z',
  ...fields,
});
const found = (value?: number, comment?: string) => ({
  kind: 'found' as const,
  value,
  ...(comment !== undefined && { comment }),
});

describe('judging what stands in the LMS', () => {
  it('after ours was put: the same number stands, an earlier one of ours is earlier, any other was changed', () => {
    expect(judgeAfterPut(delivery({}), payload, found(80))).toBe('stands');
    expect(judgeAfterPut(delivery({}), payload, found(80.0001))).toBe('stands');
    expect(judgeAfterPut(delivery({}), payload, found(80.5))).toBe('changed');
    expect(judgeAfterPut(delivery({}), payload, found(74))).toBe('earlier');
    expect(judgeAfterPut(delivery({}), payload, found())).toBe('changed');
    expect(judgeAfterPut(delivery({ earlierTenths: undefined }), payload, found())).toBe('earlier');
  });

  it('before ours is put: an equal number is ours only when a request may have been applied', () => {
    expect(judgeBeforePut(delivery({}), payload, found(80))).toBe('earlier');
    expect(judgeBeforePut(delivery({ unsure: true }), payload, found(80))).toBe('stands');
  });

  it('before ours is put: where the number was there already, the remark tells', () => {
    const sameNumber = delivery({ unsure: true, earlierTenths: [80] });
    expect(judgeBeforePut(sameNumber, payload, found(80, 'Redelijk'))).toBe('earlier');
    expect(judgeBeforePut(sameNumber, payload, found(80, 'Goed'))).toBe('stands');
    expect(judgeBeforePut(sameNumber, payload, found(80))).toBe('earlier');
  });

  it('takes a grade away: nothing there is what was wanted', () => {
    const none = { ...payload, tenths: null };
    expect(judgeAfterPut(delivery({}), none, found())).toBe('stands');
    expect(judgeAfterPut(delivery({}), none, found(74))).toBe('earlier');
  });
});
