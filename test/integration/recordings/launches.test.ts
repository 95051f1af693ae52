import { beforeEach, expect, it } from '@jest/globals';
import type { Platform } from '@buitenboord/shared/domain/school/school.js';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { platforms } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { launchChecks } from '@buitenboord/lti-tool/lti/launch-checks.js';
import type { LoginState, LoginStates } from '@buitenboord/lti-tool/lti/login-states.js';
import { insistOnRole } from '@buitenboord/lti-tool/launch/who-may-launch.js';
import { createPlatformKeys } from '@buitenboord/lti-tool/lti/platform-keys.js';
import { commitLaunch, verifyLaunch } from '@buitenboord/lti-tool/lti/verify-launch.js';
import type { VerifiedLaunch, VerifyDeps } from '@buitenboord/lti-tool/lti/verify-launch.js';
import { describeWithRecordings, recordedKeys, recordedRegistrations, recording } from '../../support/recordings.js';
import { openTestStore } from '../../support/test-store.js';

/** The recorder's addresses had no /lti in front. */
function recorderAddresses(base: string) {
  return { login: `${base}/login`, launch: `${base}/launch`, deepLinking: `${base}/dl` };
}

interface Replay {
  deps: VerifyDeps;
  idToken: string;
  state: string;
  cookieSecret: string;
}

/** Everything as it stood in the recorder when the launch came: its registration, the state and nonce it gave out, Moodle's keys, its clock. */
async function replay(store: Store, name: string): Promise<Replay> {
  const posts = recording(name).exchanges.filter(({ direction }) => direction === 'browser->tool');
  const login = new URLSearchParams(posts[0]?.request.body);
  const launch = new URLSearchParams(posts.at(-1)?.request.body);
  const sentTo = new URL(posts[0]!.response.headers.location ?? 'x:');
  // A tool that posts the authorization request shows its nonce in the token only.
  const nonce = sentTo.searchParams.get('nonce') ?? nonceOf(launch.get('id_token') ?? '');
  const clientId = login.get('client_id') ?? '';
  const known = recordedRegistrations();
  // One recording was made on a freshly reset site: same addresses and key, another registration.
  const registered = known[clientId] ?? Object.values(known)[0]!;
  const platform: Platform = {
    school: 'school-1',
    issuer: registered.issuer,
    clientId,
    deployments: [login.get('lti_deployment_id') ?? ''],
    authUrl: registered.auth,
    tokenUrl: registered.token,
    jwksUrl: registered.jwks,
    product: 'moodle',
    state: 'active',
    createdAt: '2026-11-23T11:00:00.000Z',
  };
  const [state, cookieSecret] = [launch.get('state') ?? '', 'secret-of-this-browser'];
  const begun: LoginState = {
    id: 'recorded',
    platform: 'platform-1',
    nonce,
    cookieSecret,
    deployment: login.get('lti_deployment_id') ?? '',
    targetLinkUri: login.get('target_link_uri') ?? '',
    expiresAtMs: Date.parse('2026-11-24T00:00:00.000Z'),
  };
  await store.commit([put(platforms, { id: 'platform-1' }, platform, 0)]);
  const now = () => new Date(posts.at(-1)!.at);
  const outbound: Outbound = {
    request: () =>
      Promise.resolve({ status: 200, statusText: 'OK', headers: {}, text: JSON.stringify(recordedKeys('moodle')) }),
    close: () => Promise.resolve(),
  };
  const deps = {
    store,
    logins: recordedLogin(state, begun),
    keys: createPlatformKeys({ outbound, now }),
    addresses: recorderAddresses(registered.base),
    checks: launchChecks,
    now,
  };
  return { deps, idToken: launch.get('id_token') ?? '', state, cookieSecret };
}

/** The recorder gave out states of its own making: this is the one it knew. */
function recordedLogin(state: string, login: LoginState): LoginStates {
  return {
    begin: () => ({ login, state }),
    find: (asked) => (asked === state ? login : undefined),
  };
}

function nonceOf(idToken: string): string {
  const payload = Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8');
  return (JSON.parse(payload) as { nonce: string }).nonce;
}

async function verified(store: Store, name: string): Promise<VerifiedLaunch> {
  const { deps, ...posted } = await replay(store, name);
  return verifyLaunch(deps, posted);
}

