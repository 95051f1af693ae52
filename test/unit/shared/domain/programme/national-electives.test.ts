import { describe, expect, it } from '@jest/globals';
import { profiles } from '@buitenboord/shared/domain/programme/elective.js';
import { electives } from '@buitenboord/shared/domain/programme/electives.js';
import { offeredFor } from '@buitenboord/shared/domain/programme/national-elective.js';
import { findNationalElective, nationalElectives } from '@buitenboord/shared/domain/programme/national-electives.js';
import { nationalProfiles, profileOf } from '@buitenboord/shared/domain/programme/national-profiles.js';
import { withVmboData } from '../../../../support/vmbo-data.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const ofName = (title: string) => nationalElectives.filter((elective) => elective.title === title);

describe('the electives of the country', () => {
  it('are known by SLO’s uuid, for three prefixes stand in its list twice [programme.key-is-uuid]', () => {
    const ids = nationalElectives.map(({ sloId }) => sloId);
    expect(new Set(ids).size).toBe(158);
    for (const id of ids) expect(id).toMatch(uuid);
    const prefixes = nationalElectives.map(({ sloPrefix }) => sloPrefix);
    expect(new Set(prefixes).size).toBe(155);
    expect(prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index).sort()).toEqual([
      'K/EO/09',
      'K/EO/10',
      'K/EO/11',
    ]);
  });

  it('have a code of four digits as text, or none where no list has one [programme.code-is-text]', () => {
    for (const { officialCode, codeConfidence } of nationalElectives) {
      if (officialCode === null) expect(codeConfidence).toBeNull();
      else expect(officialCode).toMatch(/^\d{4}$/u);
    }
    const without = nationalElectives.filter(({ officialCode }) => officialCode === null);
    expect(without.map(({ sloPrefix }) => sloPrefix)).toEqual(['K/DP/12']);
  });

  it('are offered for the leerwegen of their code, and for SLO’s where no code is known', () => {
    expect(offeredFor(ofName('De lasrobot')[0]!)).toEqual(['kb', 'gl']);
    expect(offeredFor(ofName('Kunstvak informatie, creatie en presentatie')[0]!)).toEqual(['bb', 'kb']);
  });

  it('hold the electives that the product knows in full', () => {
    for (const { sloId, title, officialCode, profile, subtasks } of electives) {
      expect(findNationalElective(sloId)).toMatchObject({
        title,
        officialCode,
        profile,
        subtaskCount: subtasks.length,
      });
    }
    expect(findNationalElective('nothing')).toBeUndefined();
  });
});

describe('the profiles of the country', () => {
  it('are ten, with four modules each, two of them in gl too [programme.ten-profiles]', () => {
    expect(nationalProfiles.map(({ code }) => code)).toEqual([...profiles]);
    for (const { modules } of nationalProfiles) {
      expect(modules).toHaveLength(4);
      expect(modules.filter(({ leerwegen }) => leerwegen.includes('gl'))).toHaveLength(2);
      for (const { officialCode } of modules) expect(officialCode).toMatch(/^\d{4}$/u);
    }
  });

  it('say until when a code is listed', () => {
    expect(profileOf('E&O')).toMatchObject({ officialCode: '1700', lastExamYear: 2025 });
    expect(profileOf('PIE')).toMatchObject({ officialCode: '1300', lastExamYear: null });
  });
});

interface PublishedElective {
  sloId: string;
  sloPrefix: string;
  profile: string;
  title: string;
  officialSubjectCode: string | null;
  codeConfidence: string | null;
  leerwegen: string[];
  leerwegenByOfficialCode: string[] | null;
  examYearFrom: number | null;
  deeltaakCount: number;
}

withVmboData('electives.json', 'the electives of the country beside what is published', (data) => {
  it('are all of them, and say nothing else', () => {
    const published = (data as { electives: PublishedElective[] }).electives.map((row) => ({
      sloId: row.sloId,
      sloPrefix: row.sloPrefix,
      profile: row.profile,
      title: row.title,
      officialCode: row.officialSubjectCode,
      codeConfidence: row.codeConfidence,
      leerwegen: row.leerwegen,
      registeredFor: row.leerwegenByOfficialCode,
      fromExamYear: row.examYearFrom,
      subtaskCount: row.deeltaakCount,
    }));
    expect(nationalElectives).toEqual(published);
  });
});

interface PublishedProfile {
  code: string;
  sloId: string;
  sloPrefix: string;
  name: string;
  officialSubjectCode: string | null;
  examYearTo: number | null;
  modules: (Pick<PublishedElective, 'sloId' | 'sloPrefix' | 'title' | 'officialSubjectCode' | 'leerwegen'> & {
    deeltaken: unknown[];
  })[];
}

withVmboData('profiles.json', 'the profiles beside what is published', (data) => {
  it('are all of them, and say nothing else', () => {
    const published = (data as { profiles: PublishedProfile[] }).profiles.map((row) => ({
      code: row.code,
      sloId: row.sloId,
      sloPrefix: row.sloPrefix,
      name: row.name,
      officialCode: row.officialSubjectCode,
      lastExamYear: row.examYearTo,
      modules: row.modules.map(({ officialSubjectCode: officialCode, deeltaken, ...module }) => ({
        sloId: module.sloId,
        sloPrefix: module.sloPrefix,
        title: module.title,
        officialCode,
        leerwegen: module.leerwegen,
        subtaskCount: deeltaken.length,
      })),
    }));
    expect(nationalProfiles).toEqual(published);
  });
});
