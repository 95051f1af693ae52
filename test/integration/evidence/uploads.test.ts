import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import exifr from 'exifr';
import fc from 'fast-check';
import request from 'supertest';
import { evidence, uploads } from '@buitenboord/shared/store/collections.js';
import { sweepUploads } from '@buitenboord/shared/use-cases/evidence/sweep-uploads.js';
import { anEvidenceApp, testVault, type EvidenceApp } from '../../support/evidence-app.js';
import { aPdf, aPhoneJpeg, aPhoneVideo, videoSecrets } from '../../support/media-files.js';
import { aSchool, type StandingSchool } from '../../support/school.js';
import { asBuffer, browserOf, sha256, type Browser } from '../../support/student-browser.js';
import { aVisit, type OpenedVisit } from '../../support/visits.js';

let place: EvidenceApp;
let school: StandingSchool;
let visit: OpenedVisit;
let sanne: Browser;

beforeEach(async () => {
  place = await anEvidenceApp();
  school = await aSchool(place.store, {
    activity: {
      evidence: [
        { kind: 'photo', count: 2 },
        { kind: 'video', count: 1 },
        { kind: 'document', count: 1 },
        { kind: 'text', count: 1 },
      ],
    },
  });
  visit = await visitOf(school.students[0]!);
  sanne = browserOf(place.app, visit);
});
afterEach(() => place.dispose());

function visitOf(person: string): Promise<OpenedVisit> {
  return aVisit(place.store, { vault: testVault, person, role: 'student', ...school });
}

async function files() {
  const { items } = await place.store.find(evidence, { where: { school: school.school } });
  return items;
}

async function bytesOf(id: string): Promise<Buffer> {
  const answer = await sanne.get(`/evidence/${id}`).buffer(true).parse(asBuffer).expect(200);
  return answer.body as Buffer;
}

/** Uploads that have something on the disk. */
function piecesLeft(): Promise<string[]> {
  return readdir(join(place.folder, 'uploads', 'pieces')).catch(() => []);
}

/** A PDF of this size: what is sent is what is stored. */
function aLargePdf(bytes: number): Buffer {
  return Buffer.concat([aPdf, randomBytes(bytes - aPdf.length)]);
}

