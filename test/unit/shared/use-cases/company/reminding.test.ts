import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { invitations } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { openCompanyLink } from '@buitenboord/shared/use-cases/company/open-company-link.js';
import { remindSupervisors } from '@buitenboord/shared/use-cases/company/remind-supervisors.js';
import { withdrawInvitation } from '@buitenboord/shared/use-cases/company/withdraw-invitation.js';
import { aCompanyStage, type CompanyStage } from '../../../../support/company-stage.js';

let stage: CompanyStage;
beforeEach(async () => {
  stage = await aCompanyStage({ students: 2 });
  await stage.name(stage.at.students);
  await stage.invite(stage.at.students);
});
afterEach(() => stage.close());

const dayMs = 24 * 60 * 60_000;
const remind = () => remindSupervisors(stage, stage.now());
const secretOf = (link: string | undefined) => (link ?? '').slice('/link/'.length);

describe('reminding supervisors', () => {
  it('reminds once, on the first working day after five days, in one mail for all her students', async () => {
    // Invited on a Tuesday: the fifth day is a Sunday.
    stage.now.advance(5 * dayMs);
    expect(await remind()).toBe(0);
    stage.now.advance(dayMs);
    expect(await remind()).toBe(2);
    expect(await remind()).toBe(0);
    stage.now.advance(7 * dayMs);
    expect(await remind()).toBe(0);
    const [, reminder, ...more] = await stage.mailed();
    expect(more).toEqual([]);
    expect(reminder!.subject).toBe('Nog even: hoe doen 2 leerlingen het?');
  });

  it('waits for seven in the morning', async () => {
    stage.now.advance(6 * dayMs + 12 * 60 * 60_000);
    expect(await remind()).toBe(0);
    stage.now.advance(9 * 60 * 60_000);
    expect(await remind()).toBe(2);
  });

  it('sends links that work, and leaves the first ones working until the same day', async () => {
    stage.now.advance(6 * dayMs);
    await remind();
    const links = await stage.links();
    expect(new Set(links).size).toBe(4);
    const opened = await Promise.all(links.map((link) => openCompanyLink(stage, secretOf(link))));
    expect(new Set(opened.map(({ link }) => link.expiresAt))).toEqual(new Set(['2026-06-23T08:00:00.000Z']));
  });

  it('leaves out who answered, was withdrawn, or could not be mailed', async () => {
    const { at, store } = stage;
    const [student] = at.students;
    await withdrawInvitation(stage, { school: at.school, activity: at.activity, student: student!, by: at.teacher });
    const open = (await stage.invitations()).find(({ state }) => state === 'invited')!;
    await store.commit([change(invitations, open, { mailProblem: 'No such user here.' })]);
    stage.now.advance(6 * dayMs);
    expect(await remind()).toBe(0);
  });

  it('does nothing once the link is over', async () => {
    stage.now.advance(21 * dayMs);
    expect(await remind()).toBe(0);
  });

  it('sends one reminder when two workers are at it', async () => {
    stage.now.advance(6 * dayMs);
    const counts = await Promise.all([remind(), remind()]);
    expect(counts.sort()).toEqual([0, 2]);
    expect(await stage.mailed()).toHaveLength(2);
  });
});
