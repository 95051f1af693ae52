import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  auditEntries,
  companyJudgements,
  evidence,
  handIns,
  placements,
  settledGrades,
  works,
} from '@buitenboord/shared/store/collections.js';
import { verifyAuditChain } from '@buitenboord/shared/store/audit-chain.js';
import { put } from '@buitenboord/shared/store/port.js';
import { anEvidenceApp, testVault, type EvidenceApp } from '../../support/evidence-app.js';
import { aPdf, aPhoneJpeg, aPhoneVideo } from '../../support/media-files.js';
import { madeAt } from '../../support/records.js';
import { aCourse, aMember, aSchool, type StandingSchool } from '../../support/school.js';
import { asBuffer, browserOf, type Browser } from '../../support/student-browser.js';
import { aVisit } from '../../support/visits.js';

let place: EvidenceApp;
let school: StandingSchool;
let sanne: Browser;
let bram: Browser;
let teacher: Browser;

beforeEach(async () => {
  place = await anEvidenceApp();
  school = await aSchool(place.store, {
    activity: {
      evidence: [
        { kind: 'photo', count: 2 },
        { kind: 'video', count: 1 },
        { kind: 'text', count: 3 },
      ],
    },
  });
  sanne = await browserFor(school.students[0]!, 'student');
  bram = await browserFor(school.students[1]!, 'student');
  teacher = await browserFor(school.teacher, 'teacher');
});
afterEach(() => place.dispose());

async function browserFor(
  person: string,
  role: 'student' | 'teacher',
  at: Partial<StandingSchool> = {},
): Promise<Browser> {
  return browserOf(place.app, await aVisit(place.store, { vault: testVault, person, role, ...school, ...at }));
}

async function facts(action?: string) {
  const { items } = await place.store.find(auditEntries, { where: { school: school.school }, limit: 500 });
  return items.filter((entry) => action === undefined || entry.action === action);
}

async function versions() {
  const { items } = await place.store.find(handIns, { where: { school: school.school, student: school.students[0]! } });
  return items;
}

async function aPhoto(browser: Browser, width = 60): Promise<string> {
  const answer = await browser.upload('photo', await aPhoneJpeg({ width, height: 40 }));
  expect(answer.status).toBe(200);
  return (answer.body as { id: string }).id;
}

async function settle(value: { kind: 'tenths'; tenths: number } | { kind: 'catchUp' }): Promise<void> {
  const component = `activity:${school.activity}`;
  const grade = {
    student: school.students[0]!,
    component,
    attempt: 1,
    activity: school.activity,
    course: school.course,
  };
  const how = { value, remark: 'Mooi recht gelast.', reason: '', settledBy: school.teacher, settledAt: madeAt };
  await place.store.commit([
    put(settledGrades, { school: school.school, id: 'g.1' }, { gradeKey: 'g', revision: 1, ...grade, ...how }, 0),
  ]);
}

async function judge(): Promise<void> {
  const about = { activity: school.activity, student: school.students[0]!, attempt: 1, invitation: 'i' };
  const said = {
    levels: ['good' as const, 'sufficient' as const, 'good' as const],
    remark: 'Top gedaan',
    state: 'done' as const,
  };
  const value = { ...about, ...said, startedAt: madeAt, doneAt: madeAt };
  await place.store.commit([put(companyJudgements, { school: school.school, id: 'j' }, value, 0)]);
}