describe('an upload', () => {
  it('becomes evidence when length and SHA-256 are right', async () => {
    const pdf = aLargePdf(700_000);
    const answer = await sanne.upload('document', pdf);
    expect(answer.status).toBe(200);
    const [file] = await files();
    expect(file).toMatchObject({
      kind: 'document',
      bytes: 700_000,
      student: school.students[0],
      mediaType: 'application/pdf',
    });
    expect(await bytesOf(file!.id)).toEqual(pdf);
  });

  it('goes on where the server says it is, wherever the line was cut', async () => {
    const pdf = aLargePdf(400_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 65_536, max: 200_000 }), { minLength: 1, maxLength: 6 }),
        async (sizes) => {
          const browser = browserOf(place.app, await visitOf(school.students[1]!));
          const { id } = (await browser.start('document', pdf.length).expect(201)).body as { id: string };
          for (const size of [...sizes, ...Array<number>(8).fill(65_536)]) {
            const { received } = (await browser.received(id).expect(200)).body as { received: number };
            if (received === pdf.length) break;
            await browser.put(id, received, pdf.subarray(received, received + size)).expect(200);
            // The answer got lost, so the browser sends the same piece again: refused, with where we are.
            const again = await browser.put(id, received, pdf.subarray(received, received + size)).expect(409);
            expect(again.body).toMatchObject({
              problem: 'evidence/wrong-offset',
              facts: { received: Math.min(received + size, pdf.length) },
            });
          }
          const { id: added } = (await browser.finish(id, sha256(pdf)).expect(200)).body as { id: string };
          const file = (await files()).find((each) => each.id === added)!;
          expect(file.blob).toBe(sha256(pdf));
          await browser.press(`/evidence/${added}/remove`).expect(303);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('keeps what arrived up to the last whole piece when the connection is cut inside one', async () => {
    const pdf = aLargePdf(300_000);
    const { id } = (await sanne.start('document', pdf.length)).body as { id: string };
    await sanne.put(id, 0, pdf.subarray(0, 100_000)).expect(200);
    const server = createServer(place.app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    for (const sent of [0, 1, 50_000, 99_999]) {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      const head = [
        `PUT ${visit.url}/uploads/${id}?offset=100000 HTTP/1.1`,
        'Host: localhost',
        `Cookie: ${visit.cookie}`,
        `X-Form-Token: ${visit.token}`,
        'Content-Type: application/octet-stream',
        'Content-Length: 100000',
      ];
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      await new Promise((resolve) => socket.write(pdf.subarray(100_000, 100_000 + sent), resolve));
      await new Promise((resolve) => setTimeout(resolve, 30));
      socket.destroy();
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect((await sanne.received(id)).body).toMatchObject({ received: 100_000 });
    }
    await new Promise((resolve) => server.close(resolve));
    await sanne.put(id, 100_000, pdf.subarray(100_000)).expect(200);
    await sanne.finish(id, sha256(pdf)).expect(200);
    expect(place.logged.filter((line) => line.includes('"failed"'))).toEqual([]);
  });

  it('with a wrong hash is no evidence, and what arrived is gone', async () => {
    const pdf = aLargePdf(100_000);
    const { id } = (await sanne.start('document', pdf.length)).body as { id: string };
    await sanne.put(id, 0, pdf);
    const answer = await sanne.finish(id, sha256(aPdf)).expect(422);
    expect(answer.body).toMatchObject({
      problem: 'evidence/hash-mismatch',
      sentence: expect.stringContaining('nog een keer'),
    });
    expect(await files()).toEqual([]);
    await sanne.received(id).expect(404);
    expect(await piecesLeft()).toEqual([]);
    expect(await readdir(join(place.folder, 'uploads', 'whole'))).toEqual([]);
  });

  it('that is not whole can not be finished, and stays', async () => {
    const pdf = aLargePdf(200_000);
    const { id } = (await sanne.start('document', pdf.length)).body as { id: string };
    await sanne.put(id, 0, pdf.subarray(0, 100_000));
    expect((await sanne.finish(id, sha256(pdf)).expect(422)).body).toMatchObject({ problem: 'evidence/incomplete' });
    expect((await sanne.received(id)).body).toMatchObject({ received: 100_000 });
  });

  it('longer than was said is refused', async () => {
    const { id } = (await sanne.start('document', 100_000)).body as { id: string };
    await sanne.put(id, 0, randomBytes(100_001)).expect(413);
  });

  it('in pieces over one megabyte or in crumbs is refused', async () => {
    const { id } = (await sanne.start('document', 3_000_000)).body as { id: string };
    await sanne.put(id, 0, randomBytes(1024 * 1024 + 1)).expect(413);
    await sanne.put(id, 0, randomBytes(100)).expect(400);
    await sanne.put(id, 0, randomBytes(0)).expect(400);
    await sanne.put(id, 0, randomBytes(1024 * 1024)).expect(200);
  });

  it('finished twice is one file', async () => {
    const pdf = aLargePdf(90_000);
    const { id } = (await sanne.start('document', pdf.length)).body as { id: string };
    await sanne.put(id, 0, pdf);
    const answers = await Promise.all([sanne.finish(id, sha256(pdf)), sanne.finish(id, sha256(pdf))]);
    expect(answers.map(({ status }) => status)).toContain(200);
    await sanne.finish(id, sha256(pdf)).expect(200);
    expect(await files()).toHaveLength(1);
  });

  it.each([
    ['photo', 25 * 1024 * 1024],
    ['video', 250 * 1024 * 1024],
    ['document', 25 * 1024 * 1024],
  ])('of a %s over its limit does not begin', async (kind, most) => {
    expect((await sanne.start(kind, most + 1).expect(413)).body).toMatchObject({ problem: 'evidence/too-large' });
    await sanne.start(kind, most).expect(201);
  });

  it('of more files than were asked for is refused, also when they finish at once', async () => {
    const photos = await Promise.all([1, 2, 3].map((n) => aPhoneJpeg({ width: 50 + n, height: 50 })));
    const begun = await Promise.all(photos.map((photo) => sanne.start('photo', photo.length)));
    const ids = begun.map(({ body }) => (body as { id: string }).id);
    for (const [index, id] of ids.entries()) await sanne.put(id, 0, photos[index]!).expect(200);
    await Promise.all(ids.map((id, index) => sanne.finish(id, sha256(photos[index]!))));
    expect((await files()).length).toBeLessThanOrEqual(2);
    for (const [index, id] of ids.entries()) await sanne.finish(id, sha256(photos[index]!));
    expect(await files()).toHaveLength(2);
    expect((await sanne.start('photo', 100).expect(422)).body).toMatchObject({ problem: 'evidence/too-many' });
  });

  it('of a kind that is not asked for is refused', async () => {
    await sanne.start('text', 10).expect(400);
    const other = await aSchool(place.store, { activity: { evidence: [{ kind: 'text', count: 1 }] } });
    const person = other.students[0]!;
    const browser = browserOf(
      place.app,
      await aVisit(place.store, { vault: testVault, person, role: 'student', ...other }),
    );
    expect((await browser.start('photo', 10).expect(422)).body).toMatchObject({ problem: 'evidence/kind-not-asked' });
  });

  it('of a fourth kind at once lets go of the oldest', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      ids.push(((await sanne.start('document', 100_000)).body as { id: string }).id);
      place.now.advance(1000);
    }
    await sanne.received(ids[0]!).expect(404);
    await sanne.received(ids[1]!).expect(200);
  });

  it('that nobody finished is swept after two days', async () => {
    const { id } = (await sanne.start('document', 200_000)).body as { id: string };
    await sanne.put(id, 0, randomBytes(100_000)).expect(200);
    place.now.advance(47 * 60 * 60_000);
    expect(await sweepUploads(place)).toEqual({ uploads: 0 });
    place.now.advance(2 * 60 * 60_000);
    expect(await sweepUploads(place)).toEqual({ uploads: 1 });
    expect(await place.store.get(uploads, { school: school.school, id })).toBeUndefined();
  });
});

