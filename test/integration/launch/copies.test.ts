import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { activityOfLaunch, activityParameter } from '@buitenboord/lti-tool/launch/launch-activity.js';
import { courseOfLaunch } from '@buitenboord/lti-tool/launch/launch-course.js';
import { toLaunch } from '@buitenboord/lti-tool/lti/to-launch.js';
import { IdToken } from '@buitenboord/lti-tool/lti/wire.js';
import { resourceLinkKey } from '@buitenboord/shared/domain/activity/resource-link.js';
import { activities, courses, platforms } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { ensureColumn } from '@buitenboord/shared/use-cases/assignment/ensure-column.js';
import { setCounting } from '@buitenboord/shared/use-cases/assignment/set-counting.js';
import { classOverview } from '@buitenboord/shared/use-cases/overview/class-overview.js';
import { httpBrowser } from '../../support/http-browser.js';
import { aLaunchClaims } from '../../support/launch-world.js';
import { people, startHouse, type RunningHouse } from '../../support/running-house.js';
import { allScopes, aServicesHouse, link, type ServicesHouse } from '../../support/services-house.js';
import { openTestStore } from '../../support/test-store.js';

const claim = 'https://purl.imsglobal.org/spec/lti/claim';

describe('a course that was copied to the next year', () => {
  let house: ServicesHouse;
  beforeEach(async () => {
    house = await aServicesHouse(await openTestStore());
    const { platform } = house.at;
    await house.changeActivity({ resourceLink: resourceLinkKey(platform, '2', link) });
  });
  afterEach(() => house.close());

  /** A launch in the copy: course 7, link link-9. */
  async function launchInCopy(custom: Record<string, string>, lineitem?: string) {
    const { store, lms, at, now } = house;
    const platform = (await store.get(platforms, { id: at.platform }))!;
    lms.links.add('link-9');
    const claims = aLaunchClaims(now().getTime(), 'n', {
      [`${claim}/context`]: { id: '7', title: 'Kopie' },
      [`${claim}/resource_link`]: { id: 'link-9' },
      [`${claim}/custom`]: custom,
      'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
        scope: allScopes,
        lineitems: `${lms.origin}/lineitems?course=7`,
        ...(lineitem !== undefined && { lineitem }),
      },
    });
    const launch = toLaunch(IdToken.parse(claims), { ...platform, authUrl: `${lms.origin}/auth` });
    const course = (await courseOfLaunch(store, launch))!;
    await store.commit(course.writes);
    const activity = await activityOfLaunch(store, launch, {
      course: course.id,
      at: now().toISOString(),
      former: undefined,
    });
    await store.commit(activity?.writes ?? []);
    const { school } = at;
    return {
      course: (await store.get(courses, { school, id: course.id }))!,
      activity: activity && (await store.get(activities, { school, id: activity.id }))!,
    };
  }

  it.each<[string, () => Record<string, string>]>([
    [
      'by the name that the picker gave the link',
      () => ({ [activityParameter]: house.at.activity, context_history: '2' }),
    ],
    ['by the link’s history, when it was made by hand', () => ({ context_history: '5,2', link_history: link })],
    [
      'by the history under the variable’s own name',
      () => ({ 'Context.id.history': '2', 'ResourceLink.id.history': link }),
    ],
  ])('is recognised %s', async (_title, custom) => {
    const { course, activity } = await launchInCopy(custom());
    expect(course).toMatchObject({ copiedFrom: house.at.course });
    expect(course.cohort).toBeUndefined();
    expect(activity).toMatchObject({
      copiedFrom: house.at.activity,
      course: course.id,
      counting: { kind: 'formative' },
    });
    expect(activity).not.toHaveProperty('lineItem');
  });

  it('knows nothing when the LMS tells nothing: its teacher chooses again', async () => {
    expect(await launchInCopy({})).toMatchObject({ activity: undefined });
    expect(
      await launchInCopy({ context_history: '$Context.id.history', link_history: '$ResourceLink.id.history' }),
    ).toMatchObject({
      activity: undefined,
    });
  });

  it('inherits no grade and no work, and sends nothing to the old column', async () => {
    await house.settle(74);
    await house.deliver();
    const { activity } = await launchInCopy({ context_history: '2', link_history: link });
    expect(await classOverview(house, activity!)).toEqual([]);
    expect(house.lms.scores).toHaveLength(1);
  });

  it('finds the column that was copied with it, and makes no second one', async () => {
    const copied = `${house.lms.origin}/lineitems/50/lineitem?course=7`;
    const item = { label: 'x', scoreMaximum: 10, resourceId: 'SE1', tag: 'SE1', resourceLinkId: 'link-9' };
    house.lms.items.set(copied, { id: copied, ...item });
    const { activity, course } = await launchInCopy({ context_history: '2', link_history: link });
    await house.store.commit([change(courses, course, { cohort: '2024', leerweg: 'kb' })]);
    const component = { line: house.at.line, code: 'SE1' };
    await setCounting(house, { school: house.at.school, activity: activity!.id, by: house.at.teacher, component });
    const key = { school: house.at.school, id: activity!.id };
    const counting = (await house.store.get(activities, key))!;
    const place = { course: (await house.store.get(courses, { school: key.school, id: course.id }))!, link: 'link-9' };
    expect(await ensureColumn({ store: house.store, columns: house.services }, counting, place)).toBe('made');
    expect((await house.store.get(activities, key))?.lineItem).toBe(copied);
    expect([...house.lms.items.keys()]).toEqual([house.lineItem, copied]);
  });
});

describe('a course that was copied in Moodle', () => {
  let house: RunningHouse;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.stop());

  it('is told to its teacher, who has to say for whom it is now', async () => {
    await httpBrowser().launch(house.lms.launchForm(people.teacher, house.activity.link));
    const copy = house.lms.copyCourse(house.course.id);
    const before = house.lms.items(copy.id).length;
    const [copied] = house.lms.activities(copy.id);
    const browser = httpBrowser();
    const launched = await browser.launch(house.lms.launchForm(people.teacher, copied!.id));
    const page = await browser.get(new URL(launched.location!, house.toolUrl).href);
    expect(page.text).toContain(`Deze cursus is een kopie van ‘${house.course.title}’.`);
    expect(house.lms.items(copy.id)).toHaveLength(before);
  });
});
