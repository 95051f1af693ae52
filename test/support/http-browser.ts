import type { StartedLaunch } from '../practice-lms/practice-lms.js';

export interface Answer {
  status: number;
  location: string | undefined;
  text: string;
  /** The refusal's code on the page, if it is one. */
  problem: string | undefined;
}

export interface Launched extends Answer {
  /** What the platform posted to the tool, for posting it again. */
  posted: { url: string; fields: Record<string, string> };
}

export interface LaunchOptions {
  /** Cookies of the tool are neither kept nor sent, as in a frame that blocks them. */
  noCookies?: boolean;
  /** Where the browser says the post came from; the platform itself unless said otherwise. */
  origin?: string;
}

/** A browser without pages: keeps the tool's cookies, follows nothing by itself, and knows how an LMS launches. */
export function httpBrowser() {
  const jar = new Map<string, string>();

  async function ask(url: string, options: RequestInit & { noCookies?: boolean } = {}): Promise<Answer> {
    const { noCookies, ...init } = options;
    const headers = new Headers(init.headers);
    if (!noCookies && !headers.has('cookie'))
      headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    if (!noCookies) answer.headers.getSetCookie().forEach(keep);
    const text = await answer.text();
    return {
      status: answer.status,
      location: answer.headers.get('location') ?? undefined,
      text,
      problem: /data-problem="([^"]+)"/u.exec(text)?.[1],
    };
  }

  function keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split('=', 2);
    if (value === '' || attributes.includes('Max-Age=0')) jar.delete(name);
    else jar.set(name, value);
  }

  const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });

  return {
    jar,
    get: (url: string, options: RequestInit = {}) => ask(url, options),
    post: (url: string, fields: Record<string, string>, options: RequestInit & { noCookies?: boolean } = {}) =>
      ask(url, { ...form(fields), ...options }),
    /** Login, authorization at the LMS, and the post of the id_token; nothing after that. */
    async launch(started: StartedLaunch, { noCookies = false, origin }: LaunchOptions = {}): Promise<Launched> {
      const login = await ask(started.action, { ...form({ ...started.fields }), noCookies });
      const next = login.location ?? afterKeeping(login.text);
      const authorize = await fetch(next, { headers: { cookie: started.cookie }, redirect: 'manual' });
      const posted = readForm(await authorize.text());
      const from = origin ?? new URL(next).origin;
      const answer = await ask(posted.url, { ...form(posted.fields), headers: { origin: from }, noCookies });
      return { ...answer, posted };
    },
  };
}

/** Where a login goes on that asks the platform to keep something first, as a browser without script does. */
function afterKeeping(page: string): string {
  return (/href="([^"]+)" data-storage-next/u.exec(page)?.[1] ?? '').replaceAll('&amp;', '&');
}

/** The form that the LMS would let the browser post by itself. */
function readForm(page: string): { url: string; fields: Record<string, string> } {
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&lt;', '<');
  const inputs = [...page.matchAll(/<input[^>]*\bname="([^"]+)"[^>]*\bvalue="([^"]*)"/gu)];
  return {
    url: plain(/<form[^>]*\baction="([^"]+)"/u.exec(page)?.[1] ?? ''),
    fields: Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, plain(value)])),
  };
}
