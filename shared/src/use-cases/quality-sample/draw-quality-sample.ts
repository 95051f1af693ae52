import { drawSample, populationHash } from './draw-sample.js';
import type { DrawMethod, QualitySample, SampleCase } from '../../domain/quality-sample/quality-sample.js';
import { naturalId, newId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { contentHash } from '../../store/audit.js';
import { qualitySamples, sampleCases } from '../../store/collections.js';
import { audit, put, type Store } from '../../store/port.js';
import { findPlacement } from '../company/company-records.js';
import type { StoredGrade } from '../grade/find-grades.js';
import { sampleGrades, toPopulation, type PopulationOf } from './sample-population.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface SampleToDraw extends PopulationOf {
  method: DrawMethod;
  seed: string;
  by: string;
}

/**
 * Draws a sample of settled grades and opens a case for each; answers its id. What it was drawn from is kept with it, in the same commit. Throws Problem
 * `sample/nothing-to-draw` when no grade fits.
 */
export async function drawQualitySample({ store, now }: Deps, input: SampleToDraw): Promise<string> {
  const { school, component, course, method, seed, by } = input;
  const grades = await sampleGrades(store, input);
  const population = toPopulation(grades);
  const drawn = drawSample(population, method, seed);
  const id = newId();
  const sample: QualitySample = {
    component,
    ...(course !== undefined && { course }),
    ...{ method, seed, population, drawn },
    populationHash: populationHash(population),
    drawnBy: by,
    drawnAt: now().toISOString(),
  };
  const cases = await Promise.all(
    grades.filter(({ gradeKey }) => drawn.includes(gradeKey)).map((grade) => caseOf(store, id, grade)),
  );
  await store.commit([
    put(qualitySamples, { school, id }, sample, 0),
    ...cases.map((each) => put(sampleCases, { school, id: naturalId('sampleCase', id, each.gradeKey) }, each, 0)),
    audit(school, {
      at: sample.drawnAt,
      actor: by,
      action: 'sample/drawn',
      object: `qualitySamples/${id}`,
      after: contentHash([sample.populationHash, method, seed, drawn]),
    }),
  ]);
  return id;
}

async function caseOf(store: Store, sample: string, grade: StoredGrade): Promise<SampleCase> {
  const { school, gradeKey, revision, student, component, attempt, activity, course } = grade;
  const placement = await findPlacement(store, { school, activity, student });
  return {
    ...{ sample, gradeKey, revision, student, component, attempt, activity, course, state: 'drawn' },
    ...(placement && { company: placement.company, companyName: placement.companyName }),
  };
}
