/** The smallest platform a launch needs: a key set and id_tokens signed with it. Runs beside the driver. */
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';

const claim = 'https://purl.imsglobal.org/spec/lti/claim/';
const services = 'https://purl.imsglobal.org/spec/lti-';

export async function startPlatform() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = 'bench';
  const jwks = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }] };
  const server = createServer((req, res) =>
    res.setHeader('content-type', 'application/json').end(JSON.stringify(jwks)),
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const registration = {
    issuer,
    clientId: 'bench',
    deployment: '1',
    authUrl: `${issuer}/auth`,
    tokenUrl: `${issuer}/token`,
    jwksUrl: `${issuer}/jwks`,
  };
  return {
    registration,
    sign: ({ nonce, targetLinkUri, student }) =>
      jwt.sign(claims({ nonce, targetLinkUri, student, registration }), privateKey, { algorithm: 'RS256', keyid: kid }),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** As many claims as a Moodle course sends that shares names, gradebook and class list: 3 kB signed. */
function claims({ nonce, targetLinkUri, student, registration }) {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: registration.issuer,
    aud: registration.clientId,
    sub: `student-${student}`,
    iat: now,
    exp: now + 60,
    nonce,
    given_name: 'Sanne',
    family_name: 'de Wit',
    name: 'Sanne de Wit',
    email: `student-${student}@school.example`,
    [`${claim}message_type`]: 'LtiResourceLinkRequest',
    [`${claim}version`]: '1.3.0',
    [`${claim}deployment_id`]: registration.deployment,
    [`${claim}target_link_uri`]: targetLinkUri,
    [`${claim}roles`]: [
      'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Learner',
      'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner',
    ],
    [`${claim}context`]: { id: '2', title: 'Lassen 3B', label: '3B', type: ['CourseSection'] },
    [`${claim}resource_link`]: { id: '1', title: 'Lasframe', description: 'Je maakt een frame.' },
    [`${claim}custom`]: { activity: 'bench-activity', context_history: '', link_history: '' },
    [`${claim}launch_presentation`]: {
      locale: 'nl',
      document_target: 'iframe',
      return_url: `${registration.issuer}/mod/lti/return.php?course=2&launch_container=3&instanceid=1&sesskey=bench`,
    },
    [`${claim}lis`]: { person_sourcedid: `2026-${student}`, course_section_sourcedid: '3B' },
    [`${claim}lti1p1`]: { user_id: String(student) },
    [`${claim}ext`]: { user_username: `student-${student}`, lms: 'moodle-2' },
    [`${claim}tool_platform`]: {
      guid: 'bench.example',
      name: 'Bench',
      description: 'Benchcollege',
      product_family_code: 'moodle',
      version: '2024100706',
    },
    [`${services}ags/claim/endpoint`]: {
      scope: ['lineitem', 'lineitem.readonly', 'result.readonly', 'score'].map(
        (each) => `${services}ags/scope/${each}`,
      ),
      lineitems: `${registration.issuer}/mod/lti/services.php/2/lineitems?type_id=1`,
      lineitem: `${registration.issuer}/mod/lti/services.php/2/lineitems/1/lineitem?type_id=1`,
    },
    [`${services}nrps/claim/namesroleservice`]: {
      context_memberships_url: `${registration.issuer}/mod/lti/services.php/CourseSection/2/bindings/1/memberships`,
      service_versions: ['1.0', '2.0'],
    },
  };
}
