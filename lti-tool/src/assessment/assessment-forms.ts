import { z } from 'zod';
import { moments, type Moment } from '@buitenboord/shared/domain/assessment/moment.js';
import { observationTopics } from '@buitenboord/shared/domain/assessment/observation.js';
import { levels, type Level } from '@buitenboord/shared/domain/grade/suggested-grade.js';

// Browsers send a line break as two characters and count it as one.
const plain = (longest: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replace(/\r\n/gu, '\n').trim())
    .pipe(z.string().max(longest));

const level = z.enum(['', ...levels]).default('');

/** A rubric as filled in: at most five questions, each with a level or none. */
export const RubricAnswers = z
  .strictObject({
    moment: z.enum(moments),
    remark: plain(1000),
    'level-0': level,
    'level-1': level,
    'level-2': level,
    'level-3': level,
    'level-4': level,
  })
  .transform((form) => ({
    moment: form.moment,
    remark: form.remark,
    levels: [form['level-0'], form['level-1'], form['level-2'], form['level-3'], form['level-4']].map(
      (each): Level | null => (each === '' ? null : each),
    ),
  }));

export const MomentAsked = z.strictObject({ moment: z.enum(moments) });
export const ObservationTyped = z.strictObject({ topic: z.enum(observationTopics), words: plain(500) });

const ticked = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes');

/** Which moments besides the end, as checkboxes. */
export const MomentsChosen = z
  .strictObject({ start: ticked, middle: ticked })
  .transform((form): Moment[] => moments.filter((moment) => moment !== 'end' && form[moment]));

const day = z.union([z.literal(''), z.iso.date()]).default('');

/** How a sitting was held. Nothing in it has room for the exam itself. */
export const SittingTyped = z.strictObject({
  heldOn: day,
  place: plain(120),
  schoolExaminer: plain(120),
  secondExaminer: plain(120),
  papersSecret: ticked,
  observationsWritten: ticked,
});

export const ExpertTyped = z.strictObject({
  name: plain(120).pipe(z.string().min(1)),
  role: plain(120).pipe(z.string().min(1)),
  company: plain(120).pipe(z.string().min(1)),
  namedOn: z.iso.date(),
});
