import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { collections } from '@buitenboord/shared/store/collections.js';
import { cataloguedFields, personalFields } from '@buitenboord/shared/store/data-catalogue.js';

describe('the data catalogue', () => {
  it('names every field of every kind of record, and none that isn’t there', () => {
    const stored = Object.entries(collections).flatMap(([name, { schema }]) =>
      Object.keys((schema as unknown as z.ZodObject).shape).map((field) => `${name}.${field}`),
    );
    const named = cataloguedFields().map(({ collection, field }) => `${collection}.${field}`);
    expect(named.sort()).toEqual(stored.sort());
  });

  it('says for each what it is for', () => {
    for (const { purpose } of cataloguedFields()) expect(purpose).toMatch(/\S/u);
  });

  it('knows who can be named and reached', () => {
    const direct = personalFields()
      .filter(({ category }) => category === 'identity' || category === 'contact')
      .map(({ collection, field }) => `${collection}.${field}`);
    expect(direct.sort()).toEqual(
      [
        'birthDates.bornOn',
        'namedExperts.name',
        'namedExperts.role',
        'sittings.schoolExaminer',
        'sittings.secondExaminer',
        'people.givenName',
        'people.familyName',
        'people.fullName',
        'people.email',
        'people.studentNumber',
        'identities.subject',
        'enrolments.subject',
        'courseNumbers.number',
        'nameMatches.given',
        'visits.about',
        'companies.contactName',
        'companies.contactEmail',
        'placements.contactName',
        'placements.contactEmail',
        'invitations.mailProblem',
        'demoMails.to',
        'demoMails.toName',
      ].sort(),
    );
  });
});
