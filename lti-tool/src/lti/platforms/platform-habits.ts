import { lmsProductOf, type LmsProduct } from '@buitenboord/shared/domain/school/lms-product.js';
import { canvas } from './canvas.js';
import { generic, type PlatformHabits } from './generic.js';
import { itslearning } from './itslearning.js';

const known: Readonly<Partial<Record<LmsProduct, PlatformHabits>>> = { canvas, itslearning };

/** How this platform launches, by its issuer and the product it names; one we don't know does as the standard says. */
export function platformHabits(platform: { issuer: string; product: string }): PlatformHabits {
  return known[lmsProductOf(platform)] ?? generic;
}
