import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from '@jest/globals';

/** Where the recordings of a real Moodle are: beside the repository, unless FIXTURES_DIR names another place. Never copied in. */
const folder = resolve(process.env.FIXTURES_DIR ?? join(import.meta.dirname, '../../../shared/fixtures'));

export interface Exchange {
  at: string;
  direction: 'browser->moodle' | 'browser->tool' | 'tool->moodle' | 'moodle->tool';
  label?: string;
  request: { method: string; url: string; headers: Readonly<Record<string, string>>; body?: string };
  response: { status: number; statusText: string; headers: Readonly<Record<string, string>>; body?: string };
}

export interface Recording {
  name: string;
  description: string;
  exchanges: readonly Exchange[];
}

export interface RecordedRegistration {
  issuer: string;
  client_id: string;
  deployment_id: string;
  auth: string;
  token: string;
  jwks: string;
  base: string;
}

/** A file of the recordings as JSON, or undefined where there are none. */
function findFile(path: string): unknown {
  const file = join(folder, 'moodle', path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** One recording, `launch-teacher-deeplinked` for instance; undefined where there are none. */
function findRecording(name: string): Recording | undefined {
  return findFile(`http/${name}.json`) as Recording | undefined;
}

/** One recording inside `describeWithRecordings`. */
export function recording(name: string): Recording {
  return present(findRecording(name), name);
}

/** The exchange of a recording with this label. */
export function exchange(from: Recording, label: string): Exchange {
  return present(
    from.exchanges.find((one) => one.label === label),
    `${from.name}: ${label}`,
  );
}

/** What was registered when it was recorded, by client id. */
export function recordedRegistrations(): Readonly<Record<string, RecordedRegistration>> {
  return present(
    findFile('registrations.json') as Record<string, RecordedRegistration> | undefined,
    'registrations.json',
  );
}

/** A public key set of the recordings: Moodle's, or the recording tool's. */
export function recordedKeys(whose: 'moodle' | 'tool'): { keys: readonly Record<string, string>[] } {
  return present(findFile(`keys/${whose}-jwks.json`) as { keys: Record<string, string>[] } | undefined, whose);
}

/** Tests that replay recordings. Without them a clone says what it skipped; in CI (CI=true) they must be there. */
export function describeWithRecordings(title: string, tests: () => void): void {
  if (existsSync(join(folder, 'moodle'))) {
    describe(title, tests);
  } else if (process.env.CI === 'true') {
    describe(title, () => {
      it('needs the recordings', () => {
        throw new Error(`No recordings in ${folder}: set FIXTURES_DIR.`);
      });
    });
  } else {
    describe(title, () => {
      it.skip(`SKIPPED: no recordings in ${folder} (set FIXTURES_DIR)`, () => undefined);
    });
  }
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The recordings don't hold ${what}.`);
  return value;
}
