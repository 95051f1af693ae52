import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { commands, runAdmin } from '@buitenboord/lti-tool/admin/run-admin.js';
import { deliveryId } from '@buitenboord/shared/outbox/delivery-id.js';
import { intendDelivery } from '@buitenboord/shared/outbox/intend.js';
import { hashOf } from '@buitenboord/shared/ids.js';
import { createToolKeys } from '@buitenboord/lti-tool/lti/tool-keys.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import {
  auditEntries,
  grants,
  platforms,
  refusedLaunches,
  registrationLinks,
} from '@buitenboord/shared/store/collections.js';
import { change, put } from '@buitenboord/shared/store/port.js';
import { openStore } from '@buitenboord/shared/store/open-store.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { aRefusedLaunch } from '../../support/records.js';
import { aMember } from '../../support/school.js';
import { openSmallServer } from '../../support/small-server.js';
import { aPtaFile } from '../../support/pta.js';

let folder: string;
let env: Record<string, string>;
/** The server's own connection: commands run beside it. */
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buitenboord-admin-'));
  env = {
    BASE_URL: 'https://tool.example/',
    STORE_URL: `sqlite:${join(folder, 't.db')}`,
    APP_SECRET: 'x'.repeat(40),
    INIT_CWD: folder,
  };
  store = await openStore(env.STORE_URL!);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function admin(line: string, more: readonly string[] = [], variables: Record<string, string> = env) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runAdmin([...line.split(' '), ...more], variables, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { code, out, err };
}
async function json<T>(line: string, more: readonly string[] = []): Promise<T> {
  const { code, out, err } = await admin(`${line} --json`, more);
  expect(err).toEqual([]);
  expect(code).toBe(0);
  expect(out).toHaveLength(1);
  return JSON.parse(out[0]!) as T;
}
const aSchool = async () => (await json<{ school: string }>('school add', ['--name', 'De Werkplaats'])).school;

const platform = (school: string) =>
  `platform add --school ${school} --issuer https://lms.example --client-id abc --deployment-id 1 --auth-url https://lms.example/auth --token-url https://lms.example/token --jwks-url https://lms.example/certs`;