describeWithRecordings('launches recorded from a real Moodle', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openTestStore();
  });

  it.each([
    'launch-admin-deeplinked',
    'launch-noneditingteacher-deeplinked',
    'launch-student1-deeplinked',
    'launch-student1-plain',
    'launch-student2-deeplinked',
    'launch-teacher-deeplinked',
    'launch-teacher-plain',
    'launch-two-items-bound',
    'xsite-http-launch-student',
    'xsite-https-launch-student',
    'xsite-http-authpost-student',
    'minimal-launch-teacher',
    'minimal-launch-student',
    'newwindow-launch-student',
    'coursecopy-launch-teacher',
    'coursecopy-launch-student',
    'duplicate-launch-student',
  ])('opens %s as an activity', async (name) => {
    const { kind, launch } = await verified(store, name);
    expect(kind).toBe('bound');
    expect(launch.message).toBe('resourceLink');
    expect(launch.resourceLink?.id).toMatch(/^\d+$/u);
    expect(launch.roles).toEqual([/student/u.test(name) || /two-items/u.test(name) ? 'student' : 'teacher']);
    expect(launch.lmsAdministrator).toBe(name === 'launch-admin-deeplinked');
  });

  it.each(['deeplink-one-item', 'deeplink-two-items', 'deeplink-no-items'])('opens %s as a picker', async (name) => {
    const { launch } = await verified(store, name);
    expect(launch.message).toBe('deepLinking');
    expect(launch.deepLinking).toEqual({
      returnUrl: expect.stringContaining('/mod/lti/contentitem_return.php'),
      deployment: expect.stringMatching(/^\d+$/u),
      acceptMultiple: true,
      acceptLineItem: true,
    });
  });

  it('reads a teacher whose school shares everything', async () => {
    const { launch } = await verified(store, 'launch-teacher-deeplinked');
    expect(launch).toMatchObject({
      subject: '3',
      deployment: '1',
      product: 'moodle',
      fullName: 'Dineke de Vries',
      context: { id: '2', title: 'Rekenen vmbo 2A', label: 'vmbo2a' },
      resourceLink: { id: '2', title: 'Procenten deel 1' },
      gradebook: {
        lineItem: 'http://127.0.0.1:8080/mod/lti/services.php/2/lineitems/2/lineitem?type_id=1',
        lineItems: 'http://127.0.0.1:8080/mod/lti/services.php/2/lineitems?type_id=1',
      },
      locale: 'en',
      documentTarget: 'iframe',
    });
    expect(launch.studentNumber).toBeUndefined();
    expect(launch.custom).not.toHaveProperty('unknown_var');
    expect(launch.custom).toMatchObject({ task_id: '1' });
  });

  it('reads a student whose school shares no name, and still has the student number', async () => {
    const { launch } = await verified(store, 'minimal-launch-student');
    expect(launch).toMatchObject({ subject: '5', studentNumber: '10002', roles: ['student'] });
    expect([launch.fullName, launch.givenName, launch.email, launch.membershipsUrl]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['submissionreview-teacher', ['teacher']],
    ['submissionreview-student-other', ['student']],
  ] as const)('reads %s: whose work, for which column, and who asks', async (name, roles) => {
    const { launch } = await verified(store, name);
    expect(launch.message).toBe('submissionReview');
    expect(launch.roles).toEqual(roles);
    expect(launch.forSubject).not.toBe(launch.subject);
    expect(launch.gradebook?.lineItem).toContain('/lineitem?type_id=1');
  });

  it('lets no student see the work of another with the review that Moodle signs for whoever edits the address', async () => {
    const { launch } = await verified(store, 'submissionreview-student-other');
    expect(() => insistOnRole(launch)).toThrow('launch/not-your-work');
  });

  it('lets a teacher see it', async () => {
    const { launch } = await verified(store, 'submissionreview-teacher');
    expect(() => insistOnRole(launch)).not.toThrow();
  });

  it('opens a recorded launch once', async () => {
    const { deps, ...posted } = await replay(store, 'launch-student1-plain');
    await commitLaunch(store, await verifyLaunch(deps, posted), []);
    await expect(commitLaunch(store, await verifyLaunch(deps, posted), [])).rejects.toMatchObject({
      code: 'launch/nonce-used',
    });
  });

  it('refuses a recorded launch two minutes after it was made', async () => {
    const { deps, ...posted } = await replay(store, 'launch-student1-plain');
    const later = { ...deps, now: () => new Date(deps.now().getTime() + 125_000) };
    await expect(verifyLaunch(later, posted)).rejects.toMatchObject({ code: 'launch/expired' });
  });
});
