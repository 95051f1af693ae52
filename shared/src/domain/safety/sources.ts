import type { Confidence } from '../rules/rule.js';
import type { Severity } from './safety-rule.js';

interface SourceOfRule {
  source: string;
  confidence: Confidence;
  severity: Severity;
  textOf?: string;
  readOn: string;
}

/** The day on which the table was compared with its sources. */
const readOn = '2026-11-24';
const law = { confidence: 'high', severity: 'block', readOn } as const;

/** Arbeidstijdenwet, BWBR0007671. */
export function workingHoursAct(article: string): SourceOfRule {
  return { ...law, source: `Arbeidstijdenwet ${article}`, textOf: '2025-07-01' };
}

/** Nadere regeling kinderarbeid, BWBR0007195. */
export function childLabourRules(article: string): SourceOfRule {
  return { ...law, source: `Nadere regeling kinderarbeid ${article}`, textOf: '2024-11-18' };
}

/** Arbeidsomstandighedenbesluit, BWBR0008498; a newer text than that of 2020 was not checked. */
export function workingConditions(article: string): SourceOfRule {
  return { ...law, source: `Arbeidsomstandighedenbesluit ${article}`, textOf: '2020-01-01' };
}

/** What the government's site tells, of which we couldn't read the article: no reason to forbid, a reason to ask. */
export function governmentSite(page: string): SourceOfRule {
  return { source: `rijksoverheid.nl, ${page}`, confidence: 'medium', severity: 'warn', readOn };
}

/** The law whose border is drawn nowhere: no reason to forbid, a reason to ask. */
export function unclear(source: string): SourceOfRule {
  return { source, confidence: 'medium', severity: 'warn', readOn };
}

/** No source says it; it follows from this one, which is about another age. */
export function inference(from: string): SourceOfRule {
  return { source: from, confidence: 'low', severity: 'warn', readOn };
}
