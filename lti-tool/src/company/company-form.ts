import { z } from 'zod';
import type { Text } from '@buitenboord/shared/text/text.js';

/** One checkbox or several: a browser sends a string or a list. */
const students = z.preprocess(
  (sent) => (sent === undefined ? [] : [sent].flat()),
  z.array(z.string().min(1).max(64)).max(500),
);
const typed = (max: number) => z.string().trim().max(max).default('');

/** What the form about a company sends; what is missing in it is said beside the field. */
export const CompanyForm = z.strictObject({
  students,
  name: typed(120),
  contactName: typed(120),
  contactEmail: typed(254),
  invite: z.literal('yes').optional(),
});
export type CompanyForm = z.infer<typeof CompanyForm>;

export const InviteForm = z.strictObject({ students, seen: z.iso.datetime().optional() });
export const WithdrawForm = z.strictObject({ student: z.string().min(1).max(64) });

export type CompanyFormField = 'students' | 'name' | 'contactName' | 'contactEmail';
export type CompanyFormErrors = Partial<Readonly<Record<CompanyFormField, string>>>;

/** What is wrong with the form, each with the field it belongs to. */
export function errorsOf(form: CompanyForm, text: Text): CompanyFormErrors {
  return {
    ...(form.students.length === 0 && { students: text('company.form.noStudents') }),
    ...(form.name === '' && { name: text('company.form.noName') }),
    ...(form.contactName === '' && { contactName: text('company.form.noContact') }),
    ...(!z.email().safeParse(form.contactEmail).success && { contactEmail: text('company.form.noEmail') }),
  };
}
