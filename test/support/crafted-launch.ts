import { httpBrowser, type Answer } from './http-browser.js';
import type { RunningHouse } from './running-house.js';

const claim = 'https://purl.imsglobal.org/spec/lti/claim';

/** Fields of a token; `undefined` leaves one out. */
export type Claims = Readonly<Record<string, unknown>>;

/** A launch with a token of the practice LMS's own key, for what its pages can't make. Without these claims it has no name, role or course. */
export async function craftedLaunch(house: RunningHouse, subject: string, more: Claims | ((known: Claims) => Claims)) {
  const browser = httpBrowser();
  const target = `${house.toolUrl}/lti/launch`;
  const { deploymentId } = house.lms.tools().map(({ id }) => ({ deploymentId: id }))[0]!;
  const login = await browser.post(`${house.toolUrl}/lti/login`, {
    iss: house.lms.url,
    client_id: house.clientId,
    login_hint: subject,
    target_link_uri: target,
    lti_deployment_id: deploymentId,
  });
  const asked = new URL(login.location ?? 'x:').searchParams;
  const seconds = Math.floor(Date.now() / 1000);
  const known = {
    iss: house.lms.url,
    aud: house.clientId,
    sub: subject,
    iat: seconds,
    exp: seconds + 60,
    nonce: asked.get('nonce'),
    [`${claim}/version`]: '1.3.0',
    [`${claim}/deployment_id`]: deploymentId,
    [`${claim}/target_link_uri`]: target,
    [`${claim}/roles`]: [],
  };
  const token = house.lms.signIdToken({ ...known, ...(typeof more === 'function' ? more(known) : more) });
  const fields = { id_token: token, state: asked.get('state') ?? '' };
  const launched = await browser.post(target, fields, { headers: { origin: house.lms.url } });
  return { ...launched, page: () => pageOf(house, browser, launched) };
}

/** Follows our own redirects to the page. */
export async function pageOf(
  { toolUrl }: RunningHouse,
  browser: ReturnType<typeof httpBrowser>,
  from: Answer,
): Promise<Answer> {
  let answer = from;
  while (answer.location?.startsWith('/')) answer = await browser.get(new URL(answer.location, toolUrl).href);
  return answer;
}
