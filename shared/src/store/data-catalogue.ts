import {
  categories,
  personalCategories,
  type CatalogueOf,
  type Category,
  type CollectionName,
  type Entry,
} from './catalogue/entry.js';
import { aboutCareer } from './catalogue/career.js';
import { aboutAssessment } from './catalogue/assessment.js';
import { aboutHouse } from './catalogue/house.js';
import { aboutLearning } from './catalogue/learning.js';
import { aboutOutside } from './catalogue/outside.js';
import { aboutPeople } from './catalogue/people.js';
import { aboutProgramme } from './catalogue/programme.js';
import { aboutPlacement } from './catalogue/placement.js';
import { aboutQualitySample } from './catalogue/quality-sample.js';

/**
 * What every field of every record holds, and what for. The base of retention, export and erasure, and of the school's register of processing
 * (GDPR art. 30). A new field is named here, or the build fails.
 */
export const dataCatalogue: CatalogueOf<CollectionName> = {
  ...aboutPeople,
  ...aboutLearning,
  ...aboutAssessment,
  ...aboutOutside,
  ...aboutCareer,
  ...aboutHouse,
  ...aboutProgramme,
  ...aboutPlacement,
  ...aboutQualitySample,
};

export { categories };
export type { Category };

export interface CataloguedField {
  collection: string;
  field: string;
  category: Category;
  purpose: string;
}

/** Every field, one by one. */
export function cataloguedFields(): CataloguedField[] {
  return Object.entries(dataCatalogue).flatMap(([collection, fields]) =>
    Object.entries(fields as Readonly<Record<string, Entry>>).map(([field, [category, purpose]]) => ({
      collection,
      field,
      category,
      purpose,
    })),
  );
}

/** The fields that are about a person. */
export function personalFields(): CataloguedField[] {
  return cataloguedFields().filter(({ category }) => personalCategories.includes(category));
}
