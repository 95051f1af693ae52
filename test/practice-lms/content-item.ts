import { z } from 'zod';

/** Deep Linking 2.0, §3: of a content item Moodle uses this and ignores the rest. */
export const ContentItem = z.looseObject({
  type: z.string(),
  title: z.string().default(''),
  text: z.string().default(''),
  url: z.string().default(''),
  custom: z.record(z.string(), z.string()).default({}),
  lineItem: z
    .looseObject({ scoreMaximum: z.number(), resourceId: z.string().default(''), tag: z.string().default('') })
    .optional(),
});
export type ContentItem = z.infer<typeof ContentItem>;