describe('a file that arrived', () => {
  it('is shown without its place, and its name is ours', async () => {
    const { id } = (await sanne.upload('photo', await aPhoneJpeg())).body as { id: string };
    const shown = await bytesOf(id);
    expect(await exifr.gps(shown)).toBeUndefined();
    expect(shown.includes('SECRET')).toBe(false);
    const answer = await sanne.get(`/evidence/${id}`);
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="photo-[A-Za-z0-9]{1,6}\.jpg"$/u);
  });

  it('is a video without its place', async () => {
    const { id } = (await sanne.upload('video', aPhoneVideo({ pictureBytes: 300_000 }))).body as { id: string };
    const shown = await bytesOf(id);
    expect(videoSecrets.filter((secret) => shown.includes(secret))).toEqual([]);
  });

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['HTML', '<html><script>alert(1)</script></html>'],
    ['a program', 'MZ\u0090\u0000'],
  ])('is refused as %s, with what is allowed, and leaves nothing behind', async (_name, content) => {
    const answer = await sanne.upload('photo', Buffer.from(content, 'latin1'));
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      problem: 'evidence/type-not-allowed',
      sentence: expect.stringContaining('JPEG'),
    });
    expect(await piecesLeft()).toEqual([]);
  });

  it('is nowhere on the disk in the clear, under way or stored', async () => {
    const secret = 'FINDABLE-SECRET-FINDABLE';
    const pdf = Buffer.concat([aPdf, Buffer.from(secret.repeat(6000))]);
    const { id } = (await sanne.start('document', pdf.length)).body as { id: string };
    await sanne.put(id, 0, pdf).expect(200);
    expect(await holds(secret)).toBe(false);
    await sanne.finish(id, sha256(pdf)).expect(200);
    expect(await holds(secret)).toBe(false);
  });

  async function holds(secret: string): Promise<boolean> {
    const entries = await readdir(place.folder, { recursive: true, withFileTypes: true });
    const contents = await Promise.all(
      entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))),
    );
    expect(contents.length).toBeGreaterThan(0);
    return contents.some((content) => content.includes(secret));
  }
});

