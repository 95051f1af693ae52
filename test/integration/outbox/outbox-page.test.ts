import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { DeliveryPayload, DeliveryReason } from '@buitenboord/shared/domain/delivery/delivery.js';
import { deliveryId } from '@buitenboord/shared/outbox/delivery-id.js';
import { intendDelivery } from '@buitenboord/shared/outbox/intend.js';
import { parkDelivery } from '@buitenboord/shared/outbox/retry.js';
import { deliveries } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { aSchool } from '../../support/school.js';
import { aStaffStage, type StaffStage } from '../../support/staff-stage.js';

let stage: StaffStage;
beforeEach(async () => {
  stage = await aStaffStage({ students: 3 });
});
afterEach(() => stage.close());

async function leaves(student: string, reason?: DeliveryReason): Promise<void> {
  const { store, now, at } = stage;
  const { school, activity, course, teacher } = at;
  const payload: DeliveryPayload = {
    ...{ target: 'gradebook', activity, course, student, tenths: 74, remark: 'Netjes', settledBy: teacher },
  };
  const about = { school, target: 'gradebook' as const, activity, student, key: student };
  await store.commit(await intendDelivery(store, { ...about, payload, at: now() }));
  const id = deliveryId('gradebook', student);
  if (reason === 'changed-in-lms') {
    const delivery = (await store.get(deliveries, { school, id }))!;
    await store.commit([change(deliveries, delivery, { state: 'rejected', reason, foundTenths: 60 })]);
  } else if (reason) await parkDelivery({ store, now }, { school, delivery: id, by: teacher, reason });
}

const administrator = () => stage.comesIn(stage.at.teacher, { grants: ['schoolAdministrator'] });
const words = (html: string) => html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
const states = async () => {
  const { items } = await stage.store.find(deliveries, { where: { school: stage.at.school } });
  return items.map(({ state }) => state).sort();
};

it('says that everything arrived', async () => {
  expect((await (await administrator()).get('/school/outbox')).text).toContain('Alles is aangekomen.');
});

it('shows what is stuck and why, by assignment and without people, and tries all of one reason again', async () => {
  const [one, two, three] = stage.at.students as [string, string, string];
  await leaves(one, 'column-locked');
  await leaves(two, 'column-locked');
  await leaves(three);
  const browser = await administrator();
  const page = words((await browser.get('/school/outbox')).text);
  expect(page).toContain('Hier moet iemand iets doen 2 cijfers: Lasframe maken');
  expect(page).toContain('Meestal staat de kolom dan op slot.');
  expect(page).toContain('Dit gaat vanzelf verder 1 cijfer: Lasframe maken');
  expect(page).not.toMatch(/Sanne|de Wit|7,4|Netjes/u);
  const { activity } = stage.at;
  const group = { target: 'gradebook', reason: 'column-locked', activity };
  await browser.post('/school/outbox/retry', { ...group, activity: 'another' }).expect(303);
  expect(await states()).toEqual(['parked', 'parked', 'ready']);
  await browser.post('/school/outbox/retry', group).expect(303);
  // Pressed twice: nothing is left to do.
  await browser.post('/school/outbox/retry', group).expect(303);
  expect(await states()).toEqual(['ready', 'ready', 'ready']);
  expect(words((await browser.get('/school/outbox')).text)).toContain('3 cijfers');
});

it('leaves to the teacher what she changed in the LMS, and says no grade', async () => {
  await leaves(stage.at.students[0]!, 'changed-in-lms');
  const { text } = await (await administrator()).get('/school/outbox');
  expect(words(text)).toContain('De docent kiest op het scherm van de leerling');
  expect(text).not.toMatch(/<button[^>]*>Probeer|6,0/u);
});

it('shows and changes nothing of another school, and refuses what it doesn’t know', async () => {
  await leaves(stage.at.students[0]!, 'column-locked');
  const other = await aSchool(stage.store, { issuer: 'https://other.example' });
  const elsewhere = await stage.comesIn(other.teacher, { school: other, grants: ['schoolAdministrator'] });
  expect((await elsewhere.get('/school/outbox')).text).toContain('Alles is aangekomen.');
  const group = { target: 'gradebook', reason: 'column-locked', activity: stage.at.activity };
  await elsewhere.post('/school/outbox/retry', group).expect(303);
  expect(await states()).toEqual(['parked']);
  await elsewhere.post('/school/outbox/retry', { ...group, reason: 'because' }).expect(400);
});
