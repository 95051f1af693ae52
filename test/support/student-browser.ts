import { createHash } from 'node:crypto';
import type { Express } from 'express';
import request from 'supertest';
import type { OpenedVisit } from './visits.js';

export type Answer = request.Response;

/** What a browser with a visit can do on the student's page. */
export function browserOf(app: Express, visit: OpenedVisit) {
  const { url, cookie, token } = visit;
  const json = (asked: request.Test): request.Test =>
    asked.set('Cookie', cookie).set('X-Form-Token', token).set('Accept', 'application/json');
  const browser = {
    get: (path: string): request.Test =>
      request(app)
        .get(url + path)
        .set('Cookie', cookie),
    page: async (): Promise<string> => (await browser.get('/work').expect(200)).text,
    /** Presses a button of a form. */
    press: (path: string, fields: Record<string, string> = {}): request.Test =>
      request(app)
        .post(url + path)
        .type('form')
        .set('Cookie', cookie)
        .send({ token, ...fields }),
    start: (kind: string, bytes: number): request.Test =>
      json(request(app).post(`${url}/uploads`)).send({ kind, bytes }),
    received: (id: string): request.Test => json(request(app).get(`${url}/uploads/${id}`)),
    put: (id: string, offset: number, piece: Buffer): request.Test =>
      json(request(app).put(`${url}/uploads/${id}?offset=${offset}`))
        .type('application/octet-stream')
        .send(piece),
    finish: (id: string, sha256: string): request.Test =>
      json(request(app).post(`${url}/uploads/${id}/finish`)).send({ sha256 }),
    /** Sends a file from beginning to end; answers the last answer. */
    async upload(kind: string, content: Buffer, pieceBytes = 256 * 1024): Promise<Answer> {
      const started = await browser.start(kind, content.length);
      if (started.status !== 201) return started;
      const { id } = started.body as { id: string };
      for (let offset = 0; offset < content.length; offset += pieceBytes) {
        const answer = await browser.put(id, offset, content.subarray(offset, offset + pieceBytes));
        if (answer.status !== 200) return answer;
      }
      return browser.finish(id, sha256(content));
    },
    multipart: (): request.Test => request(app).post(`${url}/work/files`).set('Cookie', cookie).field('token', token),
  };
  return browser;
}

export type Browser = ReturnType<typeof browserOf>;

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** For an answer that is a file. */
export function asBuffer(res: request.Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  // superagent hands in the stream under the name of a response.
  const stream = res as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
}
