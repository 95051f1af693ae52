import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { registrationRequest } from '@buitenboord/lti-tool/lti/registration-request.js';
import { readPlatformConfiguration, registerTool } from '@buitenboord/lti-tool/lti/registration.js';
import { describeWithRecordings, exchange, recording } from '../../support/recordings.js';
import type { Exchange } from '../../support/recordings.js';
import { openReplay } from '../../support/replay.js';
import type { Replay } from '../../support/replay.js';

const words = { name: 'Recorder tool', description: 'Records LTI traffic', pickerLabel: 'Kies een opdracht' };
const request = registrationRequest({ baseUrl: 'http://127.0.0.1:9101', school: 's1', words });

describeWithRecordings('registering at a recorded Moodle', () => {
  let replay: Replay;
  let outbound: Outbound;
  beforeEach(async () => {
    replay = await openReplay();
    outbound = replay.outbound;
  });
  afterEach(() => replay.close());

  const recorded = (label: string): Exchange => exchange(recording('registration-calls'), label);

  async function register(label: string) {
    replay.answerWith(recorded('openid-configuration'));
    const platform = await readPlatformConfiguration(outbound, recorded('openid-configuration').request.url);
    replay.answerWith(recorded(label));
    return registerTool(outbound, { platform, request, registrationToken: 'one-time' });
  }

  it('gives the platform that was registered', async () => {
    expect(await register('registration: ok')).toEqual({
      issuer: 'http://127.0.0.1:8080',
      clientId: '5Q3QFK7aJ8hTAvD',
      deployments: ['1'],
      authUrl: 'http://127.0.0.1:8080/mod/lti/auth.php',
      tokenUrl: 'http://127.0.0.1:8080/mod/lti/token.php',
      jwksUrl: 'http://127.0.0.1:8080/mod/lti/certs.php',
      product: 'moodle',
    });
  });

  it('asks with every field that the recorded registration needed', () => {
    const needed = JSON.parse(recorded('registration: ok').request.body ?? '') as Record<string, unknown>;
    // Our tool has no logo to register.
    delete needed.logo_uri;
    expect(Object.keys(request).sort()).toEqual(Object.keys(needed).sort());
    const configuration = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
    expect(Object.keys((request as Record<string, object>)[configuration] ?? {}).sort()).toEqual(
      Object.keys(needed[configuration] as object).sort(),
    );
  });

  it.each([
    ['registration: no token', 401, 'missing_registration_token'],
    ['registration: garbage token', 404, undefined],
    ['registration: domain missing', 400, 'missing_domain'],
    ['registration: domain mismatch', 400, 'domain_targetlinkuri_mismatch'],
    ['registration: jwks_uri missing', 400, 'missing required attribute jwks_uri'],
    ['registration: token used twice', 401, 'token_already_used'],
  ])('is refused as recorded: %s', async (label, status, reason) => {
    await expect(register(label)).rejects.toMatchObject({
      code: 'registration/platform-refused',
      facts: { status, reason },
    });
  });
});
