import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { addActivity, copyCourse, type NewActivity } from './activities.js';
import { Failures, type Failure, type ServiceCall } from './failures.js';
import { deleteItem, findGrade, overrideGrade, visibleScore } from './gradebook.js';
import { newKey, signJwt, type Claims } from './keys.js';
import { initiateLogin, type PostForm } from './launch.js';
import type { Lms } from './lms.js';
import { noticeFor, tellOfCopy } from './notices.js';
import { registerTool } from './register-tool.js';
import { demoSeed, type Course, type Locale, type PracticeSeed } from './seed.js';
import { createApp } from './server.js';
import { cookieOf, Sessions, type LaunchIntent } from './sessions.js';
import { enrolmentOf, findActivity, findCourse, findItem, findToolByClient, must, openSite } from './site.js';
import type { Activity, AppliedScore, GradeItem, Site, Tool } from './site.js';
import { ToolKeys } from './tool-keys.js';
import { addTool, type ManualTool } from './tools.js';

export { demoSeed, type PracticeSeed } from './seed.js';

export interface PracticeLmsOptions {
  /** 127.0.0.1 unless said otherwise. */
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** JSON, rewritten on every change and read again at start. */
  readonly stateFile?: string;
  /** Keeps data for tools without cookies, as LTI's postMessage storage describes. Moodle 4.5 doesn't. */
  readonly platformStorage?: boolean;
  /** Sends notices to tools that ask for them, as Canvas does. Moodle 4.5 doesn't. */
  readonly notices?: boolean;
  readonly seed?: PracticeSeed;
  readonly now?: () => Date;
  /** Where the demo's mail can be read; shown on the front page. */
  readonly mailboxUrl?: string;
  /** For who isn't logged in. */
  readonly locale?: Locale;
}

/** A login initiation as the browser would post it, with the cookie to bring along to the authorization request. */
export interface StartedLaunch extends PostForm {
  readonly cookie: string;
}

interface ShownGrade {
  readonly score: number | null;
  readonly comment?: string;
  /** Whole seconds. */
  readonly at?: number;
  readonly overridden: boolean;
}

export interface PracticeLms {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;

  registerTool(registrationLink: string): Promise<{ clientId: string; deploymentId: string }>;
  addTool(tool: ManualTool): { clientId: string; deploymentId: string };
  tools(): readonly Tool[];

  /** Adds an activity without a browser; `clientId` says whose. */
  addActivity(activity: Omit<NewActivity, 'toolId'> & { clientId: string }): Activity;
  activities(courseId: string): readonly Activity[];
  copyCourse(courseId: string): Course;

  /** Logs somebody in; the value of a Cookie header. */
  login(personId: string): string;
  launchForm(personId: string, linkId: string): StartedLaunch;
  reviewForm(personId: string, linkId: string, userId: string): StartedLaunch;
  deepLinkForm(personId: string, courseId: string, clientId: string): StartedLaunch;
  /** For launches no honest platform would make. */
  signIdToken(claims: Claims, header?: Claims): string;
  /** A notice as it would be sent, with other claims where they are given. */
  signNotice(clientId: string, type: string, claims?: Claims): string;
  /** What tools asked to be told: tool and type. */
  noticeHandlers(): readonly string[];
  rotateKey(): void;

  items(courseId: string): readonly GradeItem[];
  gradeOf(itemId: string, userId: string): ShownGrade | undefined;
  /** Null takes the override away. */
  overrideGrade(itemId: string, userId: string, score: number | null): void;
  lockItem(itemId: string, locked?: boolean): void;
  deleteItem(itemId: string): void;
  setSuspended(courseId: string, personId: string, suspended?: boolean): void;
  /** Every score that was ever applied, oldest first. */
  history(itemId: string, userId: string): readonly AppliedScore[];

  /** Service calls so far, oldest first. */
  readonly requests: readonly ServiceCall[];
  failNext(failure: Failure): void;
}

