import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { subtaskCoverages, works } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import { workId } from '@buitenboord/shared/domain/evidence/work-id.js';
import { nameCompany } from '@buitenboord/shared/use-cases/company/name-company.js';
import { gradedComponent } from '@buitenboord/shared/domain/grade/grade-key.js';
import { activities } from '@buitenboord/shared/store/collections.js';
import { plateWork, plateWorkSubtasks } from '../../support/programme.js';
import { madeAt } from '../../support/records.js';
import { aSettledGrade } from '../../support/settled-grades.js';
import { aStaffStage, type StaffStage } from '../../support/staff-stage.js';

let stage: StaffStage;
let sanne: string;
let bram: string;
beforeEach(async () => {
  stage = await aStaffStage({ activity: { elective: plateWork, subtasks: plateWorkSubtasks.slice(0, 2) } });
  [sanne = '', bram = ''] = stage.at.students;
});
afterEach(() => stage.close());

const [first = '', second = ''] = plateWorkSubtasks;
const grid = `/coverage/${plateWork}`;
const teacher = () => stage.comesIn(stage.at.teacher);
const student = (person: string) => stage.comesIn(person, { fields: { roles: ['student'] } });
const stored = async (person: string) =>
  (await stage.store.find(subtaskCoverages, { where: { school: stage.at.school, student: person } })).items;
const doneAtSchool = { mark: 'doneSchool', on: '2026-11-09', place: 'praktijklokaal', shownBy: 'toets 3' };

async function handedIn(person: string): Promise<string> {
  const { school, activity } = stage.at;
  const id = workId(activity, person, 1);
  const work = { activity, student: person, attempt: 1, draft: 'x', read: [], versions: 1, savedAt: madeAt };
  await stage.store.commit([put(works, { school, id }, { ...work, state: 'handedIn' }, 0)]);
  return id;
}
async function worksAtCompany(person: string): Promise<void> {
  const company = { name: 'Van Beek Metaal', contactName: 'Piet', contactEmail: 'piet@beek.example' };
  const { school, activity, teacher: by } = stage.at;
  await nameCompany(stage.deps, { school, activity, students: [person], by, company });
}
async function settled(person: string): Promise<void> {
  const activity = (await stage.store.get(activities, { school: stage.at.school, id: stage.at.activity }))!;
  await aSettledGrade(stage.store, stage.at, { student: person, component: gradedComponent(activity) });
}

