import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { courseOfLaunch } from '@buitenboord/lti-tool/launch/launch-course.js';
import { activityOfLaunch, activityParameter } from '@buitenboord/lti-tool/launch/launch-activity.js';
import { toLaunch } from '@buitenboord/lti-tool/lti/to-launch.js';
import { IdToken } from '@buitenboord/lti-tool/lti/wire.js';
import { activities, evidence, platforms } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import { ensureColumn } from '@buitenboord/shared/use-cases/assignment/ensure-column.js';
import { handIn } from '@buitenboord/shared/use-cases/evidence/hand-in.js';
import { saveDraft } from '@buitenboord/shared/use-cases/evidence/save-draft.js';
import { takeBack } from '@buitenboord/shared/use-cases/evidence/take-back.js';
import { settleGrade } from '@buitenboord/shared/use-cases/grade/settle-grade.js';
import { workId } from '@buitenboord/shared/domain/evidence/work-id.js';
import { aLaunchClaims } from '../../support/launch-world.js';
import { allScopes, aServicesHouse, link, type ServicesHouse } from '../../support/services-house.js';
import { storeHarnesses } from '../../support/store-harnesses.js';

const ags = 'https://purl.imsglobal.org/spec/lti-ags/scope';
const claim = 'https://purl.imsglobal.org/spec/lti/claim';

