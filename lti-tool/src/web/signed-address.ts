import type { Request } from 'express';
import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import type { Signer } from '@buitenboord/shared/ports/vault.js';
import type { Stored } from '@buitenboord/shared/store/port.js';

type StoredVisit = Stored<Visit, 'school'>;

/** Long enough to look at a page, short enough for an address that somebody copies. */
const livesMs = 5 * 60_000;
/** Files of the work and nothing else: an `<img>` can't send a header. */
const signable = /^\/evidence\/[\w-]{1,64}(?:\/thumbnail)?$/u;

/**
 * The address of something in a visit of a frame without cookies. A file's is signed for five minutes: for this path, this visit, and the token
 * that the frame holds now. Any other is as it is.
 */
export function addressIn(signer: Signer, visit: StoredVisit, now: Date): (path?: string) => string {
  return (path = '') => {
    const address = `/v/${visit.id}${path}`;
    if (!signable.test(path)) return address;
    const until = now.getTime() + livesMs;
    return `${address}?until=${until}&key=${signer.sign('file-address', valueOf(visit, path, until))}`;
  };
}

/** Whether we signed this address, for this visit and the token its frame holds, less than five minutes ago. */
export function isSignedAddress(signer: Signer, visit: StoredVisit, req: Request, now: Date): boolean {
  const { until, key } = req.query;
  if (typeof until !== 'string' || typeof key !== 'string' || !/^\d{1,15}$/u.test(until)) return false;
  const path = req.path.slice(`/v/${visit.id}`.length);
  if (visit.bearer === undefined || !signable.test(path) || Number(until) <= now.getTime()) return false;
  return signer.verify('file-address', valueOf(visit, path, Number(until)), key);
}

function valueOf(visit: StoredVisit, path: string, until: number): string {
  return JSON.stringify([visit.id, visit.bearer, path, until]);
}
