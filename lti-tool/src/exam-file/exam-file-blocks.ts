import { formatDate, formatGrade, formatTime } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type {
  ExamFile,
  FiledAttempt,
  FiledComponent,
  FiledHandIn,
  FiledJudgement,
  FiledRevision,
  FiledSample,
} from '@buitenboord/shared/use-cases/exam-file/exam-file.js';
import type { PdfBlock } from '../pdf/render-pdf.js';

/** An exam file in words, block by block: the page and the PDF say the same. `called` is the student's name, or what stands for it. */
export function examFileBlocks(text: Text, file: ExamFile, called: string): PdfBlock[] {
  const { student, school, madeAt, components } = file;
  return [
    { kind: 'title', text: text('examFile.of', { name: called }) },
    ...(student.studentNumber === undefined ? [] : [line(text('examFile.number', { number: student.studentNumber }))]),
    small(text('examFile.madeAt', { school, at: moment(text, madeAt) })),
    ...(components.length === 0 ? [line(text('examFile.none'))] : []),
    ...components.flatMap((component) => componentBlocks(text, component)),
  ];
}

/** Who signs, on paper (Uitvoeringsbesluit WVO 2020, art. 3.15). */
export function signatureBlocks(text: Text): PdfBlock[] {
  const signers = ['director', 'secretary', 'student'] as const;
  return [
    { kind: 'heading', text: text('examFile.sign') },
    ...signers.map((signer) => line(`${text(`examFile.sign.${signer}`)}: ${'_'.repeat(40)}`)),
  ];
}

function componentBlocks(text: Text, { code, title, subject, pta, attempts }: FiledComponent): PdfBlock[] {
  const { cohort, leerweg, schoolYear: year, version } = pta;
  const place = text('examFile.pta', { subject: `${subject.title} (${subject.code})`, cohort, leerweg, year });
  const held = version === undefined ? text('examFile.pta.gone') : text('examFile.ptaVersion', { version });
  return [
    { kind: 'heading', text: text('examFile.component', { code, title }) },
    small(`${place} · ${held}`),
    ...attempts.flatMap((attempt) => attemptBlocks(text, attempt, attempts.length)),
  ];
}

function attemptBlocks(text: Text, found: FiledAttempt, of: number): PdfBlock[] {
  const { attempt, activities, revisions, samples, company } = found;
  return [
    ...(of > 1 ? [line(text('examFile.attempt', { attempt }))] : []),
    ...section(text('examFile.assignment'), activities),
    ...evidenceBlocks(text, found),
    ...section(
      text('examFile.company'),
      company.flatMap((each) => judgementLines(text, each)),
    ),
    ...section(
      text('examFile.grades'),
      revisions.length > 0 ? revisions.map((each) => revisionLine(text, each)) : [text('examFile.grades.none')],
    ),
    ...section(
      text('examFile.sample'),
      samples.map((each) => sampleLine(text, each)),
    ),
  ];
}

function evidenceBlocks(text: Text, { evidence, handIns }: FiledAttempt): PdfBlock[] {
  const files = evidence.map(({ kind, bytes, addedAt, sha256: hash }) =>
    text('examFile.evidence.line', {
      ...{ kind: text(`evidence.${kind}`), bytes, hash },
      at: moment(text, addedAt),
    }),
  );
  return [
    ...section(text('examFile.evidence'), files.length > 0 ? files : [text('examFile.evidence.none')]),
    ...section(
      text('examFile.handIn'),
      handIns.map((each) => handInLine(text, each)),
    ),
  ];
}

function handInLine(text: Text, { number, handedInAt, takenBackAt, evidence, textSha256: hash }: FiledHandIn): string {
  const at = moment(text, handedInAt);
  const handedIn = text('examFile.handIn.line', { number, at, files: evidence.length, hash });
  if (takenBackAt === undefined) return handedIn;
  return `${handedIn} ${text('examFile.handIn.back', { at: moment(text, takenBackAt) })}`;
}

function judgementLines(text: Text, { company, doneAt, levels, remark }: FiledJudgement): string[] {
  return [
    text('examFile.company.line', {
      company: company ?? '–',
      at: doneAt === undefined ? '–' : moment(text, doneAt),
    }),
    ...levels.map(({ criterion, level }) =>
      text('examFile.level', { criterion, level: level ? text(`level.${level}`) : text('examFile.noAnswer') }),
    ),
    ...(remark ? [remark] : []),
  ];
}

function revisionLine(
  text: Text,
  { revision, value, reason, settledAt, settledBy, ptaVersion }: FiledRevision,
): string {
  const settled = text('examFile.revision', {
    ...{ revision, grade: formatGrade(text, value), by: settledBy ?? '–' },
    at: moment(text, settledAt),
  });
  const version = ptaVersion === undefined ? [] : [text('examFile.ptaVersion', { version: ptaVersion })];
  return [settled, ...version, ...(reason ? [text('examFile.reason', { reason })] : [])].join('. ');
}

function sampleLine(text: Text, { drawnAt, schoolWorkOn, second, secondAt, decision, reason }: FiledSample): string {
  const at = (day: string) => formatDate(text.locale, day);
  return [
    text('examFile.sample.drawn', { at: at(drawnAt) }),
    ...(schoolWorkOn === undefined ? [] : [text('examFile.sample.school', { at: at(schoolWorkOn) })]),
    second && secondAt !== undefined
      ? text('examFile.sample.second', { grade: formatGrade(text, second), at: at(secondAt) })
      : text('examFile.sample.waits'),
    ...(decision ? [text(`examFile.sample.${decision}`)] : []),
    ...(reason ? [text('examFile.reason', { reason })] : []),
  ].join(' ');
}

function section(heading: string, items: readonly string[]): PdfBlock[] {
  if (items.length === 0) return [];
  return [
    { kind: 'subheading', text: heading },
    { kind: 'list', items },
  ];
}

function line(words: string): PdfBlock {
  return { kind: 'text', text: words };
}

function small(words: string): PdfBlock {
  return { kind: 'small', text: words };
}

/** "9 juni 2026, 14:02": a file that is kept for years names the year. */
function moment({ locale }: Text, at: string): string {
  return `${formatDate(locale, at)}, ${formatTime(locale, at)}`;
}
