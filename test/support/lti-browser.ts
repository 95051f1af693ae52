import type { FixedClock } from './fixed-clock.js';
import { aDeepLinkingClaims, aLaunchClaims, anInitiation, signedToken } from './launch-world.js';
import type { LmsKey } from './lms-key.js';

/** What came back, with what a refusal says of itself. */
export interface LtiAnswer {
  status: number;
  location: string | undefined;
  headers: Headers;
  /** Lines of Set-Cookie. */
  cookies: readonly string[];
  text: string;
  /** The refusal's code, if it is one. */
  problem: string | undefined;
  /** The number that is on the page and in the log. */
  reference: string | undefined;
}

interface BegunLtiLogin {
  answer: LtiAnswer;
  /** What the browser is sent to the platform with. */
  asked: URLSearchParams;
  /** Where. */
  authUrl: string;
  state: string;
  nonce: string;
}

export type Fields = Readonly<Record<string, unknown>>;

export interface LaunchWanted {
  /** Claims that differ from a valid launch; one that is undefined is left out. */
  claims?: Fields;
  /** A Deep Linking request instead of a resource link. */
  picker?: boolean;
  header?: Fields;
  key?: LmsKey;
  /** Fields of the initiation that differ; one that is empty counts as absent. */
  login?: Readonly<Record<string, string>>;
  /** Makes the token from the claims; a signature of the platform unless said otherwise. */
  token?: (claims: Record<string, unknown>) => string;
  /** What else the platform posts. */
  posted?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
}

export interface LtiBrowser {
  jar: Map<string, string>;
  /** A request as it is given; cookies go along and come back, redirects are not followed. */
  ask(path: string, options?: RequestInit): Promise<LtiAnswer>;
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<LtiAnswer>;
  login(fields?: Readonly<Record<string, string>>, method?: 'GET' | 'POST'): Promise<BegunLtiLogin>;
  /** A login, and the platform's answer to it. */
  launch(wanted?: LaunchWanted): Promise<LtiAnswer>;
  /** The platform's answer to a login that was begun. */
  answer(login: Pick<BegunLtiLogin, 'state' | 'nonce'>, wanted?: LaunchWanted): Promise<LtiAnswer>;
  /** Follows our own redirects to a page. */
  follow(answer: LtiAnswer): Promise<LtiAnswer>;
}

const claimBase = 'https://purl.imsglobal.org/spec/lti/claim';
export const lti = (name: string): string => `${claimBase}/${name}`;
export const membership = (role: string): string => `http://purl.imsglobal.org/vocab/lis/v2/membership#${role}`;

interface BrowserWanted {
  url: string;
  now: FixedClock;
  key: LmsKey;
  /** Headers that go with every request. */
  always?: Fields;
}

/** A browser in which somebody opens the tool from a platform: cookies, forms, and the platform's part of the login. */
export function ltiBrowser({ url, now, key, always = {} }: BrowserWanted): LtiBrowser {
  const jar = new Map<string, string>();
  const browser: LtiBrowser = {
    jar,
    async ask(path, options = {}) {
      const headers = new Headers({
        'accept-language': 'nl',
        accept: 'text/html',
        ...always,
        ...(options.headers as Fields),
      });
      if (jar.size > 0 && !headers.has('cookie'))
        headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
      const answer = await toAnswer(await fetch(new URL(path, url), { ...options, headers, redirect: 'manual' }));
      answer.cookies.forEach((line) => keep(jar, line));
      return answer;
    },
    post: (path, fields, headers = {}) =>
      browser.ask(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
    async login(fields = {}, method = 'POST') {
      const initiation = { ...anInitiation(), ...fields };
      const answer =
        method === 'POST'
          ? await browser.post('/lti/login', initiation, { origin: 'https://lms.example' })
          : await browser.ask(`/lti/login?${new URLSearchParams(initiation).toString()}`);
      const sentTo = new URL(answer.location ?? 'https://nowhere.example');
      const asked = sentTo.searchParams;
      const [state, nonce] = [asked.get('state') ?? '', asked.get('nonce') ?? ''];
      return { answer, asked, authUrl: sentTo.origin + sentTo.pathname, state, nonce };
    },
    async launch(wanted = {}) {
      return browser.answer(await browser.login(wanted.login), wanted);
    },
    answer({ state, nonce }, wanted = {}) {
      const make = wanted.picker ? aDeepLinkingClaims : aLaunchClaims;
      const claims = make(now().getTime(), nonce, { [lti('context')]: { id: '2' }, ...wanted.claims });
      const sign = wanted.token ?? ((all) => signedToken(all, wanted.key ?? key, wanted.header));
      const fields = { id_token: sign(JSON.parse(JSON.stringify(claims)) as Record<string, unknown>), state };
      return browser.post(
        '/lti/launch',
        { ...fields, ...wanted.posted },
        { origin: 'https://lms.example', ...wanted.headers },
      );
    },
    async follow(answer) {
      if (!answer.location?.startsWith('/')) return answer;
      return browser.follow(await browser.ask(answer.location));
    },
  };
  return browser;
}

async function toAnswer(response: Response): Promise<LtiAnswer> {
  const text = await response.text();
  return {
    status: response.status,
    location: response.headers.get('location') ?? undefined,
    headers: response.headers,
    cookies: response.headers.getSetCookie(),
    text,
    problem: /data-problem="([^"]+)"/u.exec(text)?.[1],
    reference: /(?:Nummer voor de helpdesk|Reference for the helpdesk): ([\w-]+)/u.exec(text)?.[1],
  };
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  if (value === '' || attributes.includes('Max-Age=0')) jar.delete(name);
  else jar.set(name, value);
}
