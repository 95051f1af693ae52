import { maxFileBytes } from '../domain/evidence/limits.js';
import type { Media, PreparedMedia, ReceivedFile } from '../ports/media.js';
import { Problem } from '../problem.js';
import { limitConcurrency } from './limit-concurrency.js';
import { voidMp4Location } from './mp4/void-mp4-location.js';
import { preparePhoto } from './prepare-photo.js';
import { typeOf } from './type-of.js';
import { voidWebmTags } from './webm/void-webm-tags.js';

/** Decoding a photo of 50 megapixels takes 200 MB and a core: two at once, the others wait. */
const photosAtOnce = 2;

/** Judges files by their content, never by their name or by what the sender says, and makes them safe to show. */
export function createMedia(): Media {
  const inTurn = limitConcurrency(photosAtOnce);
  return {
    async prepare(file, asked) {
      if (asked === 'text') throw new Problem('evidence/type-not-allowed', { asked });
      if (file.bytes > maxFileBytes[asked]) throw new Problem('evidence/too-large', { bytes: file.bytes });
      const type = await typeOf(file.path);
      if (type?.kind !== asked) throw new Problem('evidence/type-not-allowed', { asked, found: type?.mediaType });
      switch (type.kind) {
        case 'photo':
          return inTurn(() => preparePhoto(file));
        case 'video':
          return prepareVideo(file, type.mediaType);
        case 'document':
          return { kind: 'document', mediaType: type.mediaType, path: file.path };
      }
    },
  };
}

async function prepareVideo(file: ReceivedFile, mediaType: string): Promise<PreparedMedia> {
  if (mediaType === 'video/webm') await voidWebmTags(file.path);
  else await voidMp4Location(file.path);
  return { kind: 'video', mediaType, path: file.path };
}
