import { z } from 'zod';

/** The services' answers, loosely: unknown fields are ignored, null counts as absent, and one strange optional field spoils nothing. */
const text = z.string().optional().catch(undefined);

export const scopes = {
  lineItem: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  lineItemReadOnly: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly',
  result: 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  membership: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
} as const;

/** Moodle takes exactly one of these in Accept and Content-Type, and nothing like application/json. */
export const mediaTypes = {
  lineItem: 'application/vnd.ims.lis.v2.lineitem+json',
  lineItems: 'application/vnd.ims.lis.v2.lineitemcontainer+json',
  results: 'application/vnd.ims.lis.v2.resultcontainer+json',
  score: 'application/vnd.ims.lis.v1.score+json',
  members: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
} as const;

/** RFC 6749 §5.1. */
export const TokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
  scope: text,
});

/** AGS 2.0 §3.3.4: without a score there is no grade; the maximum is 1 unless it is said. */
export const Results = z.array(
  z.object({
    userId: z.coerce.string(),
    resultScore: z.number().nullish(),
    resultMaximum: z.number().positive().optional().catch(undefined),
    comment: text,
  }),
);

/** AGS 2.0 §3.2.3, as far as a column is recognised by it. */
export const LineItem = z.object({ id: z.url(), resourceLinkId: text, resourceId: text, tag: text });
export type LineItem = z.infer<typeof LineItem>;
export const LineItems = z.array(LineItem);

/** A whole line item, extensions included: what goes back when it is changed (AGS 2.0 §3.2.6). */
export const WholeLineItem = z.looseObject({});

/** NRPS 2.0 §3.2: what a launch of the link would say of this member, as far as we read it (Core 1.3 §5.4.7). */
const MemberMessage = z.object({
  'https://purl.imsglobal.org/spec/lti/claim/lis': z.object({ person_sourcedid: text }).optional().catch(undefined),
});

/** NRPS 2.0 §2.2: a member may be no more than an id and roles; absent status means active (§2.3). */
export const Member = z.object({
  user_id: z.coerce.string(),
  roles: z.array(z.string()),
  status: text,
  name: text,
  given_name: text,
  family_name: text,
  email: text,
  lis_person_sourcedid: text,
  message: z.array(MemberMessage).optional().catch(undefined),
});
export type Member = z.infer<typeof Member>;

export const Members = z.object({ members: z.array(Member) });
