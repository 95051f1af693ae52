import { careerCompetences } from '@buitenboord/shared/domain/lob/competences.js';
import { formatDate } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { PdfBlock } from '../pdf/render-pdf.js';
import type { CareerExport } from './career-export.js';

type Experience = CareerExport['experiences'][number];
type WorkedAt = CareerExport['placements'][number];

/** The career file on paper: who, what she worked on, where she worked, and each experience in her own words. */
export function careerBlocks(text: Text, file: CareerExport): PdfBlock[] {
  const { school, leerweg, placements, experiences, madeAt } = file;
  return [
    { kind: 'title', text: careerTitle(text, file) },
    {
      kind: 'small',
      text: joined([school, leerweg && text('career.pdf.leerweg', { leerweg }), formatDate(text.locale, madeAt)]),
    },
    { kind: 'heading', text: text('career.pdf.competences') },
    { kind: 'list', items: careerCompetences.map((name) => competenceLine(text, name, file)) },
    ...(placements.length > 0 ? [{ kind: 'heading' as const, text: text('career.pdf.placements') }] : []),
    ...placements.flatMap((each) => placementBlocks(text, each)),
    ...experiences.flatMap((each) => experienceBlocks(text, each)),
    { kind: 'small', text: text('career.pdf.foot') },
  ];
}

/** Whose it is; of somebody whose name the LMS doesn't share, only what it is. */
export function careerTitle(text: Text, { student }: CareerExport): string {
  return student === '' ? text('career.title') : text('career.of', { name: student });
}

function competenceLine(text: Text, name: (typeof careerCompetences)[number], { competences }: CareerExport): string {
  return `${text(`career.competence.${name}`)} ${text('career.competence.count', { count: competences[name] })}`;
}

function placementBlocks(
  text: Text,
  { company, task, elective, subtasks, days, hours, hoursAre }: WorkedAt,
): PdfBlock[] {
  const on = (day: string) => formatDate(text.locale, day);
  const when = days && text('career.pdf.days', { first: on(days.first), last: on(days.last), count: days.count });
  return [
    { kind: 'subheading', text: company },
    { kind: 'text', text: joined([task, elective, when, text(`career.pdf.hours.${hoursAre}`, { hours })]) },
    ...(subtasks.length > 0 ? [{ kind: 'list' as const, items: subtasks }] : []),
  ];
}

function experienceBlocks(text: Text, experience: Experience): PdfBlock[] {
  const { kind, title, place, happenedOn, fitsMe, talks } = experience;
  const parts: readonly (readonly [string, string])[] = [
    [text('career.motivation'), experience.motivation],
    [text('career.aim'), experience.aim],
    ...experience.answers.map(({ question, answer }) => [question, answer] as const),
    [text('career.results'), experience.results],
    [text('career.evaluation'), experience.evaluation],
    [text('career.conclusion'), experience.conclusion],
    [text('career.fits'), fitsMe ? text(`career.fits.${fitsMe}`) : ''],
  ];
  const about = [text(`career.kind.${kind}`), place, happenedOn && formatDate(text.locale, happenedOn)];
  return [
    { kind: 'heading', text: title },
    { kind: 'small', text: joined(about) },
    ...answered(parts),
    ...talks.flatMap((talk) => talkBlocks(text, talk)),
  ];
}

function talkBlocks(text: Text, { moment, heldOn, studentNotes, teacherNotes, nextStep }: Experience['talks'][number]) {
  const parts = [
    [text('career.talk.student'), studentNotes],
    [text('career.talk.teacher'), teacherNotes],
    [text('career.pdf.nextStep'), nextStep],
  ] as const;
  const title = `${text(`career.talk.${moment}`)}, ${formatDate(text.locale, heldOn)}`;
  return [{ kind: 'subheading' as const, text: title }, ...parts.flatMap(([name, words]) => said(`${name}: `, words))];
}

function said(before: string, words: string): PdfBlock[] {
  return words.trim() === '' ? [] : [{ kind: 'text', text: before + words }];
}

/** A heading and what stands under it, where something does. */
function answered(parts: readonly (readonly [string, string])[]): PdfBlock[] {
  return parts
    .filter(([, words]) => words.trim() !== '')
    .flatMap(([name, words]): PdfBlock[] => [
      { kind: 'subheading', text: name },
      { kind: 'text', text: words },
    ]);
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
