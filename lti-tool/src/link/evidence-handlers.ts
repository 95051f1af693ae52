import type { Blobs } from '@buitenboord/shared/blobs/port.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { insistOnOpen } from '@buitenboord/shared/use-cases/company/open-company-link.js';
import { findShownEvidence } from '@buitenboord/shared/use-cases/company/read-assessment.js';
import { recordView } from '@buitenboord/shared/use-cases/evidence/view-evidence.js';
import { isContinuation, sendEvidence, sendThumbnail } from '../evidence/send-evidence.js';
import type { BoundExchange, LinkDeps } from './on-link.js';

export interface EvidenceLinkDeps extends LinkDeps {
  blobs: Blobs;
}

/** An original of the newest version, with its audit record. */
export async function serveEvidence(deps: EvidenceLinkDeps, exchange: BoundExchange): Promise<void> {
  const file = await shownFile(deps, exchange);
  const actor = `company:${exchange.opened.invitation.id}`;
  const continued = isContinuation(exchange.req, file);
  await recordView(deps, { school: file.school, evidence: file.id, actor, continued });
  await sendEvidence(exchange, deps.blobs, file);
}

export async function serveThumbnail(deps: EvidenceLinkDeps, exchange: BoundExchange): Promise<void> {
  await sendThumbnail(exchange, deps.blobs, await shownFile(deps, exchange));
}

/** A file of the newest version, until the company has answered. Any other file doesn't exist here. */
async function shownFile({ store }: EvidenceLinkDeps, { req, opened }: BoundExchange) {
  insistOnOpen(opened);
  const file = await findShownEvidence(store, opened.invitation, String(req.params.evidence));
  if (!file) throw new Problem('request/not-found', { invitation: opened.invitation.id });
  return file;
}
