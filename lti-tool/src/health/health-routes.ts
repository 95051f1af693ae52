import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { schools } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { FrontPage } from './front-page.js';
import type { OpenRoute } from '../web/routes.js';

/** For whoever watches the server: alive, and ready to serve. Nothing about anybody. */
export function healthRoutes({ store }: { store: Store; now: Clock }): OpenRoute[] {
  return [
    // Who opens the tool's own address sees that it is there, and where it is opened from.
    { method: 'get', path: '/', may: 'anyone', handle: ({ text, page }) => Promise.resolve(page(FrontPage({ text }))) },
    {
      method: 'get',
      path: '/lti/launch',
      may: 'anyone',
      handle: ({ text, page }) => Promise.resolve(page(FrontPage({ text }))),
    },
    {
      method: 'get',
      path: '/livez',
      may: 'anyone',
      handle: ({ res }) => Promise.resolve(void res.set('Cache-Control', 'no-store').json({ alive: true })),
    },
    {
      method: 'get',
      path: '/readyz',
      may: 'anyone',
      handle: async ({ res }) => {
        await store.find(schools, { where: {}, limit: 1 });
        res.set('Cache-Control', 'no-store').json({ ready: true });
      },
    },
  ];
}
