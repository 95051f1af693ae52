import { isProblem } from '@buitenboord/shared/problem.js';
import type { Mailer } from '@buitenboord/shared/ports/mailer.js';
import { demoMails } from '@buitenboord/shared/store/collections.js';
import { put, type Store } from '@buitenboord/shared/store/port.js';

interface Deps {
  store: Store;
  now: () => Date;
}

/** Keeps each mail for the mailbox page of the demo instead of sending it. The same mail twice is one mail. */
export function createDemoMailer({ store, now }: Deps): Mailer {
  return {
    async send(school, { to, toName, subject, text }, messageId) {
      const mail = { to, toName, subject, text, sentAt: now().toISOString() };
      try {
        await store.commit([put(demoMails, { school, id: messageId }, mail, 0)]);
      } catch (error) {
        if (!isProblem(error, 'store/conflict')) throw error;
      }
      return { kind: 'accepted' };
    },
  };
}
