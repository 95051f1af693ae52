import { makeRegistrationLink } from '@buitenboord/shared/use-cases/school/add-school.js';
import { addPlatform } from '@buitenboord/shared/use-cases/school/keep-platforms.js';
import { completePlatform, type CompletedPlatform } from '../lti/complete-platform.js';
import { platformPresets } from '../lti/platform-presets.js';
import { canvasConfigurationUrl, registrationLinkUrl } from '../lti/tool-addresses.js';
import { valuesForLms } from '../lti/values-for-lms.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { may, type AdminPageDeps } from './admin-page-deps.js';
import { ConnectForm, emptyConnectForm, type ConnectError, type ConnectErrors } from './connect-form.js';
import { ConnectPage, type ConnectPageProps } from './connect-page.js';
import type { LmsValue } from './lms-values.js';

/** Connecting a platform: by a link, or by hand. What comes by this page waits for a yes, like every other registration. */
export function connectRoutes(deps: AdminPageDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/school/connect', may, handle: (exchange) => Promise.resolve(show(deps, exchange)) },
    { method: 'post', path: '/school/connect/link', may, handle: (exchange) => makeLink(deps, exchange) },
    { method: 'post', path: '/school/connect', may, handle: (exchange) => connect(deps, exchange) },
  ];
}

function show(
  { baseUrl }: AdminPageDeps,
  { visit, text, formToken, url, page }: VisitExchange,
  shown: Partial<Pick<ConnectPageProps, 'link' | 'typed' | 'errors'>> = {},
): void {
  const props = {
    canvasUrl: canvasConfigurationUrl(baseUrl, visit.school),
    products: platformPresets.map(({ product, name }) => ({ product, name })),
    values: valueList(valuesForLms(baseUrl, visit.school)),
    typed: emptyConnectForm,
    errors: {},
    ...shown,
  };
  page(ConnectPage({ text, formToken, url: url('/school'), ...props }));
}

/** The secret stands in this answer only: the store keeps a hash. */
async function makeLink(deps: AdminPageDeps, exchange: VisitExchange): Promise<void> {
  const { school, person } = exchange.visit;
  const { secret } = await makeRegistrationLink(deps, { school, autoConfirm: false, actor: person });
  show(deps, exchange, { link: registrationLinkUrl(deps.baseUrl, secret) });
}

async function connect(deps: AdminPageDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, url } = exchange;
  const typed = ConnectForm.parse(req.body);
  const { deployment, clientId, product } = typed;
  // Without a client id nothing is asked of the platform yet: all that is missing is said at once.
  const completed = await completePlatform(deps, typed);
  if (completed.kind !== 'complete' || clientId === '') {
    res.status(422);
    return show(deps, exchange, { typed, errors: errorsOf(typed, completed) });
  }
  const { id } = await addPlatform(deps, {
    school: visit.school,
    actor: visit.person,
    clientId,
    ...(deployment !== '' && { deployment }),
    product,
    ...completed.addresses,
    state: 'pending',
  });
  res.redirect(303, url(`/school/platforms/${id}`));
}

function errorsOf(typed: ConnectForm, completed: CompletedPlatform): ConnectErrors {
  const errors: ConnectErrors = typed.clientId === '' ? { clientId: 'needed' } : {};
  if (completed.kind === 'complete') return errors;
  const issuerIsMissing = completed.kind === 'missing' && completed.fields.includes('issuer');
  const why: ConnectError = completed.kind === 'refused' ? 'refused' : 'notFound';
  // Without the issuer the rest can't be looked up: one thing at a time.
  if (issuerIsMissing) return { ...errors, issuer: 'needed' };
  return { ...errors, ...Object.fromEntries(completed.fields.map((field) => [field, why])) };
}

function valueList(values: ReturnType<typeof valuesForLms>): LmsValue[] {
  const { redirectUris, ...single } = values;
  return [
    { name: 'targetLinkUri', value: single.targetLinkUri },
    { name: 'loginUrl', value: single.loginUrl },
    { name: 'redirectUris', value: redirectUris.join(' ') },
    { name: 'jwksUrl', value: single.jwksUrl },
    { name: 'deepLinkingUrl', value: single.deepLinkingUrl },
  ];
}
