import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { componentKey } from '@buitenboord/shared/domain/pta/pta.js';
import { auditEntries, people } from '@buitenboord/shared/store/collections.js';
import { change, put } from '@buitenboord/shared/store/port.js';
import { importPtas } from '@buitenboord/shared/use-cases/pta/import-ptas.js';
import { lineOf } from '@buitenboord/shared/use-cases/pta/pta-line.js';
import { aPersonRecord } from '../../support/records.js';
import { anOutline } from '../../support/pta.js';
import { aSchool } from '../../support/school.js';
import { aSettledGrade } from '../../support/settled-grades.js';
import { aStaffStage, type StaffStage } from '../../support/staff-stage.js';

const component = componentKey(lineOf(anOutline()), 'SE1');

let stage: StaffStage;
let teacher: Awaited<ReturnType<StaffStage['comesIn']>>;
beforeEach(async () => {
  stage = await aStaffStage();
  teacher = await stage.comesIn(stage.at.teacher);
});
afterEach(() => stage.close());

async function settled() {
  await importPtas(stage.deps, { school: stage.at.school, actor: 'command', outlines: [anOutline()], adopt: true });
  await aSettledGrade(stage.store, stage.at, { student: stage.at.students[0]!, component });
}

const shownOn = (page: string) => /name="shown" value="([^"]*)"/u.exec(page)?.[1];

describe('the take-over list of a course', () => {
  it('says that there is nothing while nothing counts', async () => {
    expect((await teacher.get('/take-over')).text).toContain('Er is niets over te nemen');
  });

  it('is on the list until a person says that it was taken over', async () => {
    await settled();
    const before = await teacher.get('/take-over');
    expect(before.text).toContain('Sanne1 de Wit');
    expect(before.text).toContain('001');
    expect(before.text).toContain('7,4');
    expect(before.text).toContain('staat op de lijst');
    expect(before.text).not.toMatch(/staat in/u);
    const confirmed = await teacher.post('/take-over/confirm', { component, shown: shownOn(before.text)! });
    expect(confirmed.status).toBe(303);
    const after = await teacher.get('/take-over');
    expect(after.text).toContain('overgenomen op 10 november 2026');
    expect(shownOn(after.text)).toBeUndefined();
  });

  it('asks for a new look when a grade changed meanwhile', async () => {
    await settled();
    const page = await teacher.get('/take-over');
    await aSettledGrade(stage.store, stage.at, {
      student: stage.at.students[0]!,
      component,
      revision: 2,
      value: { kind: 'tenths', tenths: 81 },
    });
    const answer = await teacher.post('/take-over/confirm', { component, shown: shownOn(page.text)! });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('data-problem="list/changed-meanwhile"');
    expect((await teacher.post('/take-over/confirm', { component, shown: 'x' })).status).toBe(400);
  });

  it('flags a student without a number', async () => {
    await settled();
    const person = (await stage.store.get(people, { school: stage.at.school, id: stage.at.students[0]! }))!;
    const { school, id, version, fullName } = person;
    await stage.store.commit([put(people, { school, id }, aPersonRecord({ ...(fullName && { fullName }) }), version)]);
    expect((await teacher.get('/take-over')).text).toContain(
      'Van 1 leerling stuurt de leeromgeving geen leerlingnummer',
    );
    const file = await teacher.get(`/take-over/download?component=${component}&as=csv`);
    expect(file.text).toContain('! ontbreekt;Sanne1 de Wit');
  });
});

describe('downloading the list', () => {
  it('gives a CSV and a workbook as attachments, and records who took them', async () => {
    await settled();
    const csv = await teacher.get(`/take-over/download?component=${component}&as=csv`);
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="Overnamelijst SE1.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(csv.text.replace('\uFEFF', '').split('\r\n')).toEqual([
      'Leerlingnummer;Naam;Klas;Vakcode;Onderdeel;Kans;Cijfer;Vastgesteld op;Revisie;Wijziging',
      '\t001;Sanne1 de Wit;pie4k;1305;SE1;1;7,4;2026-11-09;1;nieuw',
      '',
    ]);
    const xlsx = await teacher.get(`/take-over/download?component=${component}&as=xlsx`).buffer(true);
    expect(xlsx.headers['content-type']).toContain('spreadsheetml');
    const { items } = await stage.store.find(auditEntries, {
      where: { school: stage.at.school, actor: stage.at.teacher },
    });
    expect(items.map(({ action }) => action)).toEqual(['take-over/downloaded', 'take-over/downloaded']);
  });

  it('defuses a name that is a formula', async () => {
    await settled();
    const person = (await stage.store.get(people, { school: stage.at.school, id: stage.at.students[0]! }))!;
    await stage.store.commit([change(people, person, { fullName: '=cmd|"/C calc"!A0;x' })]);
    const csv = await teacher.get(`/take-over/download?component=${component}&as=csv`);
    expect(csv.text).toContain('"\'=cmd|""/C calc""!A0;x"');
  });

  it('gives nothing of another school', async () => {
    await settled();
    const school = await aSchool(stage.store, { issuer: 'https://other.example' });
    const other = await stage.comesIn(school.teacher, { school, grants: ['examSecretary'] });
    const answer = await other.get(`/take-over/download?component=${component}&as=csv`);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('data-problem="pta/component-unknown"');
  });
});
