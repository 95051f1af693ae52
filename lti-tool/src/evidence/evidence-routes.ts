import { z } from 'zod';
import { getEvidence, recordView } from '@buitenboord/shared/use-cases/evidence/view-evidence.js';
import type { Route, VisitExchange, VisitRoute } from '../web/routes.js';
import type { EvidenceDeps } from './evidence-deps.js';
import { visitorOf } from './place-of-visit.js';
import { isContinuation, sendEvidence, sendThumbnail } from './send-evidence.js';
import { uploadRoutes } from './upload-routes.js';
import { workRoutes } from './work-routes.js';

const EvidenceId = z.string().regex(/^[\w-]{1,64}$/u);

/** Everything of the student's slice: her page, her uploads, and the files themselves. */
export function evidenceRoutes(deps: EvidenceDeps): Route[] {
  return [...workRoutes(deps), ...uploadRoutes(deps), originalRoute(deps), thumbnailRoute(deps), addressRoute(deps)];
}

function originalRoute(deps: EvidenceDeps): VisitRoute {
  return {
    method: 'get',
    path: '/evidence/:id',
    may: ['student', 'teacher'],
    signed: true,
    async handle(exchange) {
      const file = await seenFile(deps, exchange);
      const { school, person: actor } = exchange.visit;
      const continued = isContinuation(exchange.req, file);
      await recordView(deps, { school, evidence: file.id, actor, continued });
      await sendEvidence(exchange, deps.blobs, file);
    },
  };
}

function thumbnailRoute(deps: EvidenceDeps): VisitRoute {
  return {
    method: 'get',
    path: '/evidence/:id/thumbnail',
    may: ['student', 'teacher'],
    signed: true,
    async handle(exchange) {
      await sendThumbnail(exchange, deps.blobs, await seenFile(deps, exchange));
    },
  };
}

/** Where a file stands now: a page that has been open for more than five minutes asks anew. */
function addressRoute(deps: EvidenceDeps): VisitRoute {
  return {
    method: 'get',
    path: '/evidence/:id/address',
    may: ['student', 'teacher'],
    async handle(exchange) {
      const { id } = await seenFile(deps, exchange);
      const { res, url } = exchange;
      res
        .set('Cache-Control', 'no-store')
        .json({ original: url(`/evidence/${id}`), thumbnail: url(`/evidence/${id}/thumbnail`) });
    },
  };
}

function seenFile({ store }: EvidenceDeps, { req, visit }: VisitExchange) {
  const id = EvidenceId.parse(req.params.id);
  return getEvidence(store, { school: visit.school, id, visitor: visitorOf(visit) });
}
