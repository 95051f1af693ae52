import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Notices } from '@buitenboord/shared/ports/notices.js';
import { requireSuccess } from './require-success.js';
import type { ServiceCall } from './service-call.js';

/** Platform Notification Service 1.0 §3. */
const scope = 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers';

/** Ten signed notices fit in what our door reads. */
const maxBatchSize = 10;

/** The notice handlers of a platform (Platform Notification Service 1.0 §3.2: one PUT a type). */
export function createNoticeHandlers({ call, now }: { call: ServiceCall; now: Clock }): Notices {
  return {
    async putHandler({ school, platform, url }, handler) {
      const answer = await call(
        { school, platform, scope },
        {
          url,
          method: 'PUT',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({ notice_type: handler.type, handler: handler.url, max_batch_size: maxBatchSize }),
        },
      );
      requireSuccess(answer, now());
    },
  };
}
