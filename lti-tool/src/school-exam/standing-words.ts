import type { SeStanding } from '@buitenboord/shared/domain/grade/se-standing.js';
import type { Text } from '@buitenboord/shared/text/text.js';

/** What a teacher must not overlook: a grade that fails the exam, a low component, a gate that isn't passed. Whole sentences, gravest first. */
export function alarmsOf(text: Text, { parts, warnings, shut }: SeStanding): string[] {
  const alarms: string[] = [];
  for (const warning of warnings) {
    if (warning.kind === 'becomes-below-four') alarms.unshift(text('se.warn.becomes', { grade: warning.grade }));
    if (warning.kind === 'component-below-four') {
      const code = parts[warning.position - 1]?.component.code ?? '';
      alarms.push(text('se.warn.component', { code }));
    }
  }
  if (shut.length > 0) alarms.push(text('se.shut', { codes: shut.join(', ') }));
  return alarms;
}

/** Where the two lawful ways of rounding differ; undefined where they don't. */
export function roundingNote(text: Text, { warnings }: SeStanding): string | undefined {
  const found = warnings.find(({ kind }) => kind === 'rounding-decides');
  if (found?.kind !== 'rounding-decides') return undefined;
  return text('se.warn.rounding', { direct: found.direct, via: found.viaOneDecimal });
}
