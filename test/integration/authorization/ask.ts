import { fullPath, type Route } from '@buitenboord/lti-tool/web/routes.js';
import { plateWork, plateWorkSubtasks } from '../../support/programme.js';
import type { ActorName } from './actors.js';
import type { Expected } from './expected.js';
import type { World } from './world.js';

export interface Asked {
  status: number;
  /** Headers and body. */
  text: string;
}

export interface Asking {
  actor: ActorName;
  /** What a browser says about where the request came from. */
  site?: 'same-origin' | 'cross-site';
  /** The visit's own unless said otherwise; undefined leaves it out. */
  token?: string | undefined;
}

/** Asks for a route as this actor, about the work of the first student of `own`: that is what every address and form names. */
export async function ask(world: World, route: Route, row: Expected, asking: Asking): Promise<Asked> {
  const { actor, site = 'same-origin' } = asking;
  const visit = world.actors[actor];
  const token = 'token' in asking ? asking.token : visit.token;
  const url = new URL(world.url + pathOf(world, route, visit.id));
  for (const [name, value] of Object.entries(row.asks?.(world) ?? {})) url.searchParams.set(name, value);
  const { body, headers } = route.method === 'get' ? {} : bodyOf(world, route, row, token);
  const answer = await fetch(url, {
    method: route.method.toUpperCase(),
    redirect: 'manual',
    headers: { cookie: visit.cookie, 'sec-fetch-site': site, accept: 'text/html', ...headers },
    ...(body !== undefined && { body }),
  });
  const told = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  return { status: answer.status, text: `${told}\n\n${await answer.text()}` };
}

function pathOf(world: World, route: Route, visit: string): string {
  const { own, secret } = world;
  const [student] = own.students;
  const named: Readonly<Record<string, string>> = {
    visit,
    secret,
    school: own.school,
    platform: own.platform,
    student: student.person,
    evidence: student.evidence,
    id: route.path.startsWith('/uploads') ? student.upload : student.evidence,
    entry: student.careerEntry,
    line: own.draftLine,
    sample: own.sample,
    case: own.sampleCase,
    number: '1',
    elective: plateWork,
    subtask: plateWorkSubtasks[0]!,
  };
  return fullPath(route).replace(/:(\w+)/gu, (_all, name: string) => {
    const value = named[name];
    if (value === undefined) throw new Error(`no value for :${name} of ${route.path}`);
    return value;
  });
}

interface Sent {
  body?: BodyInit;
  headers?: Record<string, string>;
}

function bodyOf(world: World, route: Route, row: Expected, token: string | undefined): Sent {
  const fields: Record<string, string | number> = { ...(token !== undefined && { token }), ...row.sends?.(world) };
  const withToken: Record<string, string> = token === undefined ? {} : { 'x-form-token': token };
  const texts = Object.entries(fields).map(([name, value]) => [name, String(value)]);
  switch (route.body ?? 'form') {
    case 'form':
      return { body: new URLSearchParams(texts) };
    case 'json': {
      const { token: _token, ...rest } = fields;
      return { body: JSON.stringify(rest), headers: { 'content-type': 'application/json', ...withToken } };
    }
    case 'stream':
      // The whole of the upload that was begun.
      return { body: 'x'.repeat(100), headers: { 'content-type': 'application/octet-stream', ...withToken } };
    case 'multipart':
    case 'file': {
      const form = new FormData();
      for (const [name = '', value = ''] of texts) form.append(name, value);
      return { body: form };
    }
  }
}