describe('the student’s page', () => {
  it('shows one thing to do now, and goes on to the next', async () => {
    expect(await sanne.page()).toContain('Nu: lees je opdracht.');
    await sanne.press('/work/read', { step: 'task' }).expect(303);
    expect(await sanne.page()).toContain('Nu: lees hoe je veilig werkt.');
    await sanne.press('/work/read', { step: 'safety' });
    await sanne.press('/work/read', { step: 'safety' });
    expect(await sanne.page()).toContain('Nog 2 foto’s.');
    await aPhoto(sanne);
    const page = await sanne.page();
    expect(page).toContain('Nog 1 foto.');
    expect(page).toContain('1 van 2');
    expect(page).toContain('2 van 5 klaar');
  });

  it('works in English too', async () => {
    const person = school.students[0]!;
    const visit = await aVisit(place.store, {
      vault: testVault,
      person,
      role: 'student',
      ...school,
      fields: { locale: 'en' },
    });
    const page = await browserOf(place.app, visit).page();
    expect(page).toContain('Now: read your assignment.');
    expect(page).not.toMatch(/Nu:|klaar/u);
  });

  it('names the company and the person there to ask', async () => {
    const who = {
      activity: school.activity,
      student: school.students[0]!,
      company: 'c',
      companyName: 'Van Beek Metaal',
    };
    const contact = {
      contactName: 'Joris van Beek',
      contactEmail: 'joris@vanbeek.example',
      namedBy: school.teacher,
      namedAt: madeAt,
    };
    await place.store.commit([put(placements, { school: school.school, id: 'p' }, { ...who, ...contact }, 0)]);
    const page = await sanne.page();
    expect(page).toContain('Van Beek Metaal · Klaar op dinsdag 9 juni');
    expect(page).toContain('Vraag het Joris van Beek bij Van Beek Metaal.');
    expect(page).not.toContain('joris@');
  });

  it('has no inline script or style and one h1', async () => {
    const page = await sanne.page();
    expect(page).not.toMatch(/\son[a-z]+=|style=|<script(?![^>]+src=)/u);
    expect(page.match(/<h1/gu)).toHaveLength(1);
  });

  it('shows what was typed as text and never as HTML', async () => {
    await sanne.press('/work/draft', { text: '</textarea><script>alert(1)</script> ’😀' }).expect(303);
    const page = await sanne.page();
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('’😀');
  });
});

describe('what is typed', () => {
  it('is saved for the script with the time, and once', async () => {
    const saved = await sanne.press('/work/draft', { text: 'Hoi' }).set('Accept', 'application/json').expect(200);
    expect(saved.body).toEqual({ savedAt: madeAt, textMark: expect.any(String) });
    const { textMark } = saved.body as { textMark: string };
    const again = await sanne
      .press('/work/draft', { text: 'Hoi', textWas: textMark })
      .set('Accept', 'application/json')
      .expect(200);
    expect(again.body).toMatchObject({ savedAt: null });
  });

  it('is saved by every button of the page', async () => {
    await sanne.press('/work/read', { step: 'task', text: 'Getypt', photo: 'IMG_1.jpg' }).expect(303);
    expect(await sanne.page()).toContain('Getypt');
    await sanne.press('/work/hand-in', { text: 'Getypt en nog wat' }).expect(303);
    expect((await versions())[0]).toMatchObject({ text: 'Getypt en nog wat' });
  });

  it('on an older page doesn’t go over a newer text that the page never showed', async () => {
    const old = /name="textWas" value="([^"]+)"/u.exec(await sanne.page())![1]!;
    await sanne.press('/work/draft', { text: 'Nieuwer' });
    await sanne.press('/work/read', { step: 'task', text: '', textWas: old });
    expect(await sanne.page()).toContain('Nieuwer');
  });

  it('survives a refused button', async () => {
    await sanne.press('/evidence/unknown/remove', { text: 'Blijft' }).expect(404);
    expect(await sanne.page()).toContain('Blijft');
  });

  it('is kept by the student only', async () => {
    await sanne.press('/work/draft', { text: 'Van Sanne' });
    expect(await bram.page()).not.toContain('Van Sanne');
  });
});

