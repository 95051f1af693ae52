import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CourseRole } from '@buitenboord/shared/domain/people/person.js';
import { people } from '@buitenboord/shared/store/collections.js';
import { lti, membership, type Fields } from '../../support/lti-browser.js';
import { expectAccepted } from '../../support/lti-verdicts.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';
import { anLmsKey } from '../../support/lms-key.js';
import { storeHarnesses } from '../../support/store-harnesses.js';

// §6.C: the valid launches of a student. All are let in as a learner, and as nothing more.

const lis = 'http://purl.imsglobal.org/vocab/lis/v2';
const key = anLmsKey('k1');
const names = { name: 'Noor Bakker', given_name: 'Noor', family_name: 'Bakker' };
const noNames = { name: undefined, given_name: undefined, family_name: undefined };

describe.each(storeHarnesses)('Core: valid student launches, on $name', (harness) => {
  let world: LtiWorld;
  beforeAll(async () => {
    world = await openLtiWorld({ key, store: () => harness.open() });
  });
  afterAll(() => world.close());

  let subject = 0;
  async function launched(claims: Fields, roles: readonly CourseRole[] = ['student']) {
    const browser = world.browser();
    const given = { sub: `leerling-${(subject += 1)}`, ...names, email: 'noor@school.example' };
    const answer = await browser.launch({ claims: { ...given, ...claims } });
    const accepted = await expectAccepted(world, browser, answer, roles);
    // Never more than a learner: the class is not hers to see.
    expect((await browser.ask(`/v/${accepted.visit.id}/overview`)).status).toBe(404);
    const person = await world.store.get(people, { school: world.school.school, id: accepted.visit.person });
    return { ...accepted, person: person! };
  }
  const expectWork = async (claims: Fields) => {
    const { page } = await launched(claims);
    expect(page.text).toContain('Lasframe maken');
  };

  it('22. lets a Learner in at her work (Cert 6.1.3)', async () => {
    await expectWork({});
  });

  it('23. lets a student with several roles in as a learner (Cert 6.1.3)', async () => {
    const roles = [membership('Learner'), `${lis}/institution/person#Student`, membership('Mentor')];
    await expectWork({ [lti('roles')]: roles });
    await expectWork({ [lti('roles')]: roles.toReversed() });
  });

  it('24. takes the short role Learner for a student (Cert 6.1.3; Core A.2.3)', async () => {
    await expectWork({ [lti('roles')]: ['Learner'] });
  });

  it('25. lets a Learner with an unknown role in as a learner (Cert 6.1.3)', async () => {
    await expectWork({
      [lti('roles')]: [membership('Learner'), 'http://purl.imsglobal.org/vocab/lis/v2/unknown/unknown#Helper'],
    });
  });

  it('26. lets somebody without a role in, without rights (Cert 6.1.3)', async () => {
    const { page } = await launched({ [lti('roles')]: [''] }, []);
    expect(page.text).not.toContain('Lasframe maken');
  });

  it('27. lets a student in with an e-mail address and no names (Cert 6.1.3)', async () => {
    const { person } = await launched(noNames);
    expect(person).toMatchObject({ email: 'noor@school.example' });
  });

  it('28. lets a student in with names and no e-mail address (Cert 6.1.3)', async () => {
    const { person } = await launched({ email: undefined });
    expect(person).toMatchObject({ fullName: 'Noor Bakker' });
  });

  it('29. lets a student in about whom nothing is told, to her own work (Cert 6.1.3)', async () => {
    await expectWork({ ...noNames, email: undefined });
  });

  it('30. lets a student in without context, and with nothing but a resource link (Cert 6.1.3; Core 5.4.1)', async () => {
    const context = { [lti('context')]: undefined };
    const { person } = await launched({ ...noNames, ...context });
    expect(person).toMatchObject({ email: 'noor@school.example' });
    const { page } = await launched({ ...noNames, ...context, email: undefined, [lti('tool_platform')]: undefined });
    expect(page.text).toContain('Open de opdracht vanuit een cursus');
  });
});
