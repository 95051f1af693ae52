import { readRoster, type RosterDeps, type RosterRead, type RosterToRead } from './read-roster.js';

export interface RosterReader {
  /** Reads the class list of a course, or joins whoever is reading it: thirty launches at once are one question to the LMS. */
  read(wanted: RosterToRead): Promise<RosterRead>;
}

export function createRosterReader(deps: RosterDeps): RosterReader {
  const under = new Map<string, Promise<RosterRead>>();
  return {
    read(wanted) {
      const key = JSON.stringify([wanted.school, wanted.course]);
      const reading = under.get(key) ?? readRoster(deps, wanted).finally(() => under.delete(key));
      under.set(key, reading);
      return reading;
    },
  };
}
