import { createLtiServices } from '@buitenboord/connectors/lti-services/index.js';
import type { LtiServices, ServicePlatform } from '@buitenboord/connectors/lti-services/index.js';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { fixedClock } from './fixed-clock.js';
import type { FixedClock } from './fixed-clock.js';
import { anLmsKey } from './lms-key.js';

/** The tool's key in service tests. */
export const toolKey = anLmsKey('tool-1');

/** The services of a Moodle at this origin, unless the fields say otherwise. */
export function someLtiServices(
  outbound: Outbound,
  fields: Partial<ServicePlatform> = {},
  now: FixedClock = fixedClock('2026-11-23T11:30:00.000Z'),
): LtiServices {
  const platform: ServicePlatform = {
    issuer: 'http://127.0.0.1:8080',
    clientId: '5Q3QFK7aJ8hTAvD',
    tokenUrl: 'http://127.0.0.1:8080/mod/lti/token.php',
    product: 'moodle',
    ...fields,
  };
  return createLtiServices({
    outbound,
    platformOf: () => Promise.resolve(platform),
    signingKey: () => Promise.resolve({ kid: toolKey.kid, key: toolKey.privateKey }),
    now,
  });
}