describe('handing in', () => {
  it('of nothing says what is missing', async () => {
    const answer = await sanne.press('/work/hand-in').expect(303);
    expect(answer.headers.location).toContain('evidence%2Fnothing-to-hand-in');
    expect(await versions()).toEqual([]);
  });

  it('twice at once makes one version', async () => {
    await sanne.press('/work/draft', { text: 'Klaar' });
    await Promise.all([1, 2, 3].map(() => sanne.press('/work/hand-in')));
    expect(await versions()).toHaveLength(1);
    expect(await facts('work/handed-in')).toHaveLength(1);
  });

  it('can be taken back and done again; every version stays', async () => {
    const first = await aPhoto(sanne);
    await sanne.press('/work/hand-in', { text: 'Eerst' });
    expect(await sanne.page()).toContain('Je docent kijkt ernaar.');
    await sanne.press('/work/take-back').expect(303);
    await sanne.press('/work/take-back').expect(303);
    await sanne.press(`/evidence/${first}/remove`).expect(303);
    const second = await aPhoto(sanne, 80);
    place.now.advance(60_000);
    await sanne.press('/work/hand-in', { text: 'Beter' });
    expect(await versions()).toMatchObject([
      { number: 1, text: 'Eerst', evidence: [first], takenBackAt: madeAt },
      { number: 2, text: 'Beter', evidence: [second] },
    ]);
    // What a version holds can still be seen, though it was taken out since.
    await sanne.get(`/evidence/${first}`).expect(200);
    await teacher.get(`/evidence/${first}`).expect(200);
    expect((await facts()).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['evidence/added', 'work/handed-in', 'work/taken-back', 'evidence/removed']),
    );
    expect(await verifyAuditChain(place.store, school.school)).toMatchObject({ kind: 'whole' });
  });

  it('closes the files until it is taken back', async () => {
    const photo = await aPhoto(sanne);
    await sanne.press('/work/hand-in');
    const answer = await sanne.press(`/evidence/${photo}/remove`).expect(303);
    expect(answer.headers.location).toContain('handed-in');
    expect((await sanne.start('photo', 100).expect(422)).body).toMatchObject({ problem: 'evidence/handed-in' });
  });

  it('can’t be taken back once the company has judged', async () => {
    await sanne.press('/work/hand-in', { text: 'Klaar' });
    await judge();
    expect(await sanne.page()).not.toContain('/work/take-back');
    const answer = await sanne.press('/work/take-back').expect(303);
    expect(answer.headers.location).toContain('already-assessed');
    const { items } = await place.store.find(works, { where: { school: school.school } });
    expect(items[0]).toMatchObject({ state: 'handedIn' });
  });

  it('is still possible when the company judged first', async () => {
    await judge();
    await sanne.press('/work/hand-in', { text: 'Toch nog' }).expect(303);
    expect(await versions()).toHaveLength(1);
  });

  it('is over once a grade is settled, and the page shows what was said', async () => {
    await sanne.press('/work/hand-in', { text: 'Klaar' });
    await judge();
    expect(await sanne.page()).not.toContain('Top gedaan');
    await settle({ kind: 'tenths', tenths: 74 });
    const page = await sanne.page();
    expect(page).toContain('7,4');
    expect(page).toContain('Mooi recht gelast.');
    expect(page).toContain('Top gedaan');
    expect((await sanne.press('/work/draft', { text: 'x' })).headers.location).toContain('already-assessed');
    expect((await sanne.press('/work/hand-in')).headers.location).not.toContain('refused');
    expect(await versions()).toHaveLength(1);
  });

  it('stays open when the teacher settled "catch up"', async () => {
    await settle({ kind: 'catchUp' });
    expect(await sanne.page()).toContain('Je mag dit nog doen');
    await sanne.press('/work/hand-in', { text: 'Ingehaald' }).expect(303);
    expect(await versions()).toHaveLength(1);
  });
});

