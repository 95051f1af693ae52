import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { found, noPermission, posterOf, visitorOf, type Lms } from '../lms.js';
import { ToolsPage } from '../pages/tools-page.js';
import { frameFor, sendPage } from '../render.js';
import { queryOf } from '../requests.js';
import { findTool, type Site } from '../site.js';
import { addTool, deleteTool, valuesFor } from '../tools.js';

export function adminRoutes(lms: Lms): Router {
  const router = Router();
  router.get('/admin/tools', showTools(lms));
  router.post('/admin/tools', changeTools(lms));
  return router;
}

const showTools = (lms: Lms) => (req: Request, res: Response) => {
  const { person, session } = visitorOf(lms, req);
  if (!person.siteAdmin) throw noPermission();
  const link = queryOf(req).get('register');
  const start = new URLSearchParams({ url: link ?? '', sesskey: session.sesskey });
  const registering = link === null ? undefined : `/mod/lti/startltiadvregistration.php?${start.toString()}`;
  const { site } = lms;
  const valuesOf = (tool: Parameters<typeof valuesFor>[1]) => valuesFor(site, tool);
  sendPage(
    res,
    <ToolsPage frame={frameFor(lms, req)} tools={site.state.tools} valuesOf={valuesOf} registering={registering} />,
  );
};

const changeTools = (lms: Lms) => (req: Request, res: Response) => {
  const { person, form } = posterOf(lms, req);
  if (!person.siteAdmin) throw noPermission();
  if (form.has('activate')) activate(lms.site, form.get('activate') ?? '');
  if (form.has('delete')) deleteTool(lms.site, form.get('delete') ?? '');
  if (form.has('add')) addTool(lms.site, ByHand.parse(Object.fromEntries(form)));
  res.redirect(303, '/admin/tools');
};

function activate(site: Site, toolId: string): void {
  found(findTool(site, toolId)).state = 'active';
  site.save();
}

const ByHand = z
  .object({
    name: z.string().trim().min(1),
    targetLinkUri: z.url(),
    initiateLoginUri: z.url(),
    redirectUris: z.string().transform((lines) => lines.split(/\s+/).filter(Boolean)),
    jwksUri: z.url(),
    deepLinkUri: z.union([z.literal(''), z.url()]),
  })
  .transform(({ deepLinkUri, ...tool }) => ({ ...tool, ...(deepLinkUri === '' ? {} : { deepLinkUri }) }));
