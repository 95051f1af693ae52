import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditEntries } from '@buitenboord/shared/store/collections.js';
import { nationalElectives } from '@buitenboord/shared/domain/programme/national-electives.js';
import { assignableElectives } from '@buitenboord/shared/use-cases/programme/assignable-electives.js';
import { sayOfferings } from '@buitenboord/shared/use-cases/programme/offerings.js';
import { anEdition, aProgramme, edition, plateWork, plateWorkSubtasks, sloId } from '../../support/programme.js';
import { aMember } from '../../support/school.js';
import { aStaffStage, type StaffStage } from '../../support/staff-stage.js';

let stage: StaffStage;
beforeEach(async () => {
  stage = await aStaffStage();
  await anEdition(stage.store);
});
afterEach(() => stage.close());

const [first = ''] = plateWorkSubtasks;
const about = `/programme/${plateWork}`;
const texts = `${about}/texts/${first}`;
const teacher = () => stage.comesIn(stage.at.teacher);
const coordinator = () => stage.comesIn(stage.at.teacher, { grants: ['placementCoordinator'] });
const colleague = async () => {
  const { school, course } = stage.at;
  return stage.comesIn(await aMember(stage.store, { school, course }, 'teacher'));
};

describe('the catalogue', () => {
  it('holds the electives of a profile with code, leerwegen and subtasks, and says what is unknown or differs', async () => {
    const page = await (await teacher()).get('/programme?profile=PIE');
    expect(page.text).toContain('Plaat- en constructiewerk');
    expect(page.text).toContain('1305');
    expect(page.text).toContain('SLO noemt bb, kb, gl');
    const other = await (await teacher()).get('/programme?profile=D%26P');
    expect(other.text).toContain('onbekend');
  });

  it('is the school’s own once a coordinator said what it offers; a teacher only reads', async () => {
    const fields = { profile: 'PIE', listed: plateWork, offered: plateWork, suitsPractice: plateWork };
    expect((await (await teacher()).post('/programme/offering', fields)).status).toBe(404);
    const browser = await coordinator();
    expect((await browser.post('/programme/offering', fields)).status).toBe(303);
    const page = await (await teacher()).get('/programme');
    expect(page.text).toContain('Plaat- en constructiewerk');
    expect(page.text).not.toContain('Booglasprocessen');
    const choose = await browser.get('/coverage/choose');
    expect(/<option[^>]*>([^<]*)/u.exec(choose.text)![1]).toBe(
      'PIE: Plaat- en constructiewerk · 1305 · past bij de praktijk',
    );
    await browser.post('/programme/offering', { profile: 'PIE', listed: plateWork });
    expect((await browser.get('/programme?profile=offered')).text).toContain('Er is nog niets gekozen.');
    const { items } = await stage.store.find(auditEntries, { where: { school: stage.at.school } });
    expect(items.filter(({ action }) => action === 'programme/offering-said')).toHaveLength(2);
  });

  it('keeps the school’s own band of hours [coverage.hours-band]', async () => {
    const browser = await coordinator();
    await browser.post('/programme/hours', { hoursFrom: '40', hoursTo: '60' });
    const fit = await browser.get(`/coverage/choose?elective=${plateWork}&days=7&hoursPerDay=7`);
    expect(fit.text).toContain('40 tot 60 uur');
    expect(fit.text).toContain('Dat past.');
    const wrong = await browser.post('/programme/hours', { hoursFrom: '60', hoursTo: '40' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('het kleinste getal eerst')]);
  });
});

describe('a new assignment', () => {
  it('can be of any elective that the school offers, once its subtasks are known', async () => {
    const { store, now, at } = stage;
    const plastering = nationalElectives.find(({ sloPrefix }) => sloPrefix === 'K/BWI/12')!.sloId;
    const offered = { elective: plastering, offered: true, suitsPractice: false };
    await sayOfferings({ store, now }, { school: at.school, actor: 'x', offerings: [offered] });
    const titles = async () => (await assignableElectives(store, at)).map(({ title }) => title);
    expect(await titles()).not.toContain('Wandafwerking');
    const unit = { ...aProgramme().units[0]!, sloId: plastering, title: 'Wandafwerking' };
    const subtask = { ...aProgramme().subtasks[0]!, sloId: sloId(300), unit: plastering };
    await anEdition(store, edition, { units: [unit], subtasks: [subtask], targets: [] });
    expect((await titles())[0]).toBe('Wandafwerking');
  });
});

describe('plain words', () => {
  const field = `company.${sloId(1)}`;

  it('stand beside the official text, for staff [programme.plain-beside-official]', async () => {
    const browser = await teacher();
    await browser.post(texts, { [field]: 'Leest de tekening.', [`student.${sloId(1)}`]: 'Je leest een tekening.' });
    const page = await browser.get(about);
    for (const words of ['Voorbeeldeindterm 1.1', 'Leest de tekening.', 'Je leest een tekening.', 'nog niet nagekeken'])
      expect(page.text).toContain(words);
  });

  it('are reviewed by a colleague and not by their author', async () => {
    const browser = await teacher();
    await browser.post(texts, { [field]: 'Leest de tekening.' });
    const own = await browser.post(texts, { [field]: 'Leest de tekening.', review: field });
    expect(own.status).toBe(422);
    expect(own.text).toContain('Een ander dan de schrijver kijkt de tekst na.');
    expect((await browser.get(texts)).text).not.toContain('Ik heb dit nagekeken');
    const other = await colleague();
    expect((await other.get(texts)).text).toContain('Ik heb dit nagekeken');
    expect((await other.post(texts, { [field]: 'Leest de tekening.', review: field })).status).toBe(303);
    expect((await browser.get(about)).text).toContain('nagekeken');
  });

  it('are taken for targets of this subtask only', async () => {
    const browser = await teacher();
    expect((await browser.post(texts, { [`company.${sloId(9)}`]: 'x' })).status).toBe(404);
    expect((await browser.post(texts, { 'company.x': 'x' })).status).toBe(400);
    expect((await browser.get(`${about}/texts/${sloId(9)}`)).status).toBe(404);
  });
});

describe('the sheet for a company', () => {
  it('has the school’s words and questions, and none of the official text [programme.sheet-is-one-page]', async () => {
    const browser = await teacher();
    await browser.post(texts, { [`company.${sloId(1)}`]: 'Leest de tekening.' });
    const page = await browser.get(`${about}/company-sheet?level=kb`);
    expect(page.text).toContain('Leest de tekening.');
    expect(page.text).toContain('Werkt de leerling veilig?');
    expect(page.text).toContain('9 van de 10 eindtermen hebben nog geen tekst');
    expect(page.text).not.toContain('Voorbeeldeindterm');
  });

  it('is a PDF too, the same every time on a day', async () => {
    const browser = await teacher();
    const load = async () => {
      const answer = await browser.get(`${about}/company-sheet.pdf?level=kb`).buffer(true);
      expect(answer.headers['content-type']).toBe('application/pdf');
      expect(answer.headers['content-disposition']).toContain('1305-kb.pdf');
      return (answer.body as Buffer).toString('latin1');
    };
    expect((await load()).slice(0, 5)).toBe('%PDF-');
    expect(await load()).toBe(await load());
  });

  it('is of a subject that is known', async () => {
    const browser = await teacher();
    expect((await browser.get(`/programme/${sloId(9)}/company-sheet`)).status).toBe(404);
    expect((await browser.get('/programme/x/company-sheet')).status).toBe(404);
  });
});