/** A small LTI 1.3 platform that answers as a recorded Moodle 4.5 does, quirks included. */
export async function startPracticeLms(options: PracticeLmsOptions): Promise<PracticeLms> {
  const { host = '127.0.0.1', port, stateFile, platformStorage = false, notices = false, seed = demoSeed } = options;
  const site = openSite({ stateFile, seed, platformStorage, notices, now: options.now ?? (() => new Date()) });
  const lms: Lms = {
    site,
    sessions: new Sessions(),
    toolKeys: new ToolKeys(),
    locale: options.locale ?? 'nl',
    mailboxUrl: options.mailboxUrl,
  };
  const failures = new Failures();
  const calls: ServiceCall[] = [];
  const server = createServer(createApp(lms, { failures, calls }));
  const taken = await listen(server, port, host);
  site.url = `http://${host}:${taken}`;
  return {
    url: site.url,
    port: taken,
    stop: () => stop(server),
    requests: calls,
    failNext: (failure) => failures.plan(failure),
    ...toolLevers(site),
    ...launchLevers(lms),
    ...gradeLevers(site),
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Also hangs up on whoever is still waiting for an answer. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

const idsOf = ({ clientId, id }: Tool) => ({ clientId, deploymentId: id });
const toolOf = (site: Site, clientId: string) => must(findToolByClient(site, clientId), `tool ${clientId}`);

function toolLevers(site: Site) {
  return {
    registerTool: async (link: string) => idsOf(await registerTool(site, link)),
    addTool: (tool: ManualTool) => idsOf(addTool(site, tool)),
    tools: () => site.state.tools,
    addActivity: ({ clientId, ...activity }: Omit<NewActivity, 'toolId'> & { clientId: string }) =>
      addActivity(site, { ...activity, toolId: toolOf(site, clientId).id }),
    activities: (courseId: string) => site.state.activities.filter((activity) => activity.courseId === courseId),
    copyCourse: (courseId: string) => {
      const copy = copyCourse(site, courseId);
      tellOfCopy(site, copy);
      return copy;
    },
    signNotice: (clientId: string, type: string, claims?: Claims) =>
      noticeFor(site, toolOf(site, clientId), type, claims),
    noticeHandlers: () => [...site.handlers.keys()],
    signIdToken: (claims: Claims, header?: Claims) => signJwt(site.state.key, claims, header),
    rotateKey: () => {
      site.state.key = newKey();
      site.save();
    },
  };
}

function launchLevers({ site, sessions }: Lms) {
  const start = (personId: string, intent: LaunchIntent): StartedLaunch => {
    const session = sessions.start(personId);
    return { ...initiateLogin(site, session, intent), cookie: cookieOf(session) };
  };
  const linked = (linkId: string) => {
    const { cmid, newWindow } = must(findActivity(site, linkId), `activity with link id ${linkId}`);
    return { kind: 'activity' as const, cmid, window: newWindow };
  };
  return {
    login: (personId: string) => cookieOf(sessions.start(personId)),
    launchForm: (personId: string, linkId: string) => start(personId, linked(linkId)),
    reviewForm: (personId: string, linkId: string, userId: string) =>
      start(personId, { ...linked(linkId), reviewOf: userId }),
    deepLinkForm: (personId: string, courseId: string, clientId: string) =>
      start(personId, { kind: 'deep-linking', courseId, toolId: toolOf(site, clientId).id }),
  };
}

function gradeLevers(site: Site) {
  const itemOf = (itemId: string) => must(findItem(site, itemId), `grade item ${itemId}`);
  return {
    items: (courseId: string) => site.state.items.filter((item) => item.courseId === courseId),
    gradeOf: (itemId: string, userId: string) => shownGrade(site, itemId, userId),
    overrideGrade: (itemId: string, userId: string, score: number | null) =>
      overrideGrade(site, { itemId, userId, score }),
    lockItem: (itemId: string, locked = true) => {
      itemOf(itemId).locked = locked;
      site.save();
    },
    deleteItem: (itemId: string) => deleteItem(site, itemOf(itemId).id),
    setSuspended: (courseId: string, personId: string, suspended = true) => {
      const course = must(findCourse(site, courseId), `course ${courseId}`);
      must(enrolmentOf(course, personId), `enrolment of ${personId}`).suspended = suspended;
      site.save();
    },
    history: (itemId: string, userId: string) => findGrade(site, itemId, userId)?.history ?? [],
  };
}

function shownGrade(site: Site, itemId: string, userId: string): ShownGrade | undefined {
  const grade = findGrade(site, itemId, userId);
  if (!grade) return undefined;
  const { comment, at, override } = grade;
  return {
    score: visibleScore(grade),
    overridden: override !== undefined,
    ...(comment === undefined ? {} : { comment }),
    ...(at === undefined ? {} : { at }),
  };
}
