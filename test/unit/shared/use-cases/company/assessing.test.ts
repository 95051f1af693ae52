import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Level } from '@buitenboord/shared/domain/grade/suggested-grade.js';
import { auditEntries, works } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import { chooseLevel } from '@buitenboord/shared/use-cases/company/choose-level.js';
import { complain } from '@buitenboord/shared/use-cases/company/complain.js';
import { finishAssessment } from '@buitenboord/shared/use-cases/company/finish-assessment.js';
import { saveRemark } from '@buitenboord/shared/use-cases/company/save-remark.js';
import { withdrawInvitation } from '@buitenboord/shared/use-cases/company/withdraw-invitation.js';
import { aBakery, aCompanyStage, type CompanyStage } from '../../../../support/company-stage.js';

let stage: CompanyStage;
let one: { school: string; invitation: string };
beforeEach(async () => {
  stage = await aCompanyStage();
  await stage.name();
  await stage.invite();
  const [invitation] = await stage.invitations();
  one = { school: stage.at.school, invitation: invitation!.id };
});
afterEach(() => stage.close());

const problem = (code: string) => expect.objectContaining({ code });
const choose = (question: number, level: Level) => chooseLevel(stage, { ...one, question, level });
const finish = (remark = '') => finishAssessment(stage, { ...one, remark });

async function chooseAll(): Promise<void> {
  for (const question of [1, 2, 3]) await choose(question, 'good');
}

describe('assessing', () => {
  it('keeps each choice at once and says where to go next', async () => {
    expect(await choose(1, 'good')).toEqual({ kind: 'question', number: 2 });
    expect(await choose(2, 'practise')).toEqual({ kind: 'question', number: 3 });
    expect(await choose(1, 'sufficient')).toEqual({ kind: 'question', number: 3 });
    expect(await choose(3, 'good')).toEqual({ kind: 'summary' });
    expect(await stage.judgements()).toMatchObject([{ state: 'draft', levels: ['sufficient', 'practise', 'good'] }]);
    expect(await stage.invitations()).toMatchObject([{ state: 'invited', openedAt: expect.any(String) }]);
  });

  it('stays a draft with a question open, and keeps the remark', async () => {
    await choose(1, 'good');
    expect(await finish('Goed bezig')).toEqual({ kind: 'missing', questions: [2, 3] });
    expect(await stage.judgements()).toMatchObject([
      { state: 'draft', remark: 'Goed bezig', levels: ['good', null, null] },
    ]);
  });

  it('is one answer however often the last button is pressed', async () => {
    await stage.handsIn();
    await chooseAll();
    await Promise.all([finish('Top'), finish('Top')]);
    stage.now.advance(60_000);
    expect(await finish('Toch niet')).toEqual({ kind: 'done' });
    expect(await stage.judgements()).toMatchObject([
      { state: 'done', remark: 'Top', doneAt: '2026-06-02T08:00:00.000Z', handIn: expect.stringMatching(/\.v1$/u) },
    ]);
    const { items } = await stage.store.find(auditEntries, { where: { school: one.school }, limit: 500 });
    expect(items.filter(({ action }) => action === 'company/assessed')).toMatchObject([
      { actor: `company:${one.invitation}` },
    ]);
  });

  it('never changes after the last button', async () => {
    await chooseAll();
    await finish();
    await expect(choose(1, 'practise')).rejects.toEqual(problem('link/done'));
    await expect(saveRemark(stage, { ...one, remark: 'Toch niet' })).rejects.toEqual(problem('link/done'));
    await expect(stage.name(undefined, { ...aBakery, name: 'Een ander' })).rejects.toEqual(
      problem('company/already-assessed'),
    );
    expect(await stage.invite()).toBe(0);
    expect(await stage.judgements()).toMatchObject([{ state: 'done', levels: ['good', 'good', 'good'], remark: '' }]);
  });

  it('closes work that was handed in', async () => {
    await stage.handsIn();
    await chooseAll();
    await finish();
    expect(await stage.work()).toMatchObject({ state: 'assessed' });
  });

  it('leaves work open that was not handed in: the student still can', async () => {
    const { school, activity, students } = stage.at;
    const work = {
      activity,
      student: students[0]!,
      attempt: 1,
      state: 'open',
      draft: 'Ik',
      read: [],
      versions: 0,
    } as const;
    const id = `${activity}.${students[0]!}.1`;
    await stage.store.commit([
      put(works, { school, id }, { ...work, read: [], savedAt: '2026-06-02T08:00:00.000Z' }, 0),
    ]);
    await chooseAll();
    await finish();
    expect(await stage.work()).toMatchObject({ state: 'open', draft: 'Ik' });
    const [judgement] = await stage.judgements();
    expect(judgement!.handIn).toBeUndefined();
  });

  it('stops when the teacher withdraws meanwhile', async () => {
    await chooseAll();
    const { school, activity, students, teacher } = stage.at;
    await withdrawInvitation(stage, { school, activity, student: students[0]!, by: teacher });
    await expect(choose(1, 'good')).rejects.toEqual(problem('link/withdrawn'));
    await expect(finish()).rejects.toEqual(problem('link/withdrawn'));
    expect(await stage.judgements()).toMatchObject([{ state: 'draft' }]);
  });

  it('refuses a question that doesn’t exist', async () => {
    await expect(choose(4, 'good')).rejects.toEqual(problem('request/not-found'));
  });
});

describe('saying that something is wrong', () => {
  it('reaches the teacher and leaves the answer as it is', async () => {
    await chooseAll();
    await finish('Top');
    await complain(stage, { ...one, words: 'Verkeerde leerling' });
    await complain(stage, { ...one, words: 'Echt' });
    expect(await stage.judgements()).toMatchObject([
      { state: 'done', remark: 'Top', complaint: 'Verkeerde leerling\n\nEcht', levels: ['good', 'good', 'good'] },
    ]);
  });

  it('can be done before answering', async () => {
    await complain(stage, { ...one, words: 'Ik ken haar niet' });
    expect(await stage.judgements()).toMatchObject([{ state: 'draft', complaint: 'Ik ken haar niet' }]);
  });
});
