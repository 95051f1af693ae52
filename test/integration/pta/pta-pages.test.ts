import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { componentKey } from '@buitenboord/shared/domain/pta/pta.js';
import { ptas, schools } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import { lineOf } from '@buitenboord/shared/use-cases/pta/pta-line.js';
import { anOutline, aPtaFile } from '../../support/pta.js';
import { aSchool } from '../../support/school.js';
import { aSettledGrade } from '../../support/settled-grades.js';
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

/** What a page carries along in a hidden field. */
function hiddenIn(page: string, name: string): string {
  const found = new RegExp(`<textarea name="${name}" hidden>([^<]*)</textarea>`, 'u').exec(page)![1]!;
  return found.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

async function importedBy(browser: Awaited<ReturnType<typeof secretary>>) {
  const preview = await browser.upload('/pta/import', aPtaFile());
  expect(preview.status).toBe(200);
  return browser.postParts('/pta/import/store', { carried: hiddenIn(preview.text, 'carried') });
}

/** Pressed on the page with what it carries along. */
async function adoptedBy(browser: Awaited<ReturnType<typeof secretary>>, fields = {}, step = 'adopt') {
  const page = await browser.get(`/pta/${line}/${step}`);
  const [id, seen] = ['id', 'seen'].map(
    (name) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page.text)![1]!,
  );
  return browser.post(`/pta/${line}/${step}`, { id: id!, seen: seen!, ...fields });
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

  const ownHeadings = aPtaFile().replace('component', 'Toets').replace('weight', 'Punten').replace('cohort', 'Groep');
  const noCohort = ownHeadings
    .split('\r\n')
    .map((line) => line.split(';').slice(1).join(';'))
    .join('\r\n');

  it('lets the person say what a column is, and what holds for all rows, before anything is stored', async () => {
    const browser = await secretary();
    const asked = await browser.upload('/pta/import', noCohort);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Deze kolom ontbreekt.');
    expect(asked.text).toMatch(/<th scope="row">Toets<\/th>/u);
    const headings = noCohort.split('\r\n')[0]!.split(';');
    const known = headings.map((heading) => ({ Toets: 'component', Punten: 'weight' })[heading] ?? heading);
    const mapped = {
      table: hiddenIn(asked.text, 'table'),
      chosenFor: '1',
      headingRow: '1',
      'fixed-cohort': '2025',
      ...Object.fromEntries(known.map((column, index) => [`column-${index}`, column])),
    };
    const preview = await browser.postParts('/pta/import/preview', mapped);
    expect(preview.status).toBe(200);
    expect(preview.text).toContain('2025 · kb');
    expect(await stored()).toEqual([]);
    const kept = await browser.postParts('/pta/import/store', { carried: hiddenIn(preview.text, 'carried') });
    expect(kept.status).toBe(303);
    expect(await stored()).toMatchObject([{ cohort: '2025', components: [{ code: 'SE1', weight: 2 }] }]);
  });

  it('looks at the headings anew when they are in another row, and takes nothing that was made up', async () => {
    const browser = await secretary();
    const table = JSON.stringify([
      ['PTA'],
      ...aPtaFile()
        .split('\r\n')
        .map((line) => line.split(';')),
    ]);
    const wrong = await browser.postParts('/pta/import/preview', { table, chosenFor: '1', headingRow: '1' });
    expect(wrong.status).toBe(422);
    const right = await browser.postParts('/pta/import/preview', { table, chosenFor: '1', headingRow: '2' });
    expect(right.status).toBe(200);
    for (const carried of ['x', '{}', '{"table":[["a"]],"mapping":{"headingRow":1,"columns":["name"],"fixed":{}}}'])
      expect((await browser.postParts('/pta/import/store', { carried })).status).toBe(400);
  });

  it('says in the preview which programme can’t be stored, because a component has grades', async () => {
    const browser = await secretary();
    await importedBy(browser);
    await adoptedBy(browser);
    await aSettledGrade(stage.store, stage.at, {
      student: stage.at.students[0]!,
      component: componentKey(line, 'SE1'),
    });
    const preview = await browser.upload('/pta/import', aPtaFile({ component: 'SE9' }));
    expect(preview.text).toContain('onderdeel SE1 heeft cijfers');
    expect(preview.text).not.toContain('/pta/import/store');
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

  it('is adopted after a look, late after 1 October [pta.before-october]; changing it then asks for the reason and the advice [pta.amendment]', async () => {
    const browser = await secretary();
    await importedBy(browser);
    const adopt = (fields = {}) => adoptedBy(browser, fields);
    expect((await browser.get(`/pta/${line}/adopt`)).text).toContain('De wet vraagt een PTA vóór 1 oktober');
    expect((await adopt()).status).toBe(303);
    await browser.post(`/pta/${line}/component`, component);
    expect((await browser.get(`/pta/${line}/adopt`)).text).toContain('Het is 1 oktober geweest');
    const refused = await adopt({ advisedOn: '2026-11-01' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="2026-11-01"');
    expect((await adopt({ reason: 'obviousError', advisedOn: '2026-11-01' })).status).toBe(303);
    expect((await stored()).map(({ state }) => state)).toEqual(['amended', 'adopted']);
    expect((await browser.get(`/pta/${line}`)).text).toContain('herstel van een duidelijke fout');
  });
});

describe('a programme on its way, on pages', () => {
  it('is proposed after a look at what the law still misses, taken back, proposed and adopted [pta.versions]', async () => {
    const browser = await secretary();
    const bare = { content: '', subtasks: '', period: '' };
    const preview = await browser.upload('/pta/import', aPtaFile(bare));
    await browser.postParts('/pta/import/store', { carried: hiddenIn(preview.text, 'carried') });
    expect((await browser.get(`/pta/${line}/propose`)).text).toContain('De inhoud van SE1.');
    await browser.post(`/pta/${line}/component`, { ...component, component: 'SE1', replaces: 'SE1' });
    expect((await adoptedBy(browser, {}, 'propose')).status).toBe(303);
    expect((await browser.get(`/pta/${line}`)).text).toContain('Voorgesteld door Karim Jansen');
    const { id } = (await stored())[0]!;
    expect((await browser.post(`/pta/${line}/take-back`, { id })).status).toBe(303);
    expect((await stored())[0]!.state).toBe('draft');
    await adoptedBy(browser, {}, 'propose');
    await adoptedBy(browser);
    expect((await browser.get(`/pta/${line}`)).text).toContain('Vastgesteld door Karim Jansen');
    expect((await browser.get(`/pta/${line}/propose`)).status).toBe(409);
  });

  it('is copied to the next year, the chosen ones only', async () => {
    const browser = await secretary();
    await importedBy(browser);
    await adoptedBy(browser);
    expect((await browser.get('/pta/copy')).text).toContain('wordt cohort 2026, 2027-2028');
    const empty = await browser.post('/pta/copy');
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Kies minstens één PTA.');
    expect((await browser.post('/pta/copy', { copy: line })).status).toBe(303);
    expect(await stored()).toHaveLength(2);
    expect((await browser.get('/pta/copy')).text).toContain('staat er al');
  });
});

describe('the school’s rounding, on a page [grade.rounding-is-chosen]', () => {
  it('is chosen without a default, and is shown with who may change what from when', async () => {
    const school = await aSchool(stage.store, { issuer: 'https://other.example' });
    const { version, id: _id, seRounding: _chosen, ...bare } = (await stage.store.get(schools, { id: school.school }))!;
    await stage.store.commit([put(schools, { id: school.school }, bare, version)]);
    const browser = await stage.comesIn(school.teacher, { school, grants: ['examSecretary'] });
    const before = await browser.get('/pta/rounding');
    expect(before.text).toContain('Jullie school heeft nog niet gekozen');
    expect(before.text).not.toMatch(/type="radio"[^>]*checked/u);
    expect((await browser.post('/pta/rounding')).text).toContain('Kies een van de twee.');
    expect((await browser.post('/pta/rounding', { regime: 'direct' })).status).toBe(303);
    expect((await browser.get('/pta/rounding?saved=1')).text).toMatch(/value="direct"[^>]*checked/u);
    await aSettledGrade(stage.store, school, {
      student: school.students[0]!,
      component: componentKey(line, 'SE1'),
    });
    expect((await browser.get('/pta/rounding')).text).toContain('pas volgend jaar');
    expect((await browser.get('/pta/rounding')).text).toContain('vanaf schooljaar 2027-2028');
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
    expect((await teacher.postParts('/pta/import/store', { carried: '{}' })).status).toBe(404);
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
