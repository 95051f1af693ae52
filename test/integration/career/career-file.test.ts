import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activities, auditEntries, careerConversations, careerEntries } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { people as demoPeople, startHouse, type RunningHouse } from '../../support/running-house.js';
import { asksCompany, personAt, settles, walkIn } from '../../support/walked-work.js';

const people = { ...demoPeople, daan: '7' };

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse();
  await walkIn(house, people.sanne);
});
afterAll(() => house.stop());

const aShadowDay = {
  kind: 'shadowDay',
  title: 'Een dag mee bij Van Beek',
  place: 'Van Beek Metaal',
  outsideSchool: 'yes',
  isAssignment: 'yes',
  motivation: 'Ik wil zien hoe een lasser werkt.',
  aim: 'Weten of ik dit elke dag wil.',
};

const written = {
  title: 'Een dag mee bij Van Beek',
  place: 'Van Beek Metaal',
  motivation: aShadowDay.motivation,
  aim: aShadowDay.aim,
  happenedOn: '2026-03-02',
  results: 'Ik heb een hek gemeten.',
  evaluation: 'Het was druk en leuk.',
  conclusion: 'Ik vraag hier een stage aan.',
  fitsMe: 'yes',
  sharedWith: 'teachers',
  question0: 'wantToSee',
  answer0: '',
  question1: 'wentWell',
  answer1: 'Het meten ging goed: het hek paste.',
};

