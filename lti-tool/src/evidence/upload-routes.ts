import { z } from 'zod';
import { fileKinds } from '@buitenboord/shared/domain/evidence/limits.js';
import { getUpload } from '@buitenboord/shared/use-cases/evidence/find-upload.js';
import { finishUpload } from '@buitenboord/shared/use-cases/evidence/finish-upload.js';
import { receivePiece } from '@buitenboord/shared/use-cases/evidence/receive-piece.js';
import { startUpload } from '@buitenboord/shared/use-cases/evidence/start-upload.js';
import type { VisitRoute } from '../web/routes.js';
import type { EvidenceDeps } from './evidence-deps.js';
import { placeOfVisit } from './place-of-visit.js';
import { readPiece } from './read-piece.js';

const UploadId = z.string().regex(/^[\w-]{22}$/u);
const Start = z.strictObject({ kind: z.enum(fileKinds), bytes: z.int().min(1) });
const Offset = z.strictObject({ offset: z.coerce.number().int().min(0) });
const Finish = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/u) });

/** A file in pieces: begin, send piece after piece, ask how far we are after a lost connection, finish. */
export function uploadRoutes(deps: EvidenceDeps): VisitRoute[] {
  return [
    {
      method: 'post',
      path: '/uploads',
      body: 'json',
      may: ['student'],
      async handle({ req, res, visit }) {
        res.status(201).json(await startUpload(deps, placeOfVisit(visit), Start.parse(req.body)));
      },
    },
    {
      method: 'get',
      path: '/uploads/:id',
      may: ['student'],
      async handle({ req, res, visit }) {
        const { id, received, bytes } = await getUpload(deps.store, placeOfVisit(visit), UploadId.parse(req.params.id));
        res.set('Cache-Control', 'no-store').json({ id, received, bytes });
      },
    },
    {
      method: 'put',
      path: '/uploads/:id',
      body: 'stream',
      may: ['student'],
      async handle({ req, res, visit }) {
        const upload = UploadId.parse(req.params.id);
        const { offset } = Offset.parse({ offset: req.query.offset });
        const piece = await readPiece(req);
        res.json(await receivePiece(deps, placeOfVisit(visit), { upload, offset, piece }));
      },
    },
    {
      method: 'post',
      path: '/uploads/:id/finish',
      body: 'json',
      may: ['student'],
      async handle({ req, res, visit }) {
        const upload = UploadId.parse(req.params.id);
        const { sha256 } = Finish.parse(req.body);
        res.json(await finishUpload(deps, placeOfVisit(visit), { upload, sha256 }));
      },
    },
  ];
}
