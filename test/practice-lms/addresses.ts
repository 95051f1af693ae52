import type { Site, Tool } from './site.js';

const service = (site: Site, path: string) => `${site.url}/mod/lti/services.php/${path}`;

export const lineItemsUrl = (site: Site, courseId: string, tool: Tool) =>
  service(site, `${courseId}/lineitems?type_id=${tool.id}`);

export const lineItemUrl = (site: Site, item: { courseId: string; id: string }, tool: Tool, part = '') =>
  service(site, `${item.courseId}/lineitems/${item.id}/lineitem${part}?type_id=${tool.id}`);

export const membersUrl = (site: Site, courseId: string, tool: Tool) =>
  service(site, `CourseSection/${courseId}/bindings/${tool.id}/memberships`);

/** What an administrator copies into a tool, and what a tool finds in the OpenID configuration. */
export const platformUrls = (site: Site) => ({
  issuer: site.url,
  openidConfiguration: `${site.url}/mod/lti/openid-configuration.php`,
  registration: `${site.url}/mod/lti/openid-registration.php`,
  authorization: `${site.url}/mod/lti/auth.php`,
  token: `${site.url}/mod/lti/token.php`,
  jwks: `${site.url}/mod/lti/certs.php`,
});
