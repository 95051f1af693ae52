import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runAdmin } from '@buitenboord/lti-tool/admin/run-admin.js';
import { componentKey } from '@buitenboord/shared/domain/pta/pta.js';
import { auditEntries, companyJudgements, sampleCases, settledGrades } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import { nameCompany } from '@buitenboord/shared/use-cases/company/name-company.js';
import type { SampleExport } from '@buitenboord/shared/use-cases/quality-sample/sample-export.js';
import { anAdoptedPta } from '../../support/adopted-pta.js';
import { aComponent } from '../../support/pta.js';
import { aMember, anActivity, aSchool } from '../../support/school.js';
import { aSettledGrade } from '../../support/settled-grades.js';
import { aStaffStage, type StaffStage } from '../../support/staff-stage.js';

let stage: StaffStage;
let component: string;
let colleague: string;

const levelGrades = { practise: 40, sufficient: 65, good: 90 };

beforeEach(async () => {
  stage = await aStaffStage({ students: 4 });
  const { store, at } = stage;
  const line = await anAdoptedPta(store, at.school, [aComponent({ title: 'Werkstuk', levelGrades })]);
  component = componentKey(line, 'SE1');
  const activity = await anActivity(store, at, { counting: { kind: 'pta', line, code: 'SE1', scale: 'number' } });
  colleague = await aMember(store, at, 'teacher', { fullName: 'Noor Bakker' });
  const company = { name: 'Van Beek', contactName: 'Piet', contactEmail: 'piet@vanbeek.example' };
  await nameCompany(stage.deps, { school: at.school, activity, students: [...at.students], by: at.teacher, company });
  const tenths = [83, 52, 58, 71];
  for (const [index, student] of at.students.entries()) {
    const grade = { student, component, activity, value: { kind: 'tenths', tenths: tenths[index]! } as const };
    await aSettledGrade(store, at, grade);
    const said = { activity, student, attempt: 1, invitation: 'x', state: 'done', remark: 'Zegt het bedrijf' } as const;
    const levels = ['good', 'good', 'sufficient'] as const;
    const judgement = { ...said, levels: [...levels], startedAt: '2026-11-01T09:00:00.000Z' };
    await store.commit([put(companyJudgements, { school: at.school, id: `j${index}` }, judgement, 0)]);
  }
});
afterEach(() => stage.close());

type Browser = Awaited<ReturnType<StaffStage['comesIn']>>;
const drawn = async () => (await stage.store.find(sampleCases, { where: { school: stage.at.school } })).items;
const draw = (browser: Browser, fields: Readonly<Record<string, string>>) =>
  browser.post('/samples', { component, seed: 'woord', ...fields });
const teacher = () => stage.comesIn(stage.at.teacher);
const byNumber = { method: 'number', count: '1' };

/** A case of the first student, who did it at school. */
async function aCaseOfFirst(): Promise<string> {
  const browser = await teacher();
  const grades = (await stage.store.find(settledGrades, { where: { school: stage.at.school } })).items;
  const { gradeKey } = grades.find(({ student }) => student === stage.at.students[0])!;
  await draw(browser, { method: 'hand', hand: gradeKey });
  const { id } = (await drawn())[0]!;
  await browser.post(`/sample-cases/${id}/school-work`, { doneOn: '2026-11-09', seen: 'Nog een frame' });
  return `/sample-cases/${id}`;
}

const judges = async (path: string, grade = '7,4') =>
  (await stage.comesIn(colleague)).post(`${path}/judgement`, { choice: 'number', grade, promise: 'yes' });