describe('the teacher’s grid', () => {
  it('lists the electives of the class', async () => {
    const page = await (await teacher()).get('/coverage');
    expect(page.text).toContain('Plaat- en constructiewerk');
    expect(page.text).toContain('0 van 10');
  });

  it('marks a whole column for the class, and says so in words', async () => {
    const browser = await teacher();
    expect((await browser.post(`${grid}/mark`, { column: first, ...doneAtSchool })).status).toBe(303);
    const page = await browser.get(`${grid}?saved=1`);
    expect(page.text.match(/>gedaan, school</gu)).toHaveLength(3);
    expect(page.text).toContain('1 van 5');
    expect(await stored(sanne)).toMatchObject([{ done: { place: 'praktijklokaal', shownBy: 'toets 3', works: [] } }]);
  });

  it('marks a whole row, and fills in the student’s own company and work', async () => {
    await worksAtCompany(sanne);
    const work = await handedIn(sanne);
    const browser = await teacher();
    const { on } = doneAtSchool;
    expect((await browser.post(`${grid}/mark`, { cell: `${sanne}.${first}`, mark: 'doneCompany', on })).status).toBe(
      303,
    );
    expect(await stored(sanne)).toMatchObject([{ done: { place: 'Van Beek Metaal', works: [work], shownBy: '' } }]);
    expect(await stored(bram)).toEqual([]);
    expect((await browser.post(`${grid}/mark`, { row: bram, mark: 'planSchool' })).status).toBe(303);
    expect(await stored(bram)).toHaveLength(5);
  });

  it('keeps what was typed when it is refused, and says why', async () => {
    const browser = await teacher();
    const answer = await browser.post(`${grid}/mark`, {
      column: first,
      ...doneAtSchool,
      shownBy: '',
      place: 'lokaal 12',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Er ontbreekt iets.');
    expect(answer.text).toContain('value="lokaal 12"');
    expect(answer.text).toMatch(new RegExp(`name="column" value="${first}"[^>]* checked`, 'u'));
    const future = await browser.post(`${grid}/mark`, { column: first, ...doneAtSchool, on: '2026-11-11' });
    expect(future.text).toContain('Die dag is nog niet geweest.');
    const nothing = await browser.post(`${grid}/mark`, doneAtSchool);
    expect(nothing.text).toContain('Je hebt niets aangevinkt.');
  });

  it('asks for the reason and for where else when it isn’t possible here [coverage.not-possible-here]', async () => {
    const browser = await teacher();
    const cell = { cell: `${sanne}.${first}`, mark: 'notPossible' };
    const half = await browser.post(`${grid}/mark`, { ...cell, reason: 'geen zetbank' });
    expect([half.status, half.text]).toEqual([422, expect.stringContaining('value="geen zetbank"')]);
    await browser.post(`${grid}/mark`, { ...cell, reason: 'geen zetbank', elsewhere: 'op school' });
    const own = await (await student(sanne)).get('/electives');
    expect(own.text).toContain('Dat kan hier niet: geen zetbank. Je doet het zo: op school.');
  });
});

describe('a settled work', () => {
  beforeEach(async () => {
    await worksAtCompany(sanne);
    await handedIn(sanne);
    await settled(sanne);
  });

  it('is proposed and not marked by itself; one button takes it over [coverage.settled-work-proposes]', async () => {
    const browser = await teacher();
    const page = await browser.get(grid);
    expect(page.text).toContain('2 deeltaken lijken gedaan');
    expect(await stored(sanne)).toEqual([]);
    await browser.post(`${grid}/proposals`, { cell: `${sanne}.${first}`, decision: 'accept' });
    expect(await stored(sanne)).toMatchObject([
      { done: { where: 'company', place: 'Van Beek Metaal', on: '2026-11-09' } },
    ]);
    expect((await browser.get(grid)).text).toContain('1 deeltaak lijkt gedaan');
  });

  it('is not proposed again once it was turned down', async () => {
    const browser = await teacher();
    for (const subtask of [first, second])
      await browser.post(`${grid}/proposals`, { cell: `${sanne}.${subtask}`, decision: 'decline' });
    expect((await browser.get(grid)).text).not.toContain('lijken gedaan');
    expect(await stored(sanne)).toMatchObject([{ declined: [expect.any(String)] }, { declined: [expect.any(String)] }]);
  });
});

describe('one student of the class', () => {
  it('can’t complete an elective while something is open, and the page says what [coverage.every-subtask]', async () => {
    const browser = await teacher();
    const own = `${grid}/students/${sanne}`;
    const refused = await browser.post(own, { decision: 'complete' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Nog open: Werk voorbereiden, Machine en gereedschap instellen');
    await browser.post(`${grid}/mark`, { row: sanne, ...doneAtSchool });
    expect((await browser.post(own, { decision: 'complete' })).status).toBe(303);
    expect((await browser.get(own)).text).toContain('Klaar sinds');
    expect((await (await student(sanne)).get('/electives')).text).toContain('Dit keuzevak is klaar. Goed gedaan!');
    await browser.post(own, { decision: 'reopen' });
    await browser.post(own, { decision: 'drop' });
    expect((await (await student(sanne)).get('/electives')).text).toContain('Je hebt nog geen keuzevak.');
  });

  it('says where what is left could be done', async () => {
    const browser = await teacher();
    const done = { mark: 'doneCompany', on: '2026-11-09', place: 'Smederij Vos', shownBy: 'gezien' };
    await browser.post(`${grid}/mark`, { cell: `${bram}.${first}`, ...done });
    const page = await browser.get(`${grid}/students/${sanne}`);
    expect(page.text).toContain('Kan bij: Smederij Vos.');
    expect(page.text).toContain('Nog geen leerling deed dit bij een bedrijf.');
  });
});

describe('giving an elective', () => {
  const choose = '/coverage/choose';
  const webshop = 'd387b653-51b2-4d2d-9647-df7c6330513b';

  it('weighs days and hours before the choice [coverage.days-against-subtasks]', async () => {
    const browser = await teacher();
    const tight = await browser.get(`${choose}?elective=${plateWork}&days=4&hoursPerDay=7`);
    expect(tight.text).toContain('5 deeltaken in 4 dagen: nog geen dag per deeltaak.');
    expect(tight.text).toContain('reken op minstens 80 uur');
    const part = await browser.get(`${choose}?elective=${plateWork}&days=5&hoursPerDay=8&there=2`);
    expect(part.text).toContain('Dat past.');
  });

  it('gives it to who was ticked', async () => {
    const browser = await teacher();
    const fields = { elective: webshop, students: bram, days: '10', hoursPerDay: '8' };
    expect((await browser.post(choose, fields)).status).toBe(303);
    const page = await browser.get(`/coverage/${webshop}`);
    expect(page.text).toContain('Doen dit keuzevak niet: Sanne1 de Wit.');
    const nobody = await browser.post(choose, { elective: webshop });
    expect(nobody.status).toBe(422);
    expect(nobody.text).toContain('Je hebt niets aangevinkt.');
  });
});

describe('the student’s own page', () => {
  it('shows each part as a picture and in words, without numbers of SLO', async () => {
    const browser = await teacher();
    await browser.post(`${grid}/mark`, { cell: `${sanne}.${first}`, ...doneAtSchool });
    await browser.post(`${grid}/mark`, { cell: `${sanne}.${second}`, mark: 'planCompany' });
    const page = await (await student(sanne)).get('/electives');
    expect(page.text).toContain('Je hebt 1 van de 5 delen gedaan.');
    expect(page.text).toMatch(/<svg[^>]*role="img"[^>]*aria-label="Plaat- en constructiewerk: 1 van 5 delen gedaan"/u);
    expect(page.text).toContain('Gedaan op school, op maandag 9 november. Dat zie je aan: toets 3.');
    expect(page.text).toContain('Dit doe je bij het bedrijf.');
    expect(page.text).not.toContain('K/PIE');
    expect(page.text).not.toMatch(/ style=/u);
    expect((await (await student(bram)).get('/electives')).text).not.toContain('toets 3');
  });
});