describe('looking at a file', () => {
  it('is for the student and the teachers of the course, and for nobody else', async () => {
    const id = await aPhoto(sanne);
    await sanne.get(`/evidence/${id}`).expect(200);
    await teacher.get(`/evidence/${id}`).expect(200);
    const elsewhere = await aCourse(place.store, school);
    const stranger = await aMember(place.store, { school: school.school, course: elsewhere }, 'teacher');
    const otherSchool = await aSchool(place.store, { issuer: 'https://other.example' });
    const others = [
      bram,
      await browserFor(stranger, 'teacher', { course: elsewhere }),
      await browserFor(otherSchool.teacher, 'teacher', otherSchool),
      await browserFor(otherSchool.students[0]!, 'student', otherSchool),
    ];
    for (const other of others) {
      await other.get(`/evidence/${id}`).expect(404);
      await other.get(`/evidence/${id}/thumbnail`).expect(404);
    }
    await bram.press(`/evidence/${id}/remove`).expect(404);
    const { items } = await place.store.find(evidence, { where: { school: school.school } });
    expect(items[0]).not.toHaveProperty('removedAt');
  });

  it('is not for another student’s upload either', async () => {
    const { id } = (await sanne.start('photo', 100_000)).body as { id: string };
    await bram.received(id).expect(404);
    await bram.put(id, 0, Buffer.alloc(100_000)).expect(404);
    await bram.finish(id, 'a'.repeat(64)).expect(404);
  });

  it('that was taken out before it was ever handed in is for nobody', async () => {
    const id = await aPhoto(sanne);
    await sanne.press(`/evidence/${id}/remove`).expect(303);
    await sanne.get(`/evidence/${id}`).expect(404);
    await teacher.get(`/evidence/${id}`).expect(404);
  });

  it('gives it as an attachment that can’t run', async () => {
    const id = await aPhoto(sanne);
    for (const path of [`/evidence/${id}`, `/evidence/${id}/thumbnail`]) {
      const { headers } = await teacher.get(path).expect(200);
      expect(headers).toMatchObject({
        'content-type': 'image/jpeg',
        'content-disposition': expect.stringMatching(/^attachment; filename="photo-/u),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-store',
      });
    }
  });

  it('of an original is audited, of a small picture not', async () => {
    const id = await aPhoto(sanne);
    await teacher.get(`/evidence/${id}/thumbnail`).expect(200);
    expect(await facts('evidence/viewed')).toEqual([]);
    await teacher.get(`/evidence/${id}`).expect(200);
    await teacher.get(`/evidence/${id}`).expect(200);
    expect(await facts('evidence/viewed')).toMatchObject([
      { actor: school.teacher, object: `evidence/${id}`, at: madeAt },
      { actor: school.teacher, object: `evidence/${id}` },
    ]);
  });

  it('in parts is one look, for each who looks', async () => {
    const answer = await sanne.upload('video', aPhoneVideo({ pictureBytes: 200_000 }));
    const { id } = answer.body as { id: string };
    const first = await teacher.get(`/evidence/${id}`).set('Range', 'bytes=0-99').expect(206);
    expect(first.headers['content-range']).toMatch(/^bytes 0-99\/\d+$/u);
    expect(first.headers['content-length']).toBe('100');
    await teacher.get(`/evidence/${id}`).set('Range', 'bytes=100-').expect(206);
    await teacher.get(`/evidence/${id}`).set('Range', 'bytes=-5').expect(206);
    expect(await facts('evidence/viewed')).toHaveLength(1);
    // Who begins in the middle has looked too.
    await sanne.get(`/evidence/${id}`).set('Range', 'bytes=100-').expect(206);
    expect(await facts('evidence/viewed')).toHaveLength(2);
    await sanne.get(`/evidence/${id}`).set('Range', 'bytes=999999999-').expect(416);
  });

  it('puts the parts of a video together again', async () => {
    const id = ((await sanne.upload('video', aPhoneVideo({ pictureBytes: 90_000 }))).body as { id: string }).id;
    const read = async (range?: string): Promise<Buffer> => {
      const asked = teacher.get(`/evidence/${id}`);
      if (range) asked.set('Range', range);
      return (await asked.buffer(true).parse(asBuffer)).body as Buffer;
    };
    const whole = await read();
    expect(Buffer.concat([await read('bytes=0-49999'), await read('bytes=50000-')])).toEqual(whole);
    expect(await read('bytes=-10')).toEqual(whole.subarray(-10));
  });
});

describe('a teacher', () => {
  it('has no work of her own', async () => {
    await teacher.get('/work').expect(404);
    await teacher.press('/work/hand-in').expect(404);
    await teacher.start('photo', 100).expect(404);
  });
});

it('nothing in the log names a person, a token or what was typed', async () => {
  await sanne.press('/work/draft', { text: 'GEHEIME-TEKST' });
  await sanne.press('/work/hand-in', { token: 'GEEN-TOKEN' }).expect(403);
  await sanne.upload('photo', aPdf);
  await bram.get('/evidence/nothing').expect(404);
  expect(place.logged.length).toBeGreaterThan(1);
  expect(place.logged.join('')).not.toMatch(/GEHEIME|GEEN-TOKEN|Sanne|__Host/u);
});