/** Assignment and Grade Services 2.0, case 88–102 of the checklist. */
describe.each(storeHarnesses)('columns and scores, on $name', ({ open: openStore }) => {
  let house: ServicesHouse;
  const open = async (wanted: Parameters<typeof aServicesHouse>[1] = {}) =>
    (house = await aServicesHouse(await openStore(), wanted));
  const reopen = async (wanted: Parameters<typeof aServicesHouse>[1]) => {
    await house.close();
    await open(wanted);
  };
  beforeEach(() => open());
  afterEach(() => house.close());

  /** As the page does when the assignment was chosen, or its teacher comes by. */
  const complete = async () => {
    const deps = { store: house.store, columns: house.services };
    return ensureColumn(deps, await house.activity(), { course: await house.course(), link });
  };
  const scopesAsked = () => [...new Set(house.lms.tokenForms().map(({ scope }) => scope?.replace(`${ags}/`, '')))];
  const posts = () => house.lms.calls().filter((call) => call.startsWith('POST'));
  const columns = () => [...house.lms.items.values()];
  const column = (fields: object) => {
    const id = `${house.lms.origin}/lineitems/${100 + house.lms.items.size}/lineitem?course=2`;
    house.lms.items.set(id, { id, label: 'x', scoreMaximum: 10, ...fields });
    return id;
  };
  const at = () => ({ school: house.at.school, activity: house.at.activity, student: house.student });
  const handsIn = async () => {
    await saveDraft(house, at(), 'Het frame is recht.');
    await handIn(house, at());
  };
  /** A teacher says on the page what the assignment counts for. */
  const countsFor = async (code: string) =>
    (await house.teachersBrowser()).post('/counting', { component: code && `${house.at.line}|${code}` });

  it('88. each call asks the scope it needs, of those the claim offers (AGS 3.2, 3.3.2, 3.4.2)', async () => {
    await house.settle(74);
    await house.deliver();
    expect(scopesAsked()).toEqual(['result.readonly', 'score']);
    await reopen({ column: false });
    await complete();
    expect(scopesAsked()).toEqual(['lineitem']);

    const readOnly = [`${ags}/lineitem.readonly`, `${ags}/score`];
    await reopen({ column: false, course: { scopes: readOnly } });
    const own = column({ resourceLinkId: link });
    expect(await complete()).toBe('made');
    expect([scopesAsked(), (await house.activity()).lineItem]).toEqual([['lineitem.readonly'], own]);
    await house.settle(74);
    await house.deliver();
    expect(scopesAsked()).toEqual(['lineitem.readonly', 'score']);
    expect(await house.delivery()).toMatchObject({ state: 'received', reason: 'cannot-read-back' });

    await reopen({ course: { scopes: [`${ags}/result.readonly`] } });
    await house.settle(74);
    await house.deliver();
    expect(scopesAsked()).toEqual(['result.readonly']);
    expect(await house.delivery()).toMatchObject({ state: 'parked', reason: 'access-refused' });
  });

  it('89. a new column has a label, a maximum, our name and the link of a launch, and its address is the answer’s (AGS 3.2.5, 3.2.7 to 3.2.9)', async () => {
    await reopen({ column: false });
    expect(await complete()).toBe('made');
    const [made] = columns();
    expect(made).toEqual({
      id: expect.any(String),
      label: 'Lasframe maken',
      scoreMaximum: 10,
      resourceId: 'SE1',
      tag: 'SE1',
      resourceLinkId: link,
    });
    expect((await house.activity()).lineItem).toBe(made?.id);

    const { school, platform } = house.at;
    const wanted = { school, platform, lineItems: house.lms.urls.lineItems, resourceId: 'SE2', tag: 'SE2' };
    house.lms.links.add('link-2');
    await house.services.findOrCreateLineItem({ ...wanted, resourceLink: 'link-2', label: '   ' });
    expect(columns().at(-1)).toMatchObject({ label: 'SE2', resourceLinkId: 'link-2' });
    // A link that no launch came from doesn't exist for the platform either.
    const unknown = house.services.findOrCreateLineItem({ ...wanted, resourceLink: 'made-up', label: 'x' });
    await expect(unknown).rejects.toMatchObject({ code: 'platform/answer-unusable' });
    await reopen({ column: false });
    const deps = { store: house.store, columns: house.services };
    const nowhere = { course: await house.course(), link: undefined };
    expect(await ensureColumn(deps, await house.activity(), nowhere)).toBe('impossible');
    expect(house.lms.requests).toEqual([]);
  });

  it('90. columns are looked for first, to the last page, and never made twice (AGS 3.2.4, 3.2.15)', async () => {
    await reopen({ column: false });
    for (let n = 0; n < 4; n += 1) column({ resourceLinkId: link, tag: `other-${n}` });
    const own = column({ resourceLinkId: link, resourceId: 'SE1', tag: 'SE1' });
    expect(await complete()).toBe('made');
    expect([(await house.activity()).lineItem, posts()]).toEqual([own, []]);
    const [first = '', second = ''] = house.lms.calls();
    expect(first).toBe(`GET /lineitems?course=2&resource_link_id=${link}`);
    expect(second).toBe(`GET /lineitems?course=2&resource_link_id=${link}&from=2`);

    // In a copied course the platform may have kept our name and not the link: it is the one, unless another assignment has it.
    await reopen({ column: false });
    const loose = column({ resourceId: 'SE1', tag: 'SE1', resourceLinkId: null });
    await complete();
    expect([(await house.activity()).lineItem, posts()]).toEqual([loose, []]);
    await reopen({ column: false });
    const taken = column({ resourceId: 'SE1', tag: 'SE1' });
    const other = { ...(await house.activity()), lineItem: taken };
    const { id: _id, school: _school, version: _version, ...value } = other;
    await house.store.commit([put(activities, { school: house.at.school, id: 'other' }, value, 0)]);
    await complete();
    expect([posts(), columns()]).toEqual([['POST /lineitems?course=2'], [expect.anything(), expect.anything()]]);
    expect((await house.activity()).lineItem).not.toBe(taken);

    // A double click, and an answer that got lost after the column was made.
    await reopen({ column: false });
    await Promise.all([complete(), complete(), complete()]);
    expect(columns()).toHaveLength(1);
    await reopen({ column: false });
    house.lms.answerNext(/^POST \/lineitems/u, { status: 502 }, true);
    expect(await complete()).toBe('made');
    expect([columns().map(({ id }) => id), posts()]).toEqual([
      [(await house.activity()).lineItem],
      ['POST /lineitems?course=2'],
    ]);
    // One that certainly wasn't made is made at the next occasion.
    await reopen({ column: false });
    house.lms.answerNext(/^POST \/lineitems/u, { status: 429 });
    expect([await complete(), await complete(), columns().length]).toEqual(['impossible', 'made', 1]);
  });

  it('91. a column is changed as a whole, and keeps its address and its link (AGS 3.2.6)', async () => {
    const extension = { 'https://lms.example/weight': { of: 3 } };
    const theirs = { label: 'De naam van de docent', scoreMaximum: 20, gradesReleased: true, ...extension };
    const item = { ...house.lms.items.get(house.lineItem)!, ...theirs };
    house.lms.items.set(house.lineItem, item);
    expect((await countsFor('SE2')).status).toBe(303);
    expect(house.lms.items.get(house.lineItem)).toEqual({ ...item, resourceId: 'SE2', tag: 'SE2' });
    expect(house.lms.calls().map((call) => call.split(' ', 1)[0])).toEqual(['GET', 'PUT']);
    expect((await house.activity()).lineItem).toBe(house.lineItem);
  });

  it('92. only a column of our own is taken away, and only while it is empty (AGS 3.2)', async () => {
    expect((await countsFor('')).status).toBe(303);
    expect([columns(), (await house.activity()).lineItem]).toEqual([[], undefined]);

    await reopen({});
    house.lms.items.set(house.lineItem, { ...house.lms.items.get(house.lineItem)!, tag: 'of the teacher' });
    await countsFor('');
    expect([columns().length, (await house.activity()).lineItem]).toEqual([1, house.lineItem]);

    await reopen({});
    house.lms.overrides.set(house.subject, 0.6);
    await countsFor('');
    expect(columns()).toHaveLength(1);
    expect(house.lms.calls().some((call) => call.startsWith('DELETE'))).toBe(false);
  });

  it('93. /scores and /results go behind the path, and the query stays (AGS 3.3.1, 3.4.1)', async () => {
    await house.settle(74);
    await house.deliver();
    const paths = new Set(house.lms.calls().map((call) => call.replace(house.subject, 'S')));
    expect([...paths]).toEqual([
      'GET /lineitems/1/lineitem/results?course=2&user_id=S',
      'POST /lineitems/1/lineitem/scores?course=2',
    ]);
  });

  it('94. a score says who, when and how far; a grade with its maximum, and none takes it away (AGS 3.4.4 to 3.4.8)', async () => {
    await house.settle(74);
    await house.deliver();
    expect(house.lms.scores.at(-1)).toMatchObject({
      userId: house.subject,
      timestamp: expect.any(String),
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
      scoreGiven: 7.4,
      scoreMaximum: 10,
    });
    expect(await house.delivery()).toMatchObject({ state: 'confirmed' });

    const catchUp = { kind: 'catchUp' as const };
    const about = { ...at(), attempt: 1, by: house.at.teacher, seenRevision: 1, remark: '', reason: 'opnieuw' };
    await settleGrade(house, { ...about, value: catchUp });
    await house.deliver();
    const cleared = house.lms.scores.at(-1)!;
    expect(cleared).toMatchObject({ activityProgress: 'InProgress', gradingProgress: 'NotReady' });
    expect(Object.keys(cleared)).not.toContain('scoreGiven');
    expect(await house.delivery()).toMatchObject({ state: 'confirmed', confirmedRevision: 2 });

    const { school, platform } = house.at;
    const place = { school, platform, deployment: '1', lineItem: house.lineItem };
    const bonus = { subject: house.subject, tenths: 110, comment: '' };
    expect(await house.services.put(place, bonus, house.now())).toEqual({ kind: 'received' });
    expect(house.lms.scores.at(-1)).toMatchObject({ scoreGiven: 11, scoreMaximum: 10 });
  });

  it('95. timestamps of one item and student strictly increase (AGS 3.4.9)', async () => {
    const [one = '', other = ''] = house.at.students;
    const changes = [74, 68, 74, 80, 55];
    for (const [n, tenths] of changes.entries()) {
      await house.settle(tenths, { student: one });
      await house.settle(tenths, { student: other });
      // Answers get lost, and our clock is set back: nothing of it may turn the order round, or send one moment twice.
      if (n === 1) house.lms.answerNext(/^POST .*scores/u, { status: 502 }, true);
      if (n === 2) house.lms.answerNext(/^POST .*scores/u, { status: 503 });
      await house.deliver();
      house.now.advance(-3 * 3600_000);
    }
    for (const student of [one, other]) {
      const sent = house.lms.requests.filter(({ url, body }) => url.includes('/scores') && body.includes(student));
      const moments = house.lms.scores
        .filter(({ userId }) => userId === `sub-${student}`)
        .map(({ timestamp }) => timestamp);
      expect(moments).toHaveLength(changes.length);
      expect(moments.every((moment) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(moment))).toBe(true);
      const times = moments.map((moment) => Date.parse(moment));
      expect(times.every((time, n) => n === 0 || time - times[n - 1]! >= 1000)).toBe(true);
      // Sent again means the same score at the same moment; another score never has a moment that was used.
      const bodies = new Set(sent.map(({ body }) => body));
      const used = sent.map(({ body }) => (JSON.parse(body) as { timestamp: string }).timestamp);
      expect(bodies.size).toBe(new Set(used).size);
    }
    expect(house.lms.requests.some(({ url, method }) => method === 'POST' && url.includes('/scores'))).toBe(true);
  });

  it('96. when work was begun and handed in goes along, with zone and in that order (AGS 3.4.10)', async () => {
    await house.settle(60, { student: house.at.students[1]! });
    const begun = house.now().toISOString();
    const photo = { kind: 'photo', blob: 'b', mediaType: 'image/jpeg', bytes: 1, addedAt: begun } as const;
    const work = workId(house.at.activity, house.student, 1);
    const file = { work, activity: house.at.activity, student: house.student, ...photo };
    await house.store.commit([put(evidence, { school: house.at.school, id: 'e1' }, file, 0)]);
    house.now.advance(90 * 60_000);
    const handedIn = house.now().toISOString();
    await handsIn();
    house.now.advance(24 * 3600_000);
    await house.settle(74);
    await house.deliver();
    const scoreOf = (student: string) => house.lms.scores.filter(({ userId }) => userId === `sub-${student}`);
    const submission = { startedAt: begun, submittedAt: handedIn };
    expect(scoreOf(house.student).at(-1)).toMatchObject({ scoreGiven: 7.4, submission });
    expect(scoreOf(house.at.students[1]!).at(-1)).not.toHaveProperty('submission');
  });

  it('97. a remark is plain text, and leaving it out clears the one before (AGS 3.4.11)', async () => {
    const remark = 'Mooie las <b>&</b> recht.\nGa zo door!';
    await house.settle(74, { remark });
    await house.deliver();
    expect(house.lms.scores.at(-1)).toMatchObject({ comment: remark });
    await house.settle(74);
    await house.deliver();
    expect(house.lms.scores).toHaveLength(2);
    expect(house.lms.scores.at(-1)).not.toHaveProperty('comment');

    // Canvas shows every comment it gets: it is said once, and again only when it is another one.
    await reopen({ platform: { product: 'canvas' } });
    const submission = { 'https://canvas.instructure.com/lti/submission': { new_submission: false } };
    await house.settle(74, { remark });
    await house.deliver();
    await house.settle(75, { remark });
    await house.deliver();
    await house.settle(75, { remark: 'Toch beter.' });
    await house.deliver();
    expect(house.lms.scores).toMatchObject([submission, submission, submission]);
    expect(house.lms.scores.map(({ comment }) => comment)).toEqual([remark, undefined, 'Toch beter.']);
  });

  it('98. work that waits for a person is Submitted and PendingManual, then Completed and FullyGraded (AGS 3.4.7, 3.4.8, 4.7)', async () => {
    await handsIn();
    await house.deliver();
    await takeBack(house, at());
    await house.deliver();
    await handsIn();
    await house.deliver();
    await house.settle(74);
    await house.deliver();
    expect(house.lms.scores.map((score) => [score.activityProgress, score.gradingProgress, score.scoreGiven])).toEqual([
      ['Submitted', 'PendingManual', undefined],
      ['InProgress', 'NotReady', undefined],
      ['Submitted', 'PendingManual', undefined],
      ['Completed', 'FullyGraded', 7.4],
    ]);
    expect(await house.delivery()).toMatchObject({ state: 'confirmed' });
    expect(house.lms.scores.at(0)).not.toHaveProperty('scoringUserId');

    // Where a teacher gave a grade in the LMS already, nothing is said over it.
    await reopen({});
    house.lms.overrides.set(house.subject, 0.6);
    await handsIn();
    await house.deliver();
    expect([house.lms.scores, (await house.delivery()).state]).toEqual([[], 'withdrawn']);

    // Moodle would erase a grade and show nobody anything (recording `ags-scores`).
    await reopen({ platform: { product: 'moodle' } });
    await handsIn();
    await house.deliver();
    expect(house.lms.requests).toEqual([]);
  });

  it('99. the teacher who settled a grade is named by her id at the LMS (AGS 3.4.6)', async () => {
    await house.settle(74);
    await house.deliver();
    expect(house.lms.scores.at(-1)).toMatchObject({ scoringUserId: `sub-${house.at.teacher}` });
  });

  it('100. results are read to the last page, of one student, of one when no maximum is said, and may be empty (AGS 3.3)', async () => {
    const { school, platform } = house.at;
    const place = () => ({ school, platform, deployment: '1', lineItem: house.lineItem });
    for (let n = 0; n < 5; n += 1) house.lms.overrides.set(`somebody-${n}`, 0.5);
    house.lms.overrides.set(house.subject, 0.74);
    expect(await house.services.read(place(), house.subject)).toMatchObject({ kind: 'found', value: 74 });
    expect(house.lms.calls()).toEqual([`GET /lineitems/1/lineitem/results?course=2&user_id=${house.subject}`]);
    expect(await house.services.read(place(), 'nobody')).toMatchObject({ kind: 'found', value: undefined });
    await house.services.put(place(), { subject: 'null', tenths: null, comment: '' }, house.now());
    expect(await house.services.read(place(), 'null')).toMatchObject({ kind: 'found', value: undefined });

    await reopen({ platform: { product: 'BlackboardLearn' } });
    for (let n = 0; n < 5; n += 1) house.lms.overrides.set(`somebody-${n}`, 0.5);
    house.lms.overrides.set(house.subject, 0.74);
    const { school: again, platform: blackboard } = house.at;
    const there = { school: again, platform: blackboard, deployment: '1', lineItem: house.lineItem };
    expect(await house.services.read(there, house.subject)).toMatchObject({ kind: 'found', value: 74 });
    expect(house.lms.calls()).toHaveLength(3);
  });

  it('101. a claim may have one column, a place for columns, both or neither (AGS 3.1)', async () => {
    const outcomes: Record<string, unknown[]> = {};
    const offered = { lineitem: true, lineitems: true };
    const claims = {
      'only lineitem': { lineitems: false },
      'only lineitems': { lineitem: false },
      both: {},
      neither: { lineitem: false, lineitems: false },
    };
    for (const [name, fields] of Object.entries(claims)) {
      await reopen({ course: { lineItemsUrl: undefined } });
      if (name === 'only lineitems' || name === 'neither') house.lms.items.clear();
      await house.changeActivity({ lineItem: undefined, resourceLink: undefined });
      await launches({ ...offered, ...fields });
      const column = await complete();
      await house.settle(74);
      await house.deliver();
      const { state, reason } = await house.delivery();
      outcomes[name] = [column, state, reason, house.lms.scores.length, columns().length];
    }
    expect(outcomes).toEqual({
      'only lineitem': ['there', 'confirmed', undefined, 1, 1],
      'only lineitems': ['made', 'confirmed', undefined, 1, 1],
      both: ['there', 'confirmed', undefined, 1, 1],
      neither: ['impossible', 'parked', 'no-column', 0, 0],
    });
  });

  /** A verified launch of the activity that offers this much of the gradebook. */
  async function launches(offers: { lineitem: boolean; lineitems: boolean }): Promise<void> {
    const { store, lms, at: place, now } = house;
    const platform = (await store.get(platforms, { id: place.platform }))!;
    const endpoint = {
      scope: allScopes,
      ...(offers.lineitem && { lineitem: house.lineItem }),
      ...(offers.lineitems && { lineitems: lms.urls.lineItems }),
    };
    const claims = aLaunchClaims(now().getTime(), 'n', {
      [`${claim}/context`]: { id: '2' },
      [`${claim}/resource_link`]: { id: link },
      [`${claim}/custom`]: { [activityParameter]: place.activity },
      'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': endpoint,
    });
    const launch = toLaunch(IdToken.parse(claims), { ...platform, authUrl: `${lms.origin}/auth` });
    const course = (await courseOfLaunch(store, launch))!;
    await store.commit(course.writes);
    const activity = (await activityOfLaunch(store, launch, {
      course: course.id,
      at: now().toISOString(),
      former: undefined,
    }))!;
    await store.commit(activity.writes);
    expect([course.id, activity.id]).toEqual([place.course, place.activity]);
  }

  it('102. moments of a column may be blank or null, and go back with a zone or not at all (AGS 3.2.12, 3.2.13)', async () => {
    const moments: [unknown, string | undefined][] = [
      ['', undefined],
      [null, undefined],
      ['2026-06-20T10:00:00', undefined],
      ['2026-06-20', undefined],
      ['2026-06-20T10:00:00+02:00', '2026-06-20T10:00:00+02:00'],
      ['2026-06-20T08:00:00.000Z', '2026-06-20T08:00:00.000Z'],
    ];
    for (const [given, sent] of moments) {
      await reopen({});
      const item = { ...house.lms.items.get(house.lineItem)!, startDateTime: given, endDateTime: given };
      house.lms.items.set(house.lineItem, item);
      expect((await countsFor('SE2')).status).toBe(303);
      const { startDateTime, endDateTime, tag } = house.lms.items.get(house.lineItem)!;
      expect([given, tag, startDateTime, endDateTime]).toEqual([given, 'SE2', sent, sent]);
    }
  });
});