describe('every command', () => {
  it.each(commands.map(({ name }) => [name]))(
    '%s explains itself without an environment, and refuses what it doesn’t know in one line',
    async (name) => {
      const help = await admin(`${name} --help`, [], {});
      expect(help).toMatchObject({ code: 0, err: [] });
      expect(help.out[0]).toBe(`Usage: npm run admin -- ${name} [options]`);
      expect(help.out.join('\n')).toContain('--json');
      for (const wrong of ['--nonsense', 'word']) {
        const refused = await admin(`${name} ${wrong}`, [], {});
        expect(refused).toMatchObject({ code: 2, out: [] });
        expect(refused.err).toHaveLength(1);
        expect(refused.err[0]).not.toContain('\n');
      }
    },
  );

  it.each(commands.filter(({ options }) => 'school' in options).map(({ name, options }) => [name, options] as const))(
    '%s refuses a school that isn’t there',
    async (name, options) => {
      await writeFile(join(folder, 'pta.csv'), aPtaFile());
      const given: Record<string, string> = {
        school: 'nothing',
        person: 'p',
        role: 'examiner',
        platform: 'x',
        from: 'pta.csv',
        pta: 'line.1',
        year: '2026-2027',
        delivery: 'd',
        url: 'mongodb://127.0.0.1:1/ltijs',
        secret: 's',
      };
      if (name === 'store copy') Object.assign(given, { from: env.STORE_URL, to: `sqlite:${join(folder, 'copy.db')}` });
      const line =
        name === 'platform add'
          ? platform('nothing')
          : `${name} ${Object.keys(options)
              .filter((option) => given[option])
              .map((option) => `--${option} ${given[option]}`)
              .join(' ')}`;
      const { code, err } = await admin(line);
      expect(code).toBe(1);
      expect(err[0]).toMatch(/\((school|platform)\/unknown/u);
    },
  );

  it('names every variable that the configuration lacks', async () => {
    const { code, err } = await admin('school list', [], {});
    expect(code).toBe(1);
    expect(err[0]).toContain('BASE_URL');
    expect(err[0]).toContain('APP_SECRET');
  });

  it('is listed in the help, and unknown ones are refused', async () => {
    const help = await admin('--help');
    for (const { name } of commands) expect(help.out.join('\n')).toContain(`  ${name} `);
    expect(await admin('school burn')).toMatchObject({ code: 2, err: [expect.stringContaining('school burn')] });
    expect((await admin('platform')).code).toBe(2);
  });
});

describe('an id that begins with a hyphen', () => {
  it('is taken for an id, and an option after an option for a missing value', async () => {
    expect((await admin('pta list --school -abc')).err[0]).toContain('school -abc');
    expect(await admin('pta list --school --json')).toMatchObject({
      code: 2,
      err: [expect.stringContaining('--school')],
    });
  });
});

describe('schools and their links', () => {
  it('come with a registration link that lives half an hour, of which the store knows a hash only', async () => {
    const { school, registrationLink } = await json<{ school: string; registrationLink: string }>('school add', [
      '--name',
      'De Werkplaats',
    ]);
    expect(registrationLink).toMatch(/^https:\/\/tool\.example\/lti\/register\/[\w-]{43}$/u);
    const id = hashOf(registrationLink.split('/').at(-1)!);
    const link = await store.get(registrationLinks, { id });
    expect(link).toMatchObject({ school, autoConfirm: false });
    const minutes = (Date.parse(link!.expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(29);
    expect(minutes).toBeLessThanOrEqual(30);
    expect(await json('school list')).toEqual([{ school, name: 'De Werkplaats', locale: 'nl' }]);
  });

  it('get another link, that confirms by itself when asked', async () => {
    const school = await aSchool();
    const { registrationLink } = await json<{ registrationLink: string }>(
      `registration-link --school ${school} --auto-confirm`,
    );
    expect(await store.get(registrationLinks, { id: hashOf(registrationLink.split('/').at(-1)!) })).toMatchObject({
      autoConfirm: true,
    });
  });

  it('need a name and a language that we speak', async () => {
    expect(await admin('school add')).toMatchObject({ code: 2, err: ['--name is missing (name of the school)'] });
    expect((await admin('school add --locale fr', ['--name', 'x'])).code).toBe(2);
  });
});

describe('platforms by hand', () => {
  it('are active at once, and the answer is what to type into the LMS', async () => {
    const school = await aSchool();
    const added = await json<{ platform: string }>(platform(school));
    expect(added).toMatchObject({
      outcome: 'added',
      loginUrl: 'https://tool.example/lti/login',
      redirectUris: ['https://tool.example/lti/launch'],
      jwksUrl: `https://tool.example/lti/jwks/${school}`,
      targetLinkUri: 'https://tool.example/lti/launch',
      deepLinkingUrl: 'https://tool.example/lti/deep-linking',
    });
    expect(await store.get(platforms, { id: added.platform })).toMatchObject({
      school,
      issuer: 'https://lms.example',
      state: 'active',
    });
  });

  it('get another deployment beside the first, and nothing twice', async () => {
    const school = await aSchool();
    const { platform: id } = await json<{ platform: string }>(platform(school));
    expect(await json(platform(school))).toMatchObject({ outcome: 'unchanged' });
    await json(platform(school).replace('--deployment-id 1', '--deployment-id 2'));
    expect(await json(`platform list --school ${school}`)).toMatchObject([{ platform: id, deployments: ['1', '2'] }]);
  });

  it('stay with the school that has them', async () => {
    const [one, other] = [await aSchool(), await aSchool()];
    const { platform: id } = await json<{ platform: string }>(platform(one));
    const refused = await admin(platform(other));
    expect(refused.code).toBe(1);
    expect(refused.err[0]).toContain('registration/exists-for-other-school');
    for (const command of ['confirm', 'test', 'deactivate', 'remove']) {
      expect((await admin(`platform ${command} --school ${other} --platform ${id}`)).code).toBe(1);
    }
    expect(await json(`platform list --school ${other}`)).toEqual([]);
    await json(`platform remove --school ${one} --platform ${id} --yes`);
    expect(await store.get(platforms, { id })).toBeUndefined();
  });

  it.each([
    'http://lms.example/x',
    'https://127.0.0.1/x',
    'https://10.1.2.3/x',
    'https://[::1]/x',
    'https://2130706433/x',
    'https://localhost/x',
    'https://moodle.local/x',
    'javascript:alert(1)',
    'lms',
  ])('aren’t at %s, unless for practice', async (address) => {
    const school = await aSchool();
    const refused = await admin(platform(school).replace('https://lms.example/token', address));
    expect(refused.code).toBe(2);
    expect(refused.err[0]).toContain('--token-url');
  });

  it('may be private for practice, where that was allowed', async () => {
    const school = await aSchool();
    const practice = platform(school).replaceAll('https://lms.example', 'http://127.0.0.1:4000');
    expect((await admin(practice)).code).toBe(2);
    expect((await admin(practice, [], { ...env, ALLOW_PRIVATE_PLATFORMS: '1' })).code).toBe(0);
  });
});

describe('a platform by command', () => {
  it('needs no addresses where the product says them', async () => {
    const school = await aSchool();
    const { platform: id } = await json<{ platform: string }>(
      `platform add --school ${school} --product canvas --client-id 10000`,
    );
    expect(await store.get(platforms, { id })).toMatchObject({
      issuer: 'https://canvas.instructure.com',
      deployments: [],
      state: 'active',
    });
    const missing = await admin(`platform add --school ${school} --client-id 1 --issuer https://127.0.0.1`);
    expect(missing).toMatchObject({ code: 2, err: [expect.stringContaining('--auth-url, --token-url, --jwks-url')] });
  });

  it('is switched off and removed after a yes only, and shows what hangs on it', async () => {
    const school = await aSchool();
    const { platform: id } = await json<{ platform: string }>(platform(school));
    const at = `--school ${school} --platform ${id}`;
    for (const command of ['deactivate', 'remove']) {
      const looked = await admin(`platform ${command} ${at}`);
      expect(looked).toMatchObject({
        code: 1,
        out: [expect.stringContaining('0 courses, 0 students'), expect.stringContaining('--yes')],
      });
      expect(await store.get(platforms, { id })).toMatchObject({ state: 'active' });
    }
    expect(await json(`platform deactivate ${at} --yes`)).toMatchObject({ state: 'inactive' });
    expect(await json(`platform list --school ${school}`)).toMatchObject([{ state: 'inactive', lastLaunch: null }]);
    await json(`platform confirm ${at}`);
    expect(await store.get(platforms, { id })).toMatchObject({ state: 'active' });
    expect(await json(`platform remove ${at} --yes`)).toMatchObject({ state: 'removed' });
  });

  it('takes the place of an older one', async () => {
    const school = await aSchool();
    const { platform: older } = await json<{ platform: string }>(platform(school));
    const { platform: newer } = await json<{ platform: string }>(platform(school).replace('abc', 'def'));
    await json(`platform confirm --school ${school} --platform ${newer} --replaces ${older}`);
    expect(await json(`platform list --school ${school}`)).toMatchObject([{ platform: older, clientId: 'def' }]);
    // The old client id, added again, is a registration of its own.
    const again = await json<{ platform: string }>(platform(school));
    expect(again.platform).not.toBe(older);
  });

  it('is tested step by step, and what was refused is listed with what to do', async () => {
    const school = await aSchool();
    const { platform: id } = await json<{ platform: string }>(platform(school));
    const practice = { ...env, ALLOW_PRIVATE_PLATFORMS: '1' };
    const known = (await store.get(platforms, { id }))!;
    const lms = await openSmallServer(() => ({ status: 404 }));
    await store.commit([change(platforms, known, { jwksUrl: `${lms.origin}/j`, tokenUrl: `${lms.origin}/t` })]);
    const tested = await admin(`platform test --school ${school} --platform ${id}`, [], practice);
    expect(tested.code).toBe(1);
    expect(tested.out.map((line) => line.split(' ', 1)[0])).toEqual(['FAILED', 'ok', 'FAILED', 'skipped']);
    await lms.close();
    await store.commit([put(refusedLaunches, { id: 'r' }, aRefusedLaunch({ schoolId: school, platformId: id }), 0)]);
    const refusals = await admin(`platform refusals --school ${school}`);
    expect(refusals.out.join('\n')).toContain('The deployment is not known');
  });
});

describe('the keys of a school', () => {
  it('are changed while the server runs, which notices by itself', async () => {
    const school = await aSchool();
    const keys = createToolKeys({ store, vault: createVault(env.APP_SECRET!), now: () => new Date() });
    expect(await json('keys rotate')).toEqual([{ school, kind: 'none' }]);
    const { kid: first } = await keys.signingKey(school);
    expect(await json(`keys list --school ${school}`)).toMatchObject([{ kid: first, days: 0, state: 'signing' }]);
    const [rotated] = await json<{ kid: string; signsFrom: string }[]>(`keys rotate --school ${school}`);
    const hours = (Date.parse(rotated!.signsFrom) - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(48);
    expect((await keys.publicKeys(school)).keys.map(({ kid }) => kid)).toEqual([first, rotated!.kid]);
    expect((await keys.signingKey(school)).kid).toBe(first);
    expect((await json<{ state: string }[]>('keys list')).map(({ state }) => state)).toEqual(['signing', 'coming']);
    const [replaced] = await json<{ kid: string }[]>(`keys rotate --school ${school} --leaked`);
    expect((await keys.signingKey(school)).kid).toBe(replaced!.kid);
    expect((await keys.publicKeys(school)).keys).toHaveLength(1);
    const { items } = await store.find(auditEntries, { where: { school, actor: 'command' } });
    expect(items.map(({ action }) => action).slice(-2)).toEqual(['key/rotated', 'key/replaced']);
  });

  it('wait as long as the configuration says', async () => {
    const school = await aSchool();
    await createToolKeys({ store, vault: createVault(env.APP_SECRET!), now: () => new Date() }).signingKey(school);
    const { out } = await admin('keys rotate --json', [], { ...env, KEY_OVERLAP_HOURS: '2' });
    const [{ signsFrom }] = JSON.parse(out[0]!) as [{ signsFrom: string }];
    expect(Math.round((Date.parse(signsFrom) - Date.now()) / 3_600_000)).toBe(2);
  });
});

describe('programmes of testing', () => {
  it('are read from a file beside the person who types, drafted or adopted, once', async () => {
    const school = await aSchool();
    await writeFile(join(folder, 'pta.csv'), `\uFEFF${aPtaFile({}, { component: 'SE2' })}`);
    const run = `pta import --school ${school} --from pta.csv`;
    expect(await json(run)).toMatchObject([{ outcome: 'made', adopted: false, components: ['SE1', 'SE2'] }]);
    expect(await json(`${run} --adopt`)).toMatchObject([{ outcome: 'unchanged', adopted: true }]);
    expect(await json(`${run} --adopt`)).toMatchObject([{ outcome: 'unchanged', adopted: false }]);
    expect(await json(`pta list --school ${school}`)).toMatchObject([
      { number: 1, state: 'adopted', subject: { code: '1305' } },
    ]);
  });

  it('are proposed, taken back, adopted and copied to the next year', async () => {
    const school = await aSchool();
    await writeFile(join(folder, 'pta.csv'), aPtaFile());
    const [made] = await json<{ pta: string }[]>(`pta import --school=${school} --from pta.csv`);
    const run = (command: string) => json(`pta ${command} --school=${school} --pta=${made!.pta}`);
    const state = async () => (await json<{ state: string }[]>(`pta list --school=${school}`))[0]!.state;
    await run('propose');
    expect(await state()).toBe('proposed');
    await run('take-back');
    expect(await state()).toBe('draft');
    await run('propose');
    await run('adopt');
    expect(await state()).toBe('adopted');
    const again = await admin(`pta adopt --school=${school} --pta=${made!.pta}`);
    expect(again).toMatchObject({ code: 1 });
    expect(again.err[0]).toContain('pta/immutable');
    const copied = await json<{ made: string[] }>(`pta copy --school=${school} --year 2026-2027`);
    expect(copied.made).toHaveLength(1);
    expect(await json(`pta copy --school=${school} --year 2026-2027`)).toEqual({ made: [] });
  });

  it('come from a workbook too; a heading that nobody explained is refused', async () => {
    const school = await aSchool();
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('PTA');
    aPtaFile({})
      .split('\r\n')
      .forEach((line) => sheet.addRow(line.split(';')));
    await writeFile(join(folder, 'pta.xlsx'), Buffer.from(await book.xlsx.writeBuffer()));
    expect(await json(`pta import --school=${school} --from pta.xlsx`)).toMatchObject([{ outcome: 'made' }]);
    await writeFile(join(folder, 'other.csv'), aPtaFile().replace('weight', 'punten'));
    const { code, out } = await admin(`pta import --school=${school} --from other.csv`);
    expect(code).toBe(1);
    expect(out).toEqual([
      'row 1: We don’t know this column. ("punten")',
      'row 1, weight: This column is missing.',
      'Nothing was stored.',
    ]);
  });

  it('wait for the school’s choice of rounding, which has no default', async () => {
    const school = await aSchool();
    expect((await admin(`school rounding --school=${school}`)).out).toEqual([
      'Nothing chosen yet: no grade that counts can be settled.',
    ]);
    expect(await json(`school rounding --school=${school} --choose viaOneDecimal`)).toMatchObject({
      regime: 'viaOneDecimal',
    });
    expect((await admin(`school rounding --school=${school} --choose half`)).code).toBe(2);
  });

  it('say a line for each problem, and store nothing', async () => {
    const school = await aSchool();
    await writeFile(join(folder, 'pta.csv'), aPtaFile({}, { component: 'SE2', weight: 'x', cohort: '' }));
    const { code, out } = await admin(`pta import --school ${school} --from pta.csv --adopt`);
    expect(code).toBe(1);
    expect(out).toEqual([
      'row 3, cohort: This can’t be empty.',
      'row 3, weight: We don’t understand this. ("x")',
      'Nothing was stored.',
    ]);
    expect(await json(`pta list --school ${school}`)).toEqual([]);
  });

  it('refuse a file that isn’t there, and half an amendment', async () => {
    const school = await aSchool();
    expect((await admin(`pta import --school ${school} --from nothing.csv`)).code).toBe(2);
    expect((await admin(`pta import --school ${school} --from nothing.csv --reason unforeseen`)).err[0]).toContain(
      '--advised-on',
    );
  });
});

describe('people and what they may do', () => {
  it('are made administrator by command, listed without names, and with a trace', async () => {
    const school = await aSchool();
    const person = await aMember(store, { school, course: 'c' }, 'teacher', { fullName: 'Karim Jansen' });
    await json(`grant add --school ${school} --person ${person} --role schoolAdministrator`);
    expect(await json(`grant list --school ${school}`)).toMatchObject([
      { person, role: 'schoolAdministrator', state: 'granted' },
    ]);
    const listed = await admin(`person list --school ${school} --json`);
    expect(listed.out[0]).not.toContain('Karim');
    expect(JSON.parse(listed.out[0]!)).toEqual([
      { person, roles: ['teacher', 'schoolAdministrator'], lastVisit: null },
    ]);
    expect((await admin(`person list --school ${school} --names`)).out[0]).toContain('Karim Jansen');
    await json(`grant withdraw --school ${school} --person ${person} --role schoolAdministrator`);
    expect((await store.find(grants, { where: { school } })).items).toMatchObject([
      { state: 'withdrawn', decidedBy: 'command' },
    ]);
    const { items } = await store.find(auditEntries, { where: { school, actor: 'command' } });
    expect(items.map(({ action }) => action)).toEqual([
      'school/added',
      'registration-link/made',
      'grant/granted',
      'grant/withdrawn',
    ]);
  });

  it('refuse a role or a person that isn’t there', async () => {
    const school = await aSchool();
    expect((await admin(`grant add --school ${school} --person x --role king`)).code).toBe(2);
    expect((await admin(`grant add --school ${school} --person x --role examiner`)).code).toBe(1);
    expect((await admin(`grant withdraw --school ${school} --person x --role examiner`)).code).toBe(1);
  });
});

describe('looking into the house', () => {
  it('says that the audit trail is whole, and that nothing waits', async () => {
    const school = await aSchool();
    expect(await json(`audit verify --school ${school}`)).toEqual({ kind: 'whole', entries: 2 });
    expect(await json(`outbox list --school ${school}`)).toEqual([]);
  });

  it('explains what got stuck, tries it again, and puts it aside', async () => {
    const school = await aSchool();
    const at = new Date('2026-11-10T09:00:00.000Z');
    const payload = { target: 'mail', to: 'piet@beek.example', toName: 'Piet', subject: 'Link', text: 'Hoi' } as const;
    await store.commit(await intendDelivery(store, { school, target: 'mail', key: 'm1', payload, at }));
    const delivery = deliveryId('mail', 'm1');
    const one = `--school ${school} --delivery ${delivery}`;
    expect(await json(`outbox explain ${one}`)).toMatchObject({ state: 'ready', next: at.toISOString(), history: [] });
    expect(await json(`outbox park ${one}`)).toEqual({ parked: true });
    expect(await json(`outbox park ${one}`)).toEqual({ parked: false });
    const { out } = await admin(`outbox explain ${one}`);
    expect(out.join(' ')).toContain('Somebody put this aside.');
    expect(out.join(' ')).not.toMatch(/Piet|beek/u);
    expect(await json(`outbox retry --school ${school} --reason platform-down`)).toEqual({ retried: 0 });
    expect(await json(`outbox retry --school ${school} --reason put-aside`)).toEqual({ retried: 1 });
    expect(await json(`outbox explain ${one}`)).toMatchObject({
      state: 'ready',
      history: [{ action: 'delivery/parked' }, { action: 'delivery/retried' }],
    });
    expect(await json(`outbox retry ${one}`)).toEqual({ retried: 1 });
    expect((await admin(`outbox retry --school ${school}`)).code).toBe(2);
    expect((await admin(`outbox explain --school ${await aSchool()} --delivery ${delivery}`)).code).toBe(1);
  });
});

describe('as a program', () => {
  const run = (args: readonly string[]) =>
    promisify(execFile)(
      process.execPath,
      [
        '--import',
        join(import.meta.dirname, '../../support/typescript.mjs'),
        join(import.meta.dirname, '../../../lti-tool/src/admin.ts'),
        ...args,
      ],
      {
        env: { ...process.env, ...env, NODE_OPTIONS: '' },
      },
    );

  it('answers on standard output and ends well', async () => {
    const { stdout, stderr } = await run(['school', 'add', '--name', 'Échte school', '--json']);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ name: 'Échte school' });
  });

  it('complains on standard error and ends badly', async () => {
    await expect(run(['school', 'add', '--nam', 'x'])).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^[^\n]+\n$/u),
    });
  });
});
