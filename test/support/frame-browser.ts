import type { RunningHouse } from './running-house.js';

/** What the page of a launch without cookies holds: two codes, and no more. */
export interface OfferedWays {
  status: number;
  text: string;
  /** Lines of Set-Cookie. */
  cookies: readonly string[];
  /** Who may show the page in a frame. */
  framedBy: string | undefined;
  /** Buys a token for the frame, with the secret of the login beside it. */
  tokenCode: string;
  /** Buys a cookie in a window of our own. */
  cookieCode: string;
  /** What the platform was asked to keep, and shows again. */
  stored: string;
}

export interface TokenAnswer {
  status: number;
  problem?: string;
  token: string;
  comeBack: { key: string; value: string };
  visit: string;
  page: string;
}

/** A frame that keeps no cookies, in an LMS that keeps the login's secret; without pages, as `httpBrowser`. */
export function frameBrowser(house: RunningHouse) {
  const at = (path: string): string => new URL(path, house.toolUrl).href;

  async function post(path: string, body: object, headers: Record<string, string> = {}): Promise<TokenAnswer> {
    const answer = await fetch(at(path), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { ...((await answer.json()) as Omit<TokenAnswer, 'status'>), status: answer.status };
  }

  return {
    post,
    /** Login, the platform's keeping of the secret, authorization, and the post of the token. */
    async launch(person: string, link = house.activity.link): Promise<OfferedWays> {
      const started = house.lms.launchForm(person, link);
      const login = await fetch(started.action, { method: 'POST', body: new URLSearchParams({ ...started.fields }) });
      const page = plain(await login.text());
      const kept = JSON.parse(/data-keep="(\{.*?\})"/u.exec(page)?.[1] ?? '{}') as { value: string };
      const next = /<a href="([^"]+)" data-storage-next/u.exec(page)?.[1] ?? '';
      const authorized = plain(await (await fetch(next, { headers: { cookie: started.cookie } })).text());
      const fields = [...authorized.matchAll(/name="(id_token|state)"\s+value="([^"]*)"/gu)];
      const launched = await fetch(at('/lti/launch'), {
        method: 'POST',
        body: new URLSearchParams(fields.map(([, name = '', value = '']) => [name, value])),
        headers: { origin: house.lms.url },
      });
      const text = plain(await launched.text());
      const offered = JSON.parse(/data-frame-visit="(\{.*?\})"><\/template>/u.exec(text)?.[1] ?? '{}') as {
        about?: { code: string };
      };
      const cookieCode = /name="code" value="([^"]+)"/u.exec(text)?.[1] ?? '';
      const framedBy = launched.headers.get('content-security-policy')?.split('; ').at(-1);
      const cookies = launched.headers.getSetCookie();
      const ways = { tokenCode: offered.about?.code ?? '', cookieCode, stored: kept.value };
      return { status: launched.status, text, framedBy, cookies, ...ways };
    },
    /** Launches, and buys the token. */
    async enter(person: string): Promise<TokenAnswer> {
      const { tokenCode, stored } = await this.launch(person);
      return post('/lti/frame', { code: tokenCode, stored });
    },
    /** Asks for an address, with a token or with nothing. */
    async get(path: string, token?: string): Promise<{ status: number; text: string; problem: string | undefined }> {
      const answer = await fetch(at(path), {
        headers: { accept: 'text/html', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      });
      const text = plain(await answer.text());
      return { status: answer.status, text, problem: /data-problem="([^"]+)"/u.exec(text)?.[1] };
    },
  };
}

function plain(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'");
}
