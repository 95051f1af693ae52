import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fullPath, type Route } from '@buitenboord/lti-tool/web/routes.js';
import { actors, askEverywhere, type ActorName } from './actors.js';
import { ask, type Asked } from './ask.js';
import { expected, type Expected } from './expected.js';
import { aWorld, type World } from './world.js';

const keyOf = (route: Route) => `${route.method.toUpperCase()} ${fullPath(route)}`;

// The routes are known before the tests run, so that each gets a test of its own.
const sample = await aWorld();
const routes = sample.routes;
await sample.close();

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

describe('the table of who may ask what', () => {
  it('names every route there is, and no other', () => {
    expect(routes.map(keyOf).sort()).toEqual(Object.keys(expected).sort());
  });
});

describe.each(routes.map((route) => ({ name: keyOf(route), route })))('$name', ({ name, route }) => {
  const row = expected[name] ?? { status: {} };
  const asking = [...new Set([...askEverywhere, ...named(row)])];
  const letIn = asking.filter((actor) => isLetIn(row, actor));
  const kept = asking.filter((actor) => !letIn.includes(actor));
  const changes = route.method !== 'get';

  it('answers everybody else with a refusal that tells nothing and changes nothing', async () => {
    const before = await world.everything();
    for (const actor of kept) {
      const answer = await ask(world, route, row, { actor });
      expect([actor, answer.status]).toEqual([actor, statusFor(row, actor)]);
      expect([actor, wordsOfOthers(answer, actor)]).toEqual([actor, []]);
    }
    expect(await world.everything()).toBe(before);
  });

  it('shows who is let in nothing of anybody else', async () => {
    for (const actor of letIn) {
      // What changes something changes a world of its own.
      const place = changes && route.may !== 'anyone' ? await aWorld() : world;
      try {
        const before = await place.everything();
        const answer = await ask(place, route, row, { actor });
        expect([actor, answer.status]).toEqual([actor, statusFor(row, actor)]);
        expect([actor, wordsOfOthers(answer, actor, row.shows)]).toEqual([actor, []]);
        if (row.untouched?.includes(actor)) expect(await place.everything()).toBe(before);
      } finally {
        if (place !== world) await place.close();
      }
    }
  });

  if (!changes || row.acrossSites) return;

  it('takes nothing that comes from another site', async () => {
    const before = await world.everything();
    for (const actor of letIn) {
      const answer = await ask(world, route, row, { actor, site: 'cross-site' });
      expect([actor, answer.status]).toEqual([actor, crossSiteStatus(route)]);
    }
    expect(await world.everything()).toBe(before);
  });

  if (route.may === 'anyone') return;

  it('takes nothing from a form that is not of this visit', async () => {
    const before = await world.everything();
    for (const actor of letIn) {
      for (const token of [undefined, world.actors.visitor.token]) {
        const answer = await ask(world, route, row, { actor, token });
        expect([actor, answer.status]).toEqual([actor, 403]);
      }
    }
    expect(await world.everything()).toBe(before);
  });
});

function named({ status }: Expected): ActorName[] {
  return Object.keys(status).filter((name): name is ActorName => name in actors);
}

function isLetIn({ status }: Expected, actor: ActorName): boolean {
  return 'everybody' in status || status[actor] !== undefined;
}

function statusFor({ status }: Expected, actor: ActorName): number {
  const byDefault = actor === 'nobody' || actor === 'otherBrowser' ? 401 : 404;
  return status.everybody ?? status[actor] ?? byDefault;
}

/** The canaries in an answer that aren't this actor's to see. */
function wordsOfOthers({ text }: Asked, actor: ActorName, shown: readonly string[] = []): string[] {
  const own: readonly string[] = [...actors[actor], ...shown];
  const found = [...text.matchAll(/zeisje-([AB]\d?-\d)/gu)].map(([, whose = '']) => whose);
  return [...new Set(found)].filter((whose) => !own.includes(whose));
}

// A link's pages send a browser without its cookie to the button first, wherever it comes from.
function crossSiteStatus(route: Route): number {
  return fullPath(route).startsWith('/link/:secret/') ? 303 : 403;
}