describe('a form without script', () => {
  it('brings files and text in one go', async () => {
    await sanne
      .multipart()
      .field('text', 'Het ging goed.\r\nEcht.')
      .attach('photo', await aPhoneJpeg(), 'IMG_1.jpg')
      .attach('document', aPdf, 'verslag.pdf')
      .expect(303)
      .expect('Location', `${visit.url}/work`);
    expect((await files()).map(({ kind }) => kind).sort()).toEqual(['document', 'photo']);
    expect(await sanne.page()).toContain('Het ging goed.\nEcht.');
  });

  it('keeps the text when a file is refused, and says why', async () => {
    const answer = await sanne
      .multipart()
      .attach('photo', Buffer.from('<svg/>'), 'x.jpg')
      .field('text', 'Niet kwijt')
      .expect(303);
    const back = String(answer.headers.location).slice(visit.url.length);
    expect(back).toBe('/work?refused=evidence%2Ftype-not-allowed');
    const page = (await sanne.get(back)).text;
    expect(page).toContain('data-problem="evidence/type-not-allowed"');
    expect(page).toContain('role="alert"');
    expect(page).toContain('Niet kwijt');
    expect(await files()).toEqual([]);
  });

  it('with a field left alone adds no file', async () => {
    await sanne
      .multipart()
      .attach('photo', Buffer.alloc(0), { filename: '' })
      .field('text', 'Alleen tekst')
      .expect(303);
    expect(await files()).toEqual([]);
    expect(await sanne.page()).toContain('Alleen tekst');
  });

  it('over the limit is refused while it is read', async () => {
    const answer = await sanne
      .multipart()
      .attach('document', aLargePdf(25 * 1024 * 1024 + 1), 'x.pdf')
      .expect(303);
    expect(answer.headers.location).toContain('too-large');
    expect(await files()).toEqual([]);
    expect(await piecesLeft()).toEqual([]);
  });

  it('without its token takes nothing', async () => {
    const bare = request(place.app).post(`${visit.url}/work/files`).set('Cookie', visit.cookie);
    await bare.field('text', 'x').attach('document', aPdf, 'x.pdf').expect(403);
    const wrong = request(place.app).post(`${visit.url}/work/files`).set('Cookie', visit.cookie);
    await wrong.field('token', 'wrong').attach('document', aLargePdf(300_000), 'x.pdf').expect(403);
    expect(await files()).toEqual([]);
    expect(await piecesLeft()).toEqual([]);
  });

  it('that is no form at all is refused', async () => {
    await request(place.app)
      .post(`${visit.url}/work/files`)
      .set('Cookie', visit.cookie)
      .type('text/plain')
      .send('x')
      .expect(403);
  });

  it('that is cut off adds nothing and lets the request end', async () => {
    const server = createServer(place.app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const part = (name: string, rest: string): string => `--b\r\nContent-Disposition: form-data; name="${name}"${rest}`;
    const body = `${part('token', `\r\n\r\n${visit.token}\r\n`)}${part('document', '; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n')}`;
    for (const ending of ['cut', 'short']) {
      const whole = Buffer.concat([Buffer.from(body), aLargePdf(200_000)]);
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      const length = ending === 'cut' ? 1_000_000 : whole.length;
      socket.write(
        `POST ${visit.url}/work/files HTTP/1.1\r\nHost: localhost\r\nCookie: ${visit.cookie}\r\n` +
          `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`,
      );
      const ended = new Promise((resolve) => socket.once('close', resolve));
      socket.resume();
      socket.write(whole);
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (ending === 'cut') socket.destroy();
      await ended;
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await files()).toEqual([]);
      expect(await piecesLeft()).toEqual([]);
    }
    await new Promise((resolve) => server.close(resolve));
    expect(place.logged.filter((line) => line.includes('"failed"'))).toEqual([]);
  });
});
