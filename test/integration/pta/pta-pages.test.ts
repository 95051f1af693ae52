import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ptas } from '@buitenboord/shared/store/collections.js';
import { lineOf } from '@buitenboord/shared/use-cases/pta/pta-line.js';
import { anOutline, aPtaFile } from '../../support/pta.js';
import { aSchool } from '../../support/school.js';
import { aStaffStage, type StaffStage } from '../../support/staff-stage.js';

let stage: StaffStage;
beforeEach(async () => {
  stage = await aStaffStage();
});
afterEach(() => stage.close());

const line = lineOf(anOutline());
const secretary = () => stage.comesIn(stage.at.teacher, { grants: ['examSecretary'] });
const stored = async () => (await stage.store.find(ptas, { where: { school: stage.at.school } })).items;

const component = {
  component: 'SE2',
  title: 'Toets "lassen" & meer',
  kind: 'toets',
  scale: 'cijfer',
  weight: '1',
  resit: 'nee',
  companyWeight: '0',
  gradePractise: '',
  gradeSufficient: '',
  gradeGood: '',
};

async function importedBy(browser: Awaited<ReturnType<typeof secretary>>) {
  const preview = await browser.upload('/pta/import', aPtaFile());
  expect(preview.status).toBe(200);
  const file = /<textarea name="file" hidden>([^<]*)<\/textarea>/u.exec(preview.text)![1]!;
  return browser.postParts('/pta/import/store', { file });
}