describe('drawing a sample on a page', () => {
  it('draws by number, percentage, range and hand, and repeats with the same seed', async () => {
    const browser = await teacher();
    expect((await draw(browser, { method: 'number', count: '2' })).status).toBe(303);
    const first = (await drawn()).map(({ gradeKey }) => gradeKey).sort();
    await draw(browser, { method: 'number', count: '2' });
    const both = await drawn();
    expect(both).toHaveLength(4);
    expect(new Set(both.map(({ gradeKey }) => gradeKey))).toEqual(new Set(first));
    await draw(browser, { method: 'percentage', percent: '30' });
    await draw(browser, { method: 'range', from: '5,0', to: '6.0' });
    expect(await drawn()).toHaveLength(4 + 2 + 2);
    expect((await draw(browser, { method: 'range', from: '2', to: '3' })).status).toBe(422);
    const wrong = await draw(browser, { method: 'number', count: 'veel' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Kijk dit veld na.');
  });

  it('draws for the exam secretary from the whole school, for a teacher from her own course', async () => {
    const student = await aMember(stage.store, { school: stage.at.school, course: 'elders' }, 'student');
    await aSettledGrade(stage.store, { ...stage.at, course: 'elders' }, { student, component });
    const all = { method: 'percentage', percent: '100' };
    await draw(await teacher(), { ...all, wholeSchool: 'yes' });
    expect(await drawn()).toHaveLength(4);
    const secretary = await stage.comesIn(colleague, { grants: ['examSecretary'], fields: { roles: [] } });
    await draw(secretary, { ...all, wholeSchool: 'yes' });
    expect(await drawn()).toHaveLength(4 + 5);
  });
});

describe('a second judgement [sample.blind]', () => {
  const firstThings = ['8,3', '8.3', '"83"', 'Zegt het bedrijf', 'Van Beek', 'class="levels"'];

  it('is given by a colleague who sees nothing of the first before, and everything after [sample.same-at-school]', async () => {
    const path = await aCaseOfFirst();
    const browser = await stage.comesIn(colleague);
    const before = (await browser.get(path)).text + (await browser.get('/samples')).text;
    for (const thing of firstThings) expect(before).not.toContain(thing);
    expect(before).toContain('Geef het tweede oordeel');
    expect((await judges(path)).status).toBe(303);
    const after = (await browser.get(path)).text;
    for (const words of ['8,3', '7,4', 'Van Beek', '0,9 lager', '8,17']) expect(after).toContain(words);
  });

  it('stays blind on a page that refuses what was typed', async () => {
    const path = await aCaseOfFirst();
    const answer = await judges(path, 'elf');
    expect(answer.status).toBe(422);
    for (const thing of firstThings) expect(answer.text).not.toContain(thing);
    expect((await drawn())[0]?.second).toBeUndefined();
  });

  it('isn’t for who settled the grade, nor for who opened the exam file or the export', async () => {
    const path = await aCaseOfFirst();
    const settler = await teacher();
    expect((await settler.get(path)).text).toContain('Jij stelde dit cijfer vast.');
    const own = await settler.post(`${path}/judgement`, { choice: 'number', grade: '7', promise: 'yes' });
    expect(own.status).toBe(422);
    const browser = await stage.comesIn(colleague);
    await browser.get(`/school-exam/${stage.at.students[0]!}/file`);
    expect((await judges(path)).status).toBe(422);
    expect((await browser.get(path)).text).toContain('Jij kent het eerste cijfer al.');
    const examiner = await aMember(stage.store, stage.at, 'teacher', { fullName: 'Ans Mol' });
    const { sample } = (await drawn())[0]!;
    await (await stage.comesIn(examiner)).get(`/samples/${sample}/export`);
    expect((await (await stage.comesIn(examiner)).get(path)).text).toContain('Jij kent het eerste cijfer al.');
  });

  it('comes after the student did it at school, and once', async () => {
    await draw(await teacher(), byNumber);
    const path = `/sample-cases/${(await drawn())[0]!.id}`;
    expect((await judges(path)).text).toContain('Schrijf eerst op wat de leerling op school deed.');
    await (await teacher()).post(`${path}/school-work`, { doneOn: '2026-11-09' });
    expect((await judges(path)).status).toBe(303);
    expect((await judges(path, '1')).status).toBe(409);
    expect((await drawn())[0]?.second?.value).toEqual({ kind: 'tenths', tenths: 74 });
  });

  it('is for an examiner of the school too, and for no student', async () => {
    const path = await aCaseOfFirst();
    const examiner = await stage.comesIn(colleague, { grants: ['examiner'], fields: { roles: [] } });
    expect((await examiner.get(path)).text).toContain('Geef het tweede oordeel');
    expect((await examiner.get('/samples')).text).not.toContain('Trek een steekproef');
    const student = await stage.comesIn(stage.at.students[0]!, { fields: { roles: ['student'] } });
    expect((await student.get(path)).status).toBe(404);
    const other = await aSchool(stage.store, { issuer: 'https://other.example' });
    expect((await (await stage.comesIn(other.teacher, { school: other })).get(path)).status).toBe(404);
  });

  it('hides the limits of a range until everything was judged', async () => {
    await draw(await teacher(), { method: 'range', from: '8,2', to: '8,4' });
    const { sample } = (await drawn())[0]!;
    const { text } = await (await stage.comesIn(colleague)).get(`/samples/${sample}`);
    expect(text).not.toContain('8,2');
    expect(text).toContain('De grenzen zie je als alles beoordeeld is.');
  });
});

describe('the decision and what follows', () => {
  const revisions = async () => {
    const where = { school: stage.at.school, student: stage.at.students[0]! };
    return (await stage.store.find(settledGrades, { where })).items;
  };

  it('leaves the grade, with a reason where there is a difference', async () => {
    const path = await aCaseOfFirst();
    await judges(path);
    const browser = await teacher();
    const agree = { decision: 'agree', choice: 'number', seenRevision: '1' };
    expect((await browser.post(`${path}/decision`, agree)).status).toBe(422);
    expect((await browser.post(`${path}/decision`, { ...agree, reason: 'Op school was het lastiger.' })).status).toBe(
      303,
    );
    expect(await revisions()).toHaveLength(1);
    expect((await drawn())[0]?.decision?.kind).toBe('agreed');
    expect((await browser.post(`${path}/decision`, { ...agree, reason: 'x' })).status).toBe(409);
  });

  it('makes a new revision with the reason when it adjusts, and keeps the first [sample.adjust-with-reason]', async () => {
    const path = await aCaseOfFirst();
    await judges(path);
    const adjust = { decision: 'adjust', choice: 'number', grade: '7,8', seenRevision: '1', reason: 'Samen bekeken.' };
    expect((await (await teacher()).post(`${path}/decision`, adjust)).status).toBe(303);
    const settled = await revisions();
    expect(settled.map(({ value }) => value)).toEqual([
      { kind: 'tenths', tenths: 83 },
      { kind: 'tenths', tenths: 78 },
    ]);
    expect(settled[1]?.reason).toBe('Samen bekeken.');
    expect((await drawn())[0]?.decision).toMatchObject({ kind: 'adjusted', revision: 2 });
  });

  it('reminds on the pages of teacher and exam secretary from the day on, until it is done', async () => {
    const path = await aCaseOfFirst();
    await judges(path);
    const browser = await teacher();
    await browser.post(`${path}/follow-up`, { text: 'Bel Van Beek', remindOn: '2026-11-11' });
    expect((await browser.get('/school-exam')).text).not.toContain('aan de beurt');
    stage.now.advance(24 * 60 * 60_000);
    const again = await teacher();
    expect((await again.get('/samples')).text).toContain('Bel Van Beek');
    expect((await again.get('/school-exam')).text).toContain('1 afspraak uit de steekproef is aan de beurt.');
    const secretary = await stage.comesIn(colleague, { grants: ['examSecretary'], fields: { roles: [] } });
    expect((await secretary.get('/school-exam')).text).toContain('1 afspraak');
    expect((await again.post(`${path}/follow-up/done`)).status).toBe(303);
    expect((await again.get('/school-exam')).text).not.toContain('aan de beurt');
  });

  it('shows how a company drifts from three students on, without their names', async () => {
    const browser = await teacher();
    await draw(browser, { method: 'percentage', percent: '75' });
    const drift = async () => {
      const { text } = await browser.get('/samples');
      return text.slice(text.indexOf('Verschil per bedrijf'));
    };
    for (const [index, { id, first: _none }] of (await drawn()).entries()) {
      await browser.post(`/sample-cases/${id}/school-work`, { doneOn: '2026-11-09' });
      await judges(`/sample-cases/${id}`, '5,0');
      if (index < 2) expect(await drift()).toContain('nog te weinig');
    }
    expect(await drift()).toMatch(/-\d,\d\d/u);
    expect(await drift()).not.toContain('Sanne');
  });
});

describe('the export for an inspector', () => {
  /** The export with the two grades in it that were not drawn. Another seed may well draw the same two. */
  const withOtherGrades = (text: string) => {
    const content = JSON.parse(text) as SampleExport;
    const keys = content.population.map(({ gradeKey }) => gradeKey);
    return JSON.stringify({ ...content, drawn: keys.filter((key) => !content.drawn.includes(key)) });
  };

  it('can be replayed by the command, holds no names, and is on record [sample.repeatable]', async () => {
    const browser = await teacher();
    await draw(browser, { method: 'number', count: '2' });
    const { sample } = (await drawn())[0]!;
    const answer = await browser.get(`/samples/${sample}/export`);
    expect(answer.headers['content-disposition']).toBe('attachment; filename=quality-sample.json');
    expect(answer.text).not.toMatch(/Sanne|Karim|Van Beek/u);
    const folder = await mkdtemp(join(tmpdir(), 'buitenboord-sample-'));
    const says = async (content: string) => {
      await writeFile(join(folder, 'sample.json'), content);
      const lines: string[] = [];
      const env = {
        ...{ BASE_URL: 'https://tool.example', APP_SECRET: 'x'.repeat(40), DATA_DIR: folder, INIT_CWD: folder },
        STORE_URL: `sqlite:${join(folder, 'store.sqlite')}`,
      };
      const output = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) };
      return [await runAdmin(['sample', 'replay', '--file', 'sample.json'], env, output), lines.join()];
    };
    try {
      expect(await says(answer.text)).toEqual([0, expect.stringContaining('The same 2 of 4 grades')]);
      expect(await says(withOtherGrades(answer.text))).toEqual([1, expect.stringContaining('2 of the file missing')]);
      expect((await says('{}'))[0]).toBe(2);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    const where = { school: stage.at.school, object: `qualitySamples/${sample}` };
    const actions = (await stage.store.find(auditEntries, { where })).items.map(({ action }) => action);
    expect(actions).toEqual(['sample/drawn', 'sample/exported']);
  });
});
