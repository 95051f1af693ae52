import { platformUrls } from './addresses.js';
import { newClientId } from './registration.js';
import { nextId, type Site, type Tool } from './site.js';

/** A tool as an administrator enters it by hand; client id and deployment id are the platform's. */
export type ManualTool = Pick<Tool, 'name' | 'targetLinkUri' | 'initiateLoginUri' | 'redirectUris' | 'jwksUri'> &
  Partial<
    Pick<Tool, 'description' | 'deepLinkUri' | 'custom' | 'gradebook' | 'members' | 'sharesName' | 'sharesEmail'>
  >;

/** Active at once, with every service and all names unless said otherwise. */
export function addTool(site: Site, tool: ManualTool): Tool {
  const added: Tool = {
    description: '',
    custom: {},
    gradebook: 'manage-items',
    members: true,
    sharesName: true,
    sharesEmail: true,
    ...tool,
    id: nextId(site, 'tool'),
    clientId: newClientId(),
    state: 'active',
  };
  site.state.tools.push(added);
  site.save();
  return added;
}

/** Its activities stay behind, broken, as in Moodle. */
export function deleteTool(site: Site, toolId: string): void {
  site.state.tools = site.state.tools.filter(({ id }) => id !== toolId);
  site.state.tokens = site.state.tokens.filter((token) => token.toolId !== toolId);
  site.save();
}

/** What goes into the tool, under the names the standard gives it. */
export function valuesFor(site: Site, tool: Tool) {
  const urls = platformUrls(site);
  return [
    ['Platform ID (issuer)', urls.issuer],
    ['Client ID', tool.clientId],
    ['Deployment ID', tool.id],
    ['Authentication request URL', urls.authorization],
    ['Access token URL', urls.token],
    ['Public keyset URL', urls.jwks],
  ] as const;
}