describe('reading a programme from a file, on a page', () => {
  it('shows what would be stored, and stores it after the second button', async () => {
    const browser = await secretary();
    const preview = await browser.upload('/pta/import', aPtaFile());
    expect(preview.text).toContain('Plaat- en constructiewerk');
    expect(preview.text).toContain('nieuwe versie');
    expect(await stored()).toEqual([]);
    expect((await importedBy(browser)).status).toBe(303);
    expect(await stored()).toMatchObject([{ state: 'draft', line, number: 1 }]);
    expect((await browser.upload('/pta/import', aPtaFile())).text).toContain('Alles uit dit bestand staat er al');
  });

  it('shows every problem with its row, and stores nothing', async () => {
    const browser = await secretary();
    const answer = await browser.upload('/pta/import', aPtaFile({ weight: 'x' }, { component: '<b>' }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Er kloppen 2 dingen niet');
    expect(answer.text).toContain('&lt;b>');
    expect(await stored()).toEqual([]);
  });

  it('refuses what is no form with a file, what is too large, and a form without token', async () => {
    const browser = await secretary();
    expect((await browser.post('/pta/import')).status).toBe(415);
    expect((await browser.upload('/pta/import', 'x'.repeat(600_000))).status).toBe(413);
    expect((await browser.postParts('/pta/import', { token: 'other', file: 'x' })).status).toBe(403);
    expect((await browser.postParts('/pta/import', { file: 'x' })).status).toBe(400);
  });
});

describe('a programme by hand', () => {
  const fresh = {
    subjectTitle: 'Robotica',
    subjectCode: '1906',
    cohort: '2025',
    leerweg: 'kb',
    schoolYear: '2026-2027',
  };

  it('is made with its first component; what is wrong stands beside its field, and nothing typed is lost', async () => {
    const browser = await secretary();
    const refused = await browser.post('/pta/new', { ...fresh, ...component, weight: 'veel' });
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/id="weight"[^>]*aria-invalid="true"/u);
    expect(refused.text).toContain('value="Toets &quot;lassen&quot; &amp; meer"');
    const made = await browser.post('/pta/new', { ...fresh, ...component });
    expect(made.status).toBe(303);
    expect((await browser.get(made.headers.location!.replace(browser.url, ''))).text).toContain('Robotica');
  });

  it('gets, changes and loses components in its draft', async () => {
    const browser = await secretary();
    await importedBy(browser);
    expect((await browser.post(`/pta/${line}/component`, component)).status).toBe(303);
    expect((await browser.post(`/pta/${line}/component`, component)).text).toContain('Deze code staat al in dit PTA.');
    await browser.post(`/pta/${line}/component`, { ...component, weight: '9', replaces: 'SE2' });
    expect((await stored())[0]!.components.map(({ code, weight }) => [code, weight])).toEqual([
      ['SE1', 2],
      ['SE2', 9],
    ]);
    await browser.post(`/pta/${line}/component/remove`, { code: 'SE2' });
    expect((await stored())[0]!.components.map(({ code }) => code)).toEqual(['SE1']);
  });

  it('is adopted after a look; changing it after 1 October asks for the reason and the advice', async () => {
    const browser = await secretary();
    await importedBy(browser);
    const adopt = async (fields = {}) => {
      const page = await browser.get(`/pta/${line}/adopt`);
      const [id, seen] = ['id', 'seen'].map(
        (name) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page.text)![1]!,
      );
      return browser.post(`/pta/${line}/adopt`, { id: id!, seen: seen!, ...fields });
    };
    expect((await adopt()).status).toBe(303);
    await browser.post(`/pta/${line}/component`, component);
    expect((await browser.get(`/pta/${line}/adopt`)).text).toContain('Het is 1 oktober geweest');
    const refused = await adopt({ advisedOn: '2026-11-01' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="2026-11-01"');
    expect((await adopt({ reason: 'obviousError', advisedOn: '2026-11-01' })).status).toBe(303);
    expect((await stored()).map(({ state }) => state)).toEqual(['superseded', 'adopted']);
    expect((await browser.get(`/pta/${line}`)).text).toContain('herstel van een duidelijke fout');
  });
});

describe('who may do what with programmes', () => {
  it('lets a teacher read them, without a button to change them', async () => {
    await importedBy(await secretary());
    const teacher = await stage.comesIn(stage.at.students[0]!);
    const list = await teacher.get('/pta');
    expect(list.text).toContain('De examensecretaris past het aan');
    expect(list.text).not.toContain('/pta/import');
    expect((await teacher.get(`/pta/${line}`)).text).not.toContain('/component');
    for (const path of ['/pta/new', '/pta/import', `/pta/${line}/adopt`, `/pta/${line}/component`])
      expect((await teacher.get(path)).status).toBe(404);
    for (const path of ['/pta/new', `/pta/${line}/adopt`, `/pta/${line}/component`, `/pta/${line}/component/remove`]) {
      expect((await teacher.post(path)).status).toBe(404);
    }
    expect((await teacher.upload('/pta/import', aPtaFile())).status).toBe(404);
    expect((await teacher.postParts('/pta/import/store', { file: aPtaFile() })).status).toBe(404);
  });

  it('shows a student nothing', async () => {
    const student = await stage.comesIn(stage.at.students[0]!, { fields: { roles: ['student'] } });
    for (const path of ['/pta', `/pta/${line}`, '/course-scope', '/take-over', '/school', '/school/ask'])
      expect((await student.get(path)).status).toBe(404);
  });

  it('knows another school’s programmes as little as ones that aren’t there', async () => {
    await importedBy(await secretary());
    const school = await aSchool(stage.store, { issuer: 'https://other.example' });
    const other = await stage.comesIn(school.teacher, { school, grants: ['examSecretary'] });
    expect((await other.get(`/pta/${line}`)).status).toBe(404);
    expect((await other.get(`/pta/${line}`)).text).toContain('data-problem="pta/not-found"');
    expect((await other.post(`/pta/${line}/component`, component)).status).toBe(404);
    expect((await other.get('/pta')).text).not.toContain('Plaat- en constructiewerk');
  });
});

describe('for whom a course is, on a page', () => {
  it('is said by the teacher; what can’t be used stays in the field', async () => {
    const teacher = await stage.comesIn(stage.at.teacher);
    const refused = await teacher.post('/course-scope', { cohort: 'vier', leerweg: 'kb' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="vier"');
    const said = await teacher.post('/course-scope', { cohort: '2025', leerweg: 'gl' });
    expect(said.status).toBe(303);
    const shown = await teacher.get('/course-scope?saved=1');
    expect(shown.text).toContain('value="2025"');
    expect(shown.text).toMatch(/<option[^>]*selected[^>]*>gl/u);
  });
});
