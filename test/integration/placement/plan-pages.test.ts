import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditEntries, placementPlans } from '@buitenboord/shared/store/collections.js';
import { aStaffStage, type StaffStage } from '../../support/staff-stage.js';

let stage: StaffStage;
let teacher: Awaited<ReturnType<StaffStage['comesIn']>>;
let student: string;
beforeEach(async () => {
  stage = await aStaffStage();
  teacher = await stage.comesIn(stage.at.teacher);
  student = stage.at.students[0]!;
});
afterEach(() => stage.close());

const bornOn = '2011-03-17';
// A Tuesday.
const day = { date: '2026-11-17', from: '09:00', to: '15:30', breaks: '30' };
const form = {
  kind: 'blockPlacement',
  setting: 'other',
  supervision: 'near',
  tasks: 'Je <b>helpt</b> mee.',
  action: 'save',
};
const born = () => teacher.post(`/students/${student}/birth-date`, { bornOn });
const save = (fields: Record<string, string> = {}) =>
  teacher.post(`/students/${student}/plan`, { ...form, ...day, ...fields });
const plans = async () => (await stage.store.find(placementPlans, { where: { school: stage.at.school } })).items;

describe('the planner', () => {
  it('says whom it takes the student for while the date of birth is missing', async () => {
    const { text } = await teacher.get(`/students/${student}/plan`).expect(200);
    expect(text).toContain('De geboortedatum mist nog.');
    expect(text).toContain('We gaan uit van');
    expect(text).toContain('strengste regels');
  });

  it('keeps a plan and shows it in the list of the class', async () => {
    await born().expect(303);
    await save().expect(303);
    expect(await plans()).toHaveLength(1);
    const { text } = await teacher.get('/plans').expect(200);
    expect(text).toContain('17 november');
    expect(text).toContain('mag zo');
  });

  it('loses nothing that was typed when something isn’t right, and says what', async () => {
    await born();
    const { text } = await save({ from: '', jobWeek: 'veel' }).expect(422);
    expect(text).toContain('Vul een dag, van, tot en pauze in.');
    expect(text).toContain('value="2026-11-17"');
    expect(text).toContain('value="veel"');
    expect(text).toContain('Je &lt;b>helpt&lt;/b> mee.');
    expect(await plans()).toEqual([]);
  });

  it('puts days ready without keeping anything', async () => {
    const pattern = { first: '2026-11-16', last: '2026-11-20', fillFrom: '10:00', fillTo: '14:00', fillBreaks: '' };
    const answer = await teacher
      .post(`/students/${student}/plan`, { ...form, ...pattern, weekday: '3', action: 'fill' })
      .expect(200);
    expect(answer.text).toContain('value="2026-11-18"');
    expect(answer.text).not.toContain('value="2026-11-17"');
    expect(await plans()).toEqual([]);
  });

  it('refuses what is forbidden and carries everything along in the proposal', async () => {
    await born();
    const { text } = await save({ from: '08:00', to: '17:00', hazard: 'cashRegister' }).expect(422);
    expect(text).toContain('Zo mag het niet van de wet');
    expect(text).toContain('werken achter de kassa');
    expect(text).toContain('<input type="hidden" name="to" value="15:30"');
    expect(text).toContain('<input type="hidden" name="hazard" value="cashRegister"');
    expect(await plans()).toEqual([]);
  });

  it('lets nobody but the safety approver accept, and nobody without a reason', async () => {
    const other = stage.at.students[1]!;
    await teacher.post(`/students/${other}/birth-date`, { bornOn: '2009-01-01' });
    await teacher.post(`/students/${other}/plan`, { ...form, ...day, date: '2026-11-22' }).expect(303);
    const accept = { reason: 'Het is de kerstmarkt, ouders akkoord.', seen: '1' };
    await teacher.post(`/students/${other}/plan/accept`, accept).expect(404);
    const approver = await stage.comesIn(stage.at.teacher, { grants: ['safetyApprover'], fields: { roles: [] } });
    const { text } = await approver.post(`/students/${other}/plan/accept`, { ...accept, reason: 'mag' }).expect(422);
    expect(text).toContain('Schrijf waarom dit toch kan');
    await approver.post(`/students/${other}/plan/accept`, accept).expect(303);
    expect((await plans())[0]?.accepted).toMatchObject([{ rule: 'safety.sunday.16-17', reason: accept.reason }]);
  });

  it('takes no unlikely date of birth, and says so beside the field', async () => {
    for (const bornOn of ['1911-03-17', '2026-02-31', 'gisteren']) {
      const { text } = await teacher.post(`/students/${student}/birth-date`, { bornOn }).expect(422);
      expect(text).toContain('Deze geboortedatum kan niet kloppen.');
    }
  });

  it('writes the date of birth into no log and no audit trail', async () => {
    await born();
    await save();
    await save({ to: '19:30' });
    const { items } = await stage.store.find(auditEntries, { where: { school: stage.at.school } });
    expect(items.map(({ action }) => action)).toContain('birth-date/entered');
    expect(JSON.stringify(items) + stage.logged.join()).not.toContain(bornOn);
  });

  it('knows no student of another course', async () => {
    await teacher.get('/students/somebody/plan').expect(404);
  });
});

describe('the kinds of a school', () => {
  it('are kept by leerweg, for this year and the next and no other', async () => {
    const keeper = await stage.comesIn(stage.at.teacher, { grants: ['placementCoordinator'] });
    await keeper.post('/school/kinds', { year: '2027-2028', kb: 'hotspot' }).expect(303);
    const { text } = await keeper.get('/school/kinds?year=2027-2028').expect(200);
    expect(text).toMatch(/name="kb" value="hotspot" checked/u);
    expect(text).not.toMatch(/name="kb" value="companyVisit" checked/u);
    expect(text).not.toMatch(/name="bb" value="hotspot" checked/u);
    await keeper.post('/school/kinds', { year: '2024-2025', kb: 'hotspot' }).expect(400);
    await teacher.get('/school/kinds').expect(200);
  });

  it('can demand an agreement where no law does', async () => {
    const keeper = await stage.comesIn(stage.at.teacher, { grants: ['placementCoordinator'] });
    const question = '/agreement-check?asked=yes&kind=companyVisit&days=1';
    expect((await teacher.get(question)).text).toContain('Niet nodig.');
    await keeper.post('/school/kinds', { year: '2026-2027', withAgreement: 'companyVisit' }).expect(303);
    expect((await teacher.get(question)).text).toContain('School wil het voor deze soort.');
  });
});
