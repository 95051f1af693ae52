import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { newKey, type PlatformKey } from './keys.js';
import type { Course, Person, PracticeSeed } from './seed.js';

/** A tool as the administrator knows it; its id is at once the deployment id and the `type_id` in service addresses. */
export interface Tool {
  readonly id: string;
  readonly clientId: string;
  state: 'pending' | 'active';
  readonly name: string;
  readonly description: string;
  readonly targetLinkUri: string;
  readonly initiateLoginUri: string;
  readonly redirectUris: readonly string[];
  readonly jwksUri: string;
  readonly deepLinkUri?: string;
  readonly custom: Readonly<Record<string, string>>;
  readonly gradebook: 'none' | 'read-items' | 'manage-items';
  readonly members: boolean;
  readonly sharesName: boolean;
  readonly sharesEmail: boolean;
}

export interface Activity {
  /** The id in addresses of pages (Moodle's course module). */
  readonly cmid: string;
  /** The id a tool sees as `resource_link.id`: another number, so that mixing them up shows. */
  readonly id: string;
  readonly courseId: string;
  readonly toolId: string;
  readonly name: string;
  readonly text: string;
  readonly url: string;
  readonly custom: Readonly<Record<string, string>>;
  readonly newWindow: boolean;
}

export interface GradeItem {
  readonly id: string;
  readonly courseId: string;
  readonly kind: 'course-total' | 'activity' | 'standalone';
  readonly toolId?: string;
  linkId?: string;
  label: string;
  maximum: number;
  resourceId: string;
  tag: string;
  locked: boolean;
}

export interface AppliedScore {
  readonly score: number | null;
  readonly comment?: string;
  /** The score's own timestamp, in whole seconds as Moodle keeps it. */
  readonly at: number;
}

export interface Grade {
  readonly itemId: string;
  readonly userId: string;
  score: number | null;
  comment?: string;
  at?: number;
  /** What the teacher typed in the gradebook; a tool cannot change it. */
  override?: number;
  readonly history: AppliedScore[];
}

export interface AccessToken {
  readonly value: string;
  readonly toolId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}

interface State {
  readonly format: 1;
  readonly guid: string;
  readonly siteName: string;
  readonly people: Person[];
  readonly courses: Course[];
  key: PlatformKey;
  tools: Tool[];
  activities: Activity[];
  items: GradeItem[];
  grades: Grade[];
  tokens: AccessToken[];
  readonly usedRegistrations: string[];
  readonly lastIds: Record<string, number>;
}

/** The school: everything it knows, and where it keeps it. */
export interface Site {
  /** Known once the server listens. */
  url: string;
  readonly state: State;
  readonly now: () => Date;
  readonly platformStorage: boolean;
  /** Whether tools can have notices sent to them, and where they want them: by tool and type. */
  readonly notices: boolean;
  readonly handlers: Map<string, string>;
  save(): void;
}

export interface SiteOptions {
  readonly stateFile: string | undefined;
  readonly seed: PracticeSeed;
  readonly now: () => Date;
  readonly platformStorage: boolean;
  readonly notices: boolean;
}

export function openSite({ stateFile, seed, now, platformStorage, notices }: SiteOptions): Site {
  const state = readState(stateFile) ?? freshState(seed);
  const kept = { state, now, platformStorage, notices, handlers: new Map<string, string>() };
  const site: Site = { url: '', ...kept, save: () => writeState(stateFile, state) };
  site.save();
  return site;
}

function readState(stateFile: string | undefined): State | undefined {
  if (!stateFile || !existsSync(stateFile)) return undefined;
  const state = JSON.parse(readFileSync(stateFile, 'utf8')) as State;
  if ((state.format as number) !== 1) throw new Error(`${stateFile} was not written by this practice LMS; delete it`);
  return state;
}

/** A rename is atomic, so a crash while writing leaves the old file whole. */
function writeState(stateFile: string | undefined, state: State): void {
  if (!stateFile) return;
  mkdirSync(dirname(stateFile), { recursive: true });
  writeFileSync(`${stateFile}.new`, JSON.stringify(state, null, 1), { mode: 0o600 });
  renameSync(`${stateFile}.new`, stateFile);
}

const freshState = (seed: PracticeSeed): State => ({
  format: 1,
  guid: randomBytes(16).toString('hex'),
  siteName: seed.siteName,
  people: structuredClone([...seed.people]),
  courses: structuredClone([...seed.courses]),
  key: newKey(),
  tools: [],
  activities: [],
  items: [],
  grades: [],
  tokens: [],
  usedRegistrations: [],
  // Course modules start later than activities, so that no test passes because two different ids happen to be equal.
  lastIds: { cmid: 2, course: Math.max(1, ...seed.courses.map(({ id }) => Number(id))) },
});

export function nextId(site: Site, kind: 'tool' | 'cmid' | 'activity' | 'item' | 'course'): string {
  const id = (site.state.lastIds[kind] ?? 0) + 1;
  site.state.lastIds[kind] = id;
  return String(id);
}

export const findPerson = (site: Site, id: string) => site.state.people.find((person) => person.id === id);
export const findCourse = (site: Site, id: string) => site.state.courses.find((course) => course.id === id);
export const findTool = (site: Site, id: string) => site.state.tools.find((tool) => tool.id === id);
export const findToolByClient = (site: Site, clientId: string) =>
  site.state.tools.find((tool) => tool.clientId === clientId);
export const findActivity = (site: Site, linkId: string) => site.state.activities.find(({ id }) => id === linkId);
export const findActivityByCmid = (site: Site, cmid: string) =>
  site.state.activities.find((activity) => activity.cmid === cmid);
export const findItem = (site: Site, id: string) => site.state.items.find((item) => item.id === id);

export const enrolmentOf = (course: Course, personId: string) =>
  course.enrolments.find(({ person }) => person === personId);

/** For what must be there: the error names what was looked for. */
export function must<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`The practice LMS has no ${what}`);
  return found;
}
