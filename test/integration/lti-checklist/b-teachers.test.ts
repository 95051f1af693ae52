import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CourseRole } from '@buitenboord/shared/domain/people/person.js';
import { displayName } from '@buitenboord/shared/domain/people/person.js';
import { people } from '@buitenboord/shared/store/collections.js';
import { lti, membership, type Fields } from '../../support/lti-browser.js';
import { expectAccepted } from '../../support/lti-verdicts.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';
import { anLmsKey } from '../../support/lms-key.js';
import { storeHarnesses } from '../../support/store-harnesses.js';

// §6.B: the valid launches of a teacher. All are let in; staff rights only where the role says so.

const lis = 'http://purl.imsglobal.org/vocab/lis/v2';
const [key, names, email] = [
  anLmsKey('k1'),
  { name: 'Karim Jansen', given_name: 'Karim', family_name: 'Jansen' },
  { email: 'karim@school.example' },
];

describe.each(storeHarnesses)('Core: valid teacher launches, on $name', (harness) => {
  let world: LtiWorld;
  beforeAll(async () => {
    world = await openLtiWorld({ key, store: () => harness.open() });
  });
  afterAll(() => world.close());

  let subject = 0;
  async function launched(claims: Fields, roles: readonly CourseRole[] = ['teacher']) {
    const browser = world.browser();
    const given = { sub: `docent-${(subject += 1)}`, [lti('roles')]: [membership('Instructor')], ...names, ...email };
    const answer = await browser.launch({ claims: { ...given, ...claims } });
    const accepted = await expectAccepted(world, browser, answer, roles);
    const person = await world.store.get(people, { school: world.school.school, id: accepted.visit.person });
    const pages = `/v/${accepted.visit.id}`;
    return { ...accepted, person: person!, overview: () => browser.ask(`${pages}/overview`) };
  }
  /** Somebody who is in, and sees nothing of the class. */
  async function expectNoStaffRights(claims: Fields) {
    const { overview, page } = await launched(claims, []);
    expect((await overview()).status).toBe(404);
    expect(page.text).not.toMatch(/Sanne|de Wit/u);
  }

  it('13. lets an Instructor in as a teacher (Cert 6.1.2)', async () => {
    const { overview } = await launched({});
    expect((await overview()).text).toContain('Sanne1 de Wit');
  });

  it('14. lets a teacher with several roles in as a teacher (Cert 6.1.2)', async () => {
    const roles = [membership('Instructor'), `${lis}/institution/person#Staff`, `${lis}/institution/person#Other`];
    for (const listed of [roles, roles.toReversed()]) {
      expect((await (await launched({ [lti('roles')]: listed })).overview()).status).toBe(200);
    }
  });

  it('15. takes the short role Instructor for a teacher (Core A.2.3)', async () => {
    expect((await (await launched({ [lti('roles')]: ['Instructor'] })).overview()).status).toBe(200);
  });

  it('16. lets an unknown role in without staff rights (Cert 6.1.2)', async () => {
    await expectNoStaffRights({ [lti('roles')]: ['http://purl.imsglobal.org/vocab/lis/v2/unknown/unknown#Helper'] });
    // Roles that sound like it, of somebody who doesn't teach this course.
    for (const role of [
      `${lis}/institution/person#Instructor`,
      `${lis}/membership/Instructor#TeachingAssistant`,
      'instructor',
    ])
      await expectNoStaffRights({ [lti('roles')]: [role] });
  });

  it('17. lets somebody without a role in without staff rights (Cert 6.1.2; Core 5.3.7)', async () => {
    for (const none of [[''], []]) await expectNoStaffRights({ [lti('roles')]: none });
  });

  it('18. lets a teacher in with an e-mail address and no names (Cert 6.1.2)', async () => {
    const { person } = await launched({ name: undefined, given_name: undefined, family_name: undefined });
    expect(person).toMatchObject(email);
    expect(person.fullName).toBeUndefined();
  });

  it('19. lets a teacher in with names and no e-mail address (Cert 6.1.2)', async () => {
    const { person } = await launched({ email: undefined });
    expect(displayName(person)).toBe('Karim Jansen');
    expect(person.email).toBeUndefined();
  });

  it('20. lets a teacher in about whom nothing is told (Cert 6.1.2)', async () => {
    const nothing = { name: undefined, given_name: undefined, family_name: undefined, email: undefined };
    const { person, overview } = await launched(nothing);
    expect([person.fullName, person.email]).toEqual([undefined, undefined]);
    expect((await overview()).status).toBe(200);
  });

  it('21. lets a teacher in with an e-mail address and no context, and says what is missing (Cert 6.1.2; Core 5.4.1)', async () => {
    for (const context of [undefined, null]) {
      const { page } = await launched({
        name: undefined,
        given_name: undefined,
        family_name: undefined,
        [lti('context')]: context,
      });
      expect(page.text).toContain('Open de opdracht vanuit een cursus');
    }
  });
});
