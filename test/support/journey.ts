import { it } from '@jest/globals';

/** Steps that build on each other: what comes after a failed one fails at once and says so, instead of waiting for pages that won't come. */
export function journey(): (title: string, walk: () => Promise<void>) => void {
  let failed: string | undefined;
  return (title, walk) =>
    it(title, async () => {
      if (failed !== undefined) throw new Error(`not walked: "${failed}" failed`);
      failed = title;
      await walk();
      failed = undefined;
    });
}
