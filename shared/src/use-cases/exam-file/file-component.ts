import { displayName } from '../../domain/people/person.js';
import { parseComponentKey } from '../../domain/pta/parse-component-key.js';
import { people } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import type { StoredGrade } from '../grade/find-grades.js';
import { adoptedIn, readLine, type StoredPta } from '../pta/pta-line.js';
import type { FiledAttempt, FiledComponent, FiledRevision } from './exam-file.js';
import { filedSamples } from './filed-samples.js';
import { filedWork } from './filed-work.js';
import type { FoundAttempt } from './filed-attempts.js';

/** One component of an exam file, by its key; undefined when its programme is gone. */
export async function fileComponent(
  store: Store,
  { school }: { school: string },
  key: string,
  found: readonly FoundAttempt[],
): Promise<FiledComponent | undefined> {
  const parts = parseComponentKey(key);
  const versions = parts ? await readLine(store, school, parts.line) : [];
  const newest = versions.filter(({ adoptedAt }) => adoptedAt !== undefined).at(-1);
  if (!parts || !newest) return undefined;
  const holding = adoptedIn(versions);
  const lastWith = versions.filter(({ components }) => components.some(({ code }) => code === parts.code)).at(-1);
  const component = lastWith?.components.find(({ code }) => code === parts.code);
  const { subject, schoolYear, cohort, leerweg } = newest;
  return {
    ...{ code: parts.code, title: component?.title ?? '', subject },
    pta: { line: parts.line, schoolYear, cohort, leerweg, ...(holding && { version: holding.number }) },
    attempts: await Promise.all(found.map((attempt) => fileAttempt(store, school, attempt, versions))),
  };
}

async function fileAttempt(
  store: Store,
  school: string,
  { attempt, works, revisions }: FoundAttempt,
  versions: readonly StoredPta[],
): Promise<FiledAttempt> {
  const work = await Promise.all(works.map((each) => filedWork(store, school, each)));
  return {
    attempt,
    activities: works.map(({ activity }) => activity.title),
    handIns: work.flatMap(({ handIns }) => handIns),
    evidence: work.flatMap(({ evidence }) => evidence),
    company: work.flatMap(({ company }) => company ?? []),
    revisions: await Promise.all(revisions.map((revision) => fileRevision(store, school, revision, versions))),
    samples: revisions[0] ? await filedSamples(store, school, revisions[0].gradeKey) : [],
  };
}

async function fileRevision(
  store: Store,
  school: string,
  { revision, value, reason, settledAt, settledBy }: StoredGrade,
  versions: readonly StoredPta[],
): Promise<FiledRevision> {
  const person = await store.get(people, { school, id: settledBy });
  const name = person && displayName(person);
  const ptaVersion = versionAt(versions, settledAt);
  return {
    ...{ revision, value, reason, settledAt },
    ...(name !== undefined && { settledBy: name }),
    ...(ptaVersion !== undefined && { ptaVersion }),
  };
}

/** The version that held at a moment: the last that was adopted before it. */
function versionAt(versions: readonly StoredPta[], at: string): number | undefined {
  return versions.filter(({ adoptedAt }) => adoptedAt !== undefined && adoptedAt <= at).at(-1)?.number;
}
