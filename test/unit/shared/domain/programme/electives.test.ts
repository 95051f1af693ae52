import { describe, expect, it } from '@jest/globals';
import { electives, findElective, findSubtask } from '@buitenboord/shared/domain/programme/electives.js';
import { profiles } from '@buitenboord/shared/domain/programme/elective.js';
import { withVmboData } from '../../../../support/vmbo-data.js';

interface Published {
  electives: {
    sloId: string;
    sloPrefix: string;
    title: string;
    profile: string;
    officialSubjectCode: string;
    leerwegenByOfficialCode: string[];
    deeltaken: { sloId: string; sloPrefix: string }[];
  }[];
}

describe('the electives that come with the product', () => {
  it('have an id of their own each, and so do their subtasks', () => {
    const ids = electives.flatMap(({ sloId, subtasks }) => [sloId, ...subtasks.map((subtask) => subtask.sloId)]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u);
  });

  it('cover every profile', () => {
    expect(new Set(electives.map(({ profile }) => profile))).toEqual(new Set(profiles));
  });

  it('have an official code of four digits as text, and short titles for their subtasks', () => {
    for (const { officialCode, subtasks } of electives) {
      expect(officialCode).toMatch(/^\d{4}$/u);
      for (const { title } of subtasks) expect(title.length).toBeLessThanOrEqual(45);
    }
  });

  it('are found by id, and by the id of a subtask', () => {
    const [first] = electives;
    expect(findElective(first!.sloId)).toBe(first);
    expect(findSubtask(first!.subtasks[1]!.sloId)?.elective).toBe(first);
    expect(findElective('nothing')).toBeUndefined();
    expect(findSubtask('nothing')).toBeUndefined();
  });
});

withVmboData('electives.json', 'the electives beside what SLO and Edustandaard publish', (data) => {
  const published = new Map((data as Published).electives.map((elective) => [elective.sloId, elective]));

  it.each(electives.map((elective) => [elective.title, elective] as const))(
    '%s is what is published',
    (_title, elective) => {
      const { sloPrefix, title, officialSubjectCode, profile, leerwegenByOfficialCode, deeltaken } = published.get(
        elective.sloId,
      )!;
      const { subtasks, ...facts } = elective;
      expect(facts).toEqual({
        sloId: elective.sloId,
        sloPrefix,
        title,
        officialCode: officialSubjectCode,
        profile,
        leerwegen: leerwegenByOfficialCode,
      });
      expect(subtasks.map(({ sloId, sloPrefix }) => [sloId, sloPrefix])).toEqual(
        deeltaken.map((part) => [part.sloId, part.sloPrefix]),
      );
    },
  );
});
