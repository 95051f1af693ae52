import type { Express } from 'express';
import request from 'supertest';

/** A browser that keeps every cookie it is given, and knows the hidden token of the page it last saw. */
export function linkBrowser(app: Express) {
  const jar = new Map<string, string>();
  let token = '';

  function keep(answer: request.Response): request.Response {
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) {
      const [name, value] = cookie.split(';')[0]!.split('=', 2) as [string, string];
      jar.set(name, value);
    }
    token = /name="token" value="([^"]+)"/u.exec(answer.text)?.[1] ?? token;
    return answer;
  }
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  return {
    jar,
    get: async (path: string) => keep(await request(app).get(path).set('Cookie', cookies())),
    /** As a browser does it: with the cookies, from our own page, with the page's token. */
    post: async (path: string, fields: Record<string, string> = {}) =>
      keep(
        await request(app)
          .post(path)
          .set('Cookie', cookies())
          .set('Sec-Fetch-Site', 'same-origin')
          .type('form')
          .send({ ...(token && { token }), ...fields }),
      ),
  };
}
