import type { Roster, RosterMember, RosterQuestion } from '@buitenboord/shared/ports/roster.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { parseJson } from '@buitenboord/shared/runtime/fetch-json.js';
import { requireSuccess } from './require-success.js';
import type { ServiceCall } from './service-call.js';
import { nextPage } from './service-url.js';
import { toRosterMember } from './to-roster-member.js';
import { mediaTypes, Members, scopes } from './wire.js';

const maxPages = 50;
const maxMembers = 5000;
/** Moodle sends a whole course in one page: a thousand members are about 250 kB. */
const maxBytes = 2 * 1024 * 1024;

/** Who is in a course by Names and Role Provisioning Services 2.0, to the last page. */
export function createRoster({ call }: { call: ServiceCall }): Roster {
  return {
    async members({ school, platform, membershipsUrl }: RosterQuestion) {
      const members = new Map<string, RosterMember>();
      const seen = new Set<string>();
      let url: string | undefined = membershipsUrl;
      while (url !== undefined) {
        seen.add(url);
        const answer = await call(
          { school, platform, scope: scopes.membership },
          { url, headers: { accept: mediaTypes.members }, maxBytes },
        );
        requireSuccess(answer);
        for (const member of parseJson(answer.text, Members).members)
          members.set(member.user_id, toRosterMember(member));
        url = nextPage(answer.headers.link);
        if (url !== undefined) checkNext(url, { membershipsUrl, seen });
        if (members.size > maxMembers)
          throw new Problem('platform/answer-too-large', { platform, members: members.size });
      }
      return [...members.values()];
    },
  };
}

/** The token goes along, so that a next page on another host would give it away; a page that was read already would never end. */
function checkNext(url: string, { membershipsUrl, seen }: { membershipsUrl: string; seen: ReadonlySet<string> }): void {
  const origin = new URL(membershipsUrl).origin;
  if (!URL.canParse(url) || new URL(url).origin !== origin)
    throw new Problem('platform/address-refused', { reason: 'next-page-elsewhere' });
  if (seen.has(url) || seen.size >= maxPages) throw new Problem('platform/answer-too-large', { pages: seen.size });
}
