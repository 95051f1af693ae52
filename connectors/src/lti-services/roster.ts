import type { Roster, RosterAnswer, RosterMember, RosterQuestion } from '@buitenboord/shared/ports/roster.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { parseJson } from '@buitenboord/shared/runtime/fetch-json.js';
import { insistOnOrigin, pagesOf, type PagesDeps } from './pages.js';
import { requireSuccess } from './require-success.js';
import { linkTo, withQuery } from './service-url.js';
import { toRosterMember } from './to-roster-member.js';
import { mediaTypes, Members, scopes } from './wire.js';

const maxMembers = 5000;
/** Moodle sends a whole course in one page: a thousand members are about 250 kB. */
const maxBytes = 2 * 1024 * 1024;

/** Who is in a course by Names and Role Provisioning Services 2.0, to the last page. */
export function createRoster(deps: PagesDeps): Roster {
  return {
    async members(question): Promise<RosterAnswer> {
      const { school, platform, deployment, membershipsUrl } = question;
      const members = new Map<string, RosterMember>();
      let differencesUrl: string | undefined;
      const token = { school, platform, deployment, scope: scopes.membership };
      const first = { url: addressOf(question), headers: { accept: mediaTypes.members }, maxBytes };
      for await (const answer of pagesOf(deps, token, first)) {
        requireSuccess(answer, deps.now());
        for (const member of parseJson(answer.text, Members).members)
          members.set(member.user_id, toRosterMember(member));
        // Of the first page: what changes while we turn the others is in it then.
        differencesUrl ??= trusted(linkTo('differences', answer.headers.link), membershipsUrl);
        if (members.size > maxMembers)
          throw new Problem('platform/answer-too-large', { platform, members: members.size });
      }
      return { members: [...members.values()], ...(differencesUrl !== undefined && { differencesUrl }) };
    },
  };
}

/** NRPS 2.0 §2.4.1, §2.4.2, §3; the differences address is opaque and complete (§2.4.3). */
function addressOf({ membershipsUrl, differencesUrl, resourceLink, role, limit }: RosterQuestion): string {
  if (differencesUrl !== undefined) {
    insistOnOrigin(differencesUrl, membershipsUrl);
    return differencesUrl;
  }
  return withQuery(membershipsUrl, { rlid: resourceLink, role, limit: limit?.toString() });
}

/** Kept for later, so that one elsewhere isn't kept at all: the whole list can always be read. */
function trusted(url: string | undefined, membershipsUrl: string): string | undefined {
  return url !== undefined && URL.canParse(url) && new URL(url).origin === new URL(membershipsUrl).origin
    ? url
    : undefined;
}
