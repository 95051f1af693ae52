/** Drives full launches over keep-alive connections and times each whole flow. The flow of the floor server is the same, request for request. */
import { Pool } from 'undici';

const students = 300;

export async function drive({ url, platform, connections, seconds }) {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const until = performance.now() + seconds * 1000;
  const times = [];
  let errors = 0;
  let firstError;
  let turn = 0;
  const worker = async () => {
    while (performance.now() < until) {
      const startedAt = performance.now();
      try {
        await launch(pool, url, platform, turn++ % students);
        times.push(performance.now() - startedAt);
      } catch (error) {
        errors += 1;
        firstError ??= String(error);
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  await pool.close();
  times.sort((one, other) => one - other);
  const at = (share) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1));
  return {
    perSecond: Math.round(times.length / seconds),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    launches: times.length,
    errors,
    ...(firstError && { firstError }),
  };
}

/** One full launch: login, launch, page. Answers where the page is, and the cookies that belong to it. */
export async function launch(pool, url, platform, student) {
  const targetLinkUri = `${url}/lti/launch`;
  const { issuer, clientId, deployment } = platform.registration;
  const query = new URLSearchParams({
    iss: issuer,
    client_id: clientId,
    lti_deployment_id: deployment,
    login_hint: String(student),
    target_link_uri: targetLinkUri,
  });
  const login = await ask(pool, loginRequest(query, student), [302]);
  const asked = new URL(login.headers.location).searchParams;
  const idToken = platform.sign({ nonce: asked.get('nonce'), targetLinkUri, student });
  const body = new URLSearchParams({ id_token: idToken, state: asked.get('state') }).toString();
  const form = { 'content-type': 'application/x-www-form-urlencoded', cookie: cookiesOf(login), origin: issuer };
  const launched = await ask(pool, { method: 'POST', path: '/lti/launch', headers: form, body }, [302, 303]);
  const [path, cookie] = [launched.headers.location, cookiesOf(launched)];
  await ask(pool, { method: 'GET', path, headers: { cookie } }, [200]);
  return { path, cookie };
}

/** Platforms may begin a login either way (Security Framework §5.1.1.1): half of them each. */
function loginRequest(query, student) {
  if (student % 2 === 0) return { method: 'GET', path: `/lti/login?${query}` };
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', path: '/lti/login', headers, body: query.toString() };
}

async function ask(pool, request, statuses) {
  const answer = await pool.request(request);
  await answer.body.dump();
  if (!statuses.includes(answer.statusCode)) throw new Error(`${request.path}: ${answer.statusCode}`);
  return answer;
}

/** What a browser would send back: each cookie that was given, none that was taken away. */
function cookiesOf({ headers }) {
  const pairs = [headers['set-cookie'] ?? []].flat().map((line) => line.split(';', 1)[0]);
  return pairs.filter((pair) => !pair.endsWith('=')).join('; ');
}