async function begins(person: string, fields: Record<string, string | undefined> = {}) {
  const visit = await walkIn(house, person);
  const typed = Object.entries<string | undefined>({ ...aShadowDay, ...fields }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const answer = await visit.post('/career', Object.fromEntries(typed));
  const id = /\/career\/([\w-]{22})$/u.exec(answer.location ?? '')?.[1] ?? '';
  return { path: `/career/${id}`, id };
}

const stored = async (id: string) => (await house.store.get(careerEntries, { school: house.school, id }))!;

describe('a career assignment, from choosing to done', () => {
  it('goes through both talks, and ends in the student’s own file', async () => {
    const { path, id } = await begins(people.sanne);
    const sanne = await walkIn(house, people.sanne);
    const teacher = await walkIn(house, people.teacher);
    const file = `/students/${await personAt(house, people.sanne)}/career`;
    expect(await sanne.page(path)).toContain('het gesprek vooraf met je docent');

    // Not before the talk: the teacher is told so, and nothing is approved.
    expect((await teacher.post(`${file}/${id}/approve`)).location).toContain('refused=career');
    expect((await stored(id)).approved).toBeUndefined();
    const before = {
      moment: 'before',
      heldOn: '2026-02-01',
      notes: 'Past bij de keuze voor PIE.',
      nextStep: 'Bellen.',
    };
    await teacher.post(`${file}/${id}/talk`, before);
    await teacher.post(`${file}/${id}/approve`);
    expect((await stored(id)).approved?.by).toBe(await personAt(house, people.teacher));

    await sanne.post(path, { ...written, action: 'close' });
    expect((await stored(id)).closedAt).toBeUndefined();
    expect((await stored(id)).conclusion).toBe('Ik vraag hier een stage aan.');
    await sanne.post(`${path}/talk`, { moment: 'after', heldOn: '2026-03-04', notes: 'Ik moet bellen.', nextStep: '' });
    await teacher.post(`${file}/${id}/talk`, {
      moment: 'after',
      heldOn: '2026-03-04',
      notes: 'Mooi.',
      nextStep: 'Stage vragen.',
    });
    await sanne.post(path, { ...written, action: 'close' });
    expect((await stored(id)).closedAt).toBeDefined();

    const talk = (
      await house.store.find(careerConversations, { where: { school: house.school, entry: id } })
    ).items.find(({ moment }) => moment === 'after');
    // A record of both: neither wrote over the other.
    expect(talk).toMatchObject({ studentNotes: 'Ik moet bellen.', teacherNotes: 'Mooi.', nextStep: 'Stage vragen.' });
    const exported = JSON.parse(await sanne.page('/career-file.json')) as {
      experiences: { title: string; step: string }[];
    };
    expect(exported.experiences).toMatchObject([
      { title: 'Een dag mee bij Van Beek', step: 'closed', results: written.results },
    ]);
  });

  it('is not changed any more once it is closed', async () => {
    const { path, id } = await begins(people.bram, { kind: 'sideJobExperience', isAssignment: undefined });
    const bram = await walkIn(house, people.bram);
    await bram.post(path, { ...written, action: 'close' });
    expect((await stored(id)).closedAt).toBeDefined();
    const answer = await bram.post(path, { ...written, title: 'Anders', action: 'save' });
    expect([answer.status, answer.problem]).toEqual([409, 'career/closed']);
    expect((await stored(id)).title).toBe(written.title);
  });

  it('not outside school, without talks, goes on by a teacher’s reasons, but never without a look back', async () => {
    const { path, id } = await begins(people.noor, { kind: 'careerFair', outsideSchool: undefined, motivation: '' });
    const noor = await walkIn(house, people.noor);
    const teacher = await walkIn(house, people.teacher);
    const file = `/students/${await personAt(house, people.noor)}/career`;
    const reason = 'De banenmarkt was in onze aula.';
    for (const condition of ['outsideSchool', 'motivatedBefore', 'reflectedAfter'])
      await teacher.post(`${file}/${id}/waive`, { condition, reason });
    await teacher.post(`${file}/${id}/approve`);
    expect((await stored(id)).approved).toBeDefined();
    await noor.post(path, { ...written, question1: 'wantToTry', action: 'close' });
    expect((await stored(id)).closedAt).toBeUndefined();
    await noor.post(path, { ...written, action: 'close' });
    expect((await stored(id)).closedAt).toBeDefined();
    const { items } = await house.store.find(auditEntries, {
      where: { school: house.school, object: `careerEntries/${id}` },
      limit: 100,
    });
    expect(items.map(({ action }) => action)).toEqual([
      'career-entry/begun',
      'career-entry/condition-waived',
      'career-entry/condition-waived',
      'career-entry/condition-waived',
      'career-entry/approved',
      'career-entry/closed',
    ]);
  });

  it('of the same kind as an earlier one needs a teacher’s reason, which is kept', async () => {
    const { id } = await begins(people.sanne);
    const teacher = await walkIn(house, people.teacher);
    const file = `/students/${await personAt(house, people.sanne)}/career`;
    await teacher.post(`${file}/${id}/talk`, {
      moment: 'before',
      heldOn: '2026-04-01',
      notes: 'Ander bedrijf.',
      nextStep: 'Gaan.',
    });
    expect((await teacher.post(`${file}/${id}/approve`)).location).toContain('refused=career');
    const reason = 'Een ander bedrijf, ander werk.';
    expect((await teacher.post(`${file}/${id}/waive`, { condition: 'otherKind', reason: '' })).status).toBe(400);
    await teacher.post(`${file}/${id}/waive`, { condition: 'otherKind', reason });
    await teacher.post(`${file}/${id}/approve`);
    expect((await stored(id)).waived).toMatchObject([{ condition: 'otherKind', reason }]);
    expect((await stored(id)).approved).toBeDefined();
    // The student reads it too.
    expect(await (await walkIn(house, people.sanne)).page(`/career/${id}`)).toContain(reason);
  });
});

describe('whose file it is', () => {
  it('is the student’s: a classmate finds nothing, and changes nothing', async () => {
    const { path, id } = await begins(people.sanne, { title: 'Van Sanne alleen' });
    const bram = await walkIn(house, people.bram);
    expect(await bram.page(path)).not.toContain('Van Sanne alleen');
    expect((await bram.post(path, { ...written, action: 'save' })).status).toBe(404);
    expect((await bram.post(`${path}/withdraw`)).status).toBe(404);
    expect((await stored(id)).title).toBe('Van Sanne alleen');
  });

  it('shows a teacher nothing that the student keeps to herself', async () => {
    const { path, id } = await begins(people.sanne, { title: 'Voor mezelf' });
    const sanne = await walkIn(house, people.sanne);
    await sanne.post(path, { ...written, title: 'Voor mezelf', sharedWith: 'nobody', action: 'save' });
    const teacher = await walkIn(house, people.teacher);
    const file = `/students/${await personAt(house, people.sanne)}/career`;
    expect(await teacher.page(file)).not.toContain('Voor mezelf');
    const talk = { moment: 'before', heldOn: '2026-04-01', notes: 'x', nextStep: 'x' };
    expect((await teacher.post(`${file}/${id}/talk`, talk)).status).toBe(404);
    expect((await teacher.post(`${file}/${id}/approve`)).status).toBe(404);
  });

  it('loses an entry when the student takes it out', async () => {
    const { path } = await begins(people.sanne, { title: 'Per ongeluk' });
    const sanne = await walkIn(house, people.sanne);
    await sanne.post(`${path}/withdraw`);
    expect(await sanne.page('/career')).not.toContain('Per ongeluk');
    expect((await sanne.post(path, { ...written, action: 'save' })).status).toBe(404);
  });

  it('takes nothing that is no date, no question or too long', async () => {
    const { path, id } = await begins(people.sanne);
    const sanne = await walkIn(house, people.sanne);
    for (const wrong of [
      { happenedOn: 'gisteren' },
      { question0: 'isHetLeuk' },
      { results: 'x'.repeat(2001) },
      { extra: 'x' },
    ])
      expect((await sanne.post(path, { ...written, ...wrong, action: 'save' } as Record<string, string>)).status).toBe(
        400,
      );
    expect((await stored(id)).results).toBe('');
  });
});

describe('an activity that is for one’s career', () => {
  const settled = { attempt: '1', seenRevision: '0', choice: 'number', grade: '7,4', evidence: '', remark: '' };

  it('is settled without a look back, and closed with it', async () => {
    const { id: activity } = house.activity;
    const known = (await house.store.get(activities, { school: house.school, id: activity }))!;
    const bram = await walkIn(house, people.bram);
    const teacher = await walkIn(house, people.teacher);
    const settle = `/students/${await personAt(house, people.bram)}`;
    // Without the aim nobody asks for it.
    expect(await bram.page('/work')).not.toContain('Terugkijken');
    expect(await teacher.page(settle)).not.toContain('nog geen terugblik');

    await house.store.commit([change(activities, known, { aims: ['learn', 'career'] })]);
    expect(await bram.page('/work')).toContain('pas klaar als je erop terugkijkt');
    expect(await teacher.page(settle)).toContain('nog geen terugblik');
    expect((await teacher.post(`${settle}/grade`, { ...settled, reason: '' })).status).toBe(303);
    expect(await teacher.page('/overview')).toContain('nog geen terugblik');

    const form = await bram.page('/career/new?of=activity');
    expect(form).toContain(`value="${known.title}"`);
    const chosen = { ...aShadowDay, kind: 'practiceAssignment', isAssignment: '', ofActivity: 'yes' };
    const { isAssignment: _none, ...typed } = chosen;
    const path = (await bram.post('/career', { ...typed, title: known.title })).location!.replace(
      /^.*\/career/u,
      '/career',
    );
    // Begun twice, it is one.
    expect((await bram.post('/career', { ...typed, title: 'Nog eens' })).location).toContain(path);
    const id = path.split('/').at(-1)!;
    expect(await stored(id)).toMatchObject({ activity, title: known.title, sharedWith: 'nobody' });
    expect(await teacher.page(settle)).toContain('nog geen terugblik');

    const evaluation = 'Dat is van Bram.';
    await bram.post(path, { ...written, evaluation, title: known.title, sharedWith: 'nobody', action: 'save' });
    expect(await bram.page('/work')).toContain('Je hebt teruggekeken');
    expect(await teacher.page(settle)).toContain('leerling keek terug');
    expect(await teacher.page('/overview')).not.toContain('nog geen terugblik');
    // That she did is what a teacher sees; what she wrote isn't.
    expect(await teacher.page(`${settle}/career`)).not.toContain(evaluation);
    await house.store.commit([
      change(activities, (await house.store.get(activities, { school: house.school, id: activity }))!, {
        aims: ['learn'],
      }),
    ]);
  });
});

describe('what a student takes along', () => {
  const exported = async (query = '') =>
    JSON.parse(await (await walkIn(house, people.daan)).page(`/career-file.json${query}`)) as {
      leerweg?: string;
      competences: Record<string, number>;
      placements: { company: string }[];
      experiences: { title: string }[];
    };

  it('is what is finished and where she worked, or exactly what she ticked', async () => {
    const open = await begins(people.daan, { title: 'Nog bezig', isAssignment: undefined });
    const done = await begins(people.daan, { title: 'Klaar', isAssignment: undefined });
    const daan = await walkIn(house, people.daan);
    await daan.post(done.path, { ...written, title: 'Klaar', action: 'close' });
    await asksCompany(house, people.daan);
    expect((await exported()).placements).toEqual([]);
    await settles(house, '6,5', people.daan);
    const file = await exported();
    expect(file).toMatchObject({
      leerweg: 'kb',
      placements: [{ company: 'Van Beek Metaal', hours: 16, hoursAre: 'meant' }],
      competences: { qualityReflection: 1, networking: 0 },
      experiences: [{ title: 'Klaar' }],
    });
    // No grade, and nobody's name or address. A moment may well hold a 6.5, as in 16:46:56.512Z.
    const withoutMoments = JSON.stringify(file).replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/gu, '');
    expect(withoutMoments).not.toMatch(/6[.,]5|vanbeek\.example|Piet/u);
    expect(await exported('?chosen=yes')).toMatchObject({ placements: [], experiences: [] });
    const ticked = await exported(`?chosen=yes&experience=${open.id}`);
    expect(ticked).toMatchObject({ placements: [], experiences: [{ title: 'Nog bezig' }] });
    expect(await daan.page('/career')).toMatch(/name="experience" value="[\w-]+" checked/u);
  });

  it('is a PDF in her own words', async () => {
    const daan = await walkIn(house, people.daan);
    const pdf = await daan.page('/career-file.pdf');
    expect(pdf).toMatch(/^%PDF-1\.7/u);
    expect(pdf).toMatch(/\/Lang \(nl\)/u);
  });
});
