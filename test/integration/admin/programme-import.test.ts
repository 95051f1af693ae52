import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runAdmin } from '@buitenboord/lti-tool/admin/run-admin.js';
import { nationalElectives } from '@buitenboord/shared/domain/programme/national-electives.js';
import { openStore } from '@buitenboord/shared/store/open-store.js';
import { getElectiveProgramme } from '@buitenboord/shared/use-cases/programme/find-elective-programme.js';
import type { NamedText } from '@buitenboord/shared/domain/programme/programme-file.js';
import { collectedFolder, sloFolder } from '../../support/slo-files.js';
import { vmboFolder, withVmboData } from '../../support/vmbo-data.js';

let folder: string;
let env: Record<string, string>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buitenboord-programme-'));
  env = {
    BASE_URL: 'https://tool.example/',
    STORE_URL: `sqlite:${join(folder, 't.db')}`,
    APP_SECRET: 'x'.repeat(40),
    INIT_CWD: folder,
  };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function programme(...words: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runAdmin(['programme', ...words], env, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, said: [...out, ...err].join('\n') };
}
async function put(files: readonly NamedText[], where = '.'): Promise<void> {
  await mkdir(join(folder, where), { recursive: true });
  for (const { name, text } of files) await writeFile(join(folder, where, name), text);
}

describe('programme import', () => {
  it('reads a folder of collected lists under the day SLO published them', async () => {
    await put(collectedFolder(), 'lists');
    expect((await programme('import', '--from', 'lists')).said).toContain(
      'Edition 2025-12-11: added 3 subjects and core parts, 3 subtasks, 5 attainment targets.',
    );
    expect((await programme('import', '--from', 'lists')).said).toContain('nothing new');
    expect((await programme('list')).said).toMatch(/^2025-12-11 {2}3 subjects/u);
  });

  it('reads SLO’s own repository, and asks of which day it is', async () => {
    await put(sloFolder(), 'slo/data');
    expect(await programme('import', '--from', 'slo')).toMatchObject({ code: 2 });
    const answer = await programme('import', '--from', 'slo', '--edition', '2026-03-01');
    expect(answer).toMatchObject({ code: 0 });
    expect(answer.said).toContain('Edition 2026-03-01: added 3 subjects');
  });

  it('reads one file after another into the same edition', async () => {
    await put(collectedFolder());
    for (const name of ['eindtermen.json', 'electives.json', 'profiles.json', 'core-eindtermen.json'])
      expect(await programme('import', '--from', name)).toMatchObject({ code: 0 });
    expect((await programme('list')).said).toContain('3 subjects and core parts, 3 subtasks, 5 attainment targets');
  });

  it('refuses what is wrong with file, row and reason, and stores nothing', async () => {
    const wrong = { sloId: 'x', sloPrefix: 'K', deeltaakSloId: 'y', text: '', leerwegen: [] };
    await put(collectedFolder({ 'eindtermen.json': { eindtermen: [wrong] } }), 'lists');
    const answer = await programme('import', '--from', 'lists');
    expect(answer.code).toBe(1);
    expect(answer.said).toContain('eindtermen.json, row 1: this row lacks something or has a wrong value (sloId)');
    expect(answer.said).toContain('Nothing was stored.');
    expect((await programme('list')).said).toBe('No edition yet.');
  });

  it('refuses another content under the same day with file and row', async () => {
    await put(collectedFolder(), 'lists');
    await programme('import', '--from', 'lists');
    const [, , targets] = collectedFolder();
    await put([{ name: 'eindtermen.json', text: targets!.text.replace('Voorbeeldterm 2', 'Iets anders') }], 'lists');
    const answer = await programme('import', '--from', 'lists');
    expect(answer.code).toBe(1);
    expect(answer.said).toContain('eindtermen.json, row 2: this edition has other content here already');
  });

  it('says what it can’t read', async () => {
    expect(await programme('import', '--from', 'nothing')).toMatchObject({ code: 2 });
    await put([{ name: 'a.json', text: '{}' }], 'other');
    expect((await programme('import', '--from', 'other')).said).toContain('a.json: we don’t know this file');
  });
});

withVmboData('eindtermen.json', 'programme import of everything SLO publishes', () => {
  it('stores all 3,473 targets, knows every elective of the project, and changes nothing the second time', async () => {
    const first = await programme('import', '--from', vmboFolder, '--json');
    expect(JSON.parse(first.said)).toMatchObject({
      ...{ edition: '2025-12-11', kind: 'imported' },
      added: { units: 228, subtasks: 677, targets: 3473 },
    });
    const second = await programme('import', '--from', vmboFolder, '--json');
    expect(JSON.parse(second.said)).toMatchObject({ kind: 'unchanged', whole: { targets: 3473 } });
    const store = await openStore(env.STORE_URL!);
    for (const { sloId, title, officialCode, subtaskCount } of nationalElectives) {
      const found = await getElectiveProgramme(store, { elective: sloId, edition: '2025-12-11' });
      expect(found).toMatchObject({ title, officialCode });
      expect(found.subtasks).toHaveLength(subtaskCount);
      for (const { targets } of found.subtasks) expect(targets.length).toBeGreaterThan(0);
    }
    await store.close();
  });
});
