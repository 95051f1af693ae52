import type { Sharp } from 'sharp';
import { maxPhotoPixels, maxPhotoSide } from '../domain/evidence/limits.js';
import type { PreparedMedia, ReceivedFile } from '../ports/media.js';
import { Problem } from '../problem.js';

const thumbnailSide = 320;
const thumbnailBytes = 12_000;
const secondsAtMost = 30;

/**
 * Makes a new JPEG of a photo's pixels, upright, at most 2560 px, and a small one for lists. Nothing but pixels comes through: no EXIF,
 * no GPS, no profile, nothing that hung behind the image.
 */
export async function preparePhoto(file: ReceivedFile): Promise<PreparedMedia> {
  const path = `${file.path}.jpg`;
  try {
    const photo = await readerOf(file.path);
    const fitted = photo.resize(maxPhotoSide, maxPhotoSide, { fit: 'inside', withoutEnlargement: true });
    const { width, height } = await fitted.flatten({ background: '#ffffff' }).jpeg({ quality: 82 }).toFile(path);
    return { kind: 'photo', mediaType: 'image/jpeg', path, width, height, thumbnail: await thumbnailOf(path) };
  } catch (error) {
    throw toProblem(error);
  }
}

// The library takes 30 MB of memory: loaded with the first photo, not at the start.
async function readerOf(path: string): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  // Photos of a day are not asked for twice: a cache would only hold memory.
  sharp.cache(false);
  const options = { limitInputPixels: maxPhotoPixels, failOn: 'error', sequentialRead: true } as const;
  return sharp(path, options).autoOrient().timeout({ seconds: secondsAtMost });
}

async function thumbnailOf(path: string): Promise<Buffer> {
  const make = async (quality: number): Promise<Buffer> => {
    const photo = await readerOf(path);
    return photo.resize(thumbnailSide, thumbnailSide, { fit: 'inside' }).jpeg({ quality }).toBuffer();
  };
  const fine = await make(62);
  // A photo of grass or gravel: coarser is good enough for a list.
  return fine.length <= thumbnailBytes ? fine : make(30);
}

// libvips tells its reasons in words only.
function toProblem(error: unknown): Problem {
  const words = error instanceof Error ? error.message : '';
  if (/pixel limit/iu.test(words)) return new Problem('evidence/too-many-pixels', { maxPhotoPixels });
  return new Problem('evidence/unreadable', {}, { cause: error });
}
