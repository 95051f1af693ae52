import type { VNode } from 'preact';
import type { Company } from '@buitenboord/shared/domain/company/company.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { CompanyRow } from '@buitenboord/shared/use-cases/company/list-companies.js';
import { above, Layout } from '../web/layout.js';
import { describedBy, Field, Token } from '../web/parts/form.js';
import type { CompanyForm, CompanyFormErrors } from './company-form.js';
import { CompanyTableRow } from './company-row.js';
import { progressOf } from './company-progress.js';

export interface CompaniesPageProps {
  text: Text;
  rows: readonly CompanyRow[];
  known: readonly Company[];
  form: CompanyForm;
  errors: CompanyFormErrors;
  now: Date;
  formToken: string;
  /** `/v/<visit>/companies` */
  url: string;
}

const formId = 'name-company';

/** Where each student works, how far the company is, and one form for the students that are ticked. */
export function CompaniesPage(props: CompaniesPageProps): VNode {
  const { text, rows, errors } = props;
  return (
    <Layout title={text('company.title')} text={text} back={above(props.url)} width="wide">
      <h1>{text('company.title')}</h1>
      <p class="lead">{text('company.lead')}</p>
      {Object.keys(errors).length > 0 && (
        <p class="note stop" role="alert">
          {text('company.form.error')}
        </p>
      )}
      {rows.length === 0 ? <p>{text('company.noStudents')}</p> : <Filled {...props} />}
    </Layout>
  );
}

function Filled(props: CompaniesPageProps): VNode {
  return (
    <>
      <AskAll {...props} />
      <StudentTable {...props} />
      <NameCompany {...props} />
    </>
  );
}

/** What needs the teacher now, on top: companies that were named and not asked. */
function AskAll({ text, rows, now, formToken, url }: CompaniesPageProps): VNode | null {
  const waiting = rows.filter((row) => progressOf(row, now).kind === 'notInvited');
  if (waiting.length === 0) return null;
  return (
    <form method="post" action={`${url}/invite`} class="card now">
      <Token value={formToken} />
      {waiting.map(({ student }) => (
        <input key={student} type="hidden" name="students" value={student} />
      ))}
      <p>{text('company.toInvite', { count: waiting.length })}</p>
      <button class="button">{text('company.inviteAll')}</button>
    </form>
  );
}

function StudentTable({ text, rows, form, errors, now, formToken, url }: CompaniesPageProps): VNode {
  return (
    <>
      <table class="stacks">
        <thead>
          <tr>
            <th scope="col">{text('company.student')}</th>
            <th scope="col">{text('company.company')}</th>
            <th scope="col">{text('company.state')}</th>
            <th scope="col">{text('company.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CompanyTableRow
              key={row.student}
              {...{ text, row, now, formToken, url, formId }}
              ticked={form.students.includes(row.student)}
            />
          ))}
        </tbody>
      </table>
      {errors.students && <p class="error">! {errors.students}</p>}
    </>
  );
}

function NameCompany({ text, known, form, errors, formToken, url }: CompaniesPageProps): VNode {
  return (
    <form method="post" action={url} id={formId}>
      <Token value={formToken} />
      <h2>{text('company.form.title')}</h2>
      <p class="hint">{text('company.form.nameHint')}</p>
      <div class="columns">
        <Field id="name" label={text('company.form.name')} error={errors.name}>
          <input
            {...describedBy('name', { error: errors.name })}
            name="name"
            list="known"
            value={form.name}
            maxLength={120}
          />
          <datalist id="known">
            {[...new Set(known.map(({ name }) => name))].map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </Field>
        <ContactFields {...{ text, form, errors }} />
      </div>
      <label class="check">
        <input type="checkbox" name="invite" value="yes" checked={form.invite === 'yes'} />
        {text('company.form.inviteNow')}
      </label>
      <button class="button">{text('company.form.save')}</button>
    </form>
  );
}

function ContactFields({ text, form, errors }: Pick<CompaniesPageProps, 'text' | 'form' | 'errors'>): VNode {
  const { contactName, contactEmail } = errors;
  return (
    <>
      <Field id="contactName" label={text('company.form.contactName')} error={contactName}>
        <input
          {...describedBy('contactName', { error: contactName })}
          name="contactName"
          value={form.contactName}
          maxLength={120}
        />
      </Field>
      <Field id="contactEmail" label={text('company.form.contactEmail')} error={contactEmail}>
        <input
          {...describedBy('contactEmail', { error: contactEmail })}
          name="contactEmail"
          inputMode="email"
          value={form.contactEmail}
          maxLength={254}
        />
      </Field>
    </>
  );
}
