import type { VNode } from 'preact';
import type { PtaColumn } from '@buitenboord/shared/domain/pta/pta-file.js';
import { companyRoles, leerwegen, places } from '@buitenboord/shared/domain/pta/pta.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { describedBy, Field } from '../web/parts/form.js';
import { scaleWords, type ComponentErrors, type ComponentForm } from './component-form.js';

export interface FieldsProps {
  text: Text;
  form: ComponentForm;
  errors: ComponentErrors;
}

/** The fields that say which programme it is. */
export function OutlineFields(props: FieldsProps): VNode {
  const { text } = props;
  return (
    <fieldset class="columns">
      <TextField {...props} name="subjectTitle" />
      <TextField {...props} name="subjectCode" />
      <TextField {...props} name="cohort" hint={text('pta.cohort.hint')} />
      <Choice {...props} name="leerweg" options={leerwegen.map((leerweg) => [leerweg, leerweg])} />
      <TextField {...props} name="schoolYear" hint={text('pta.schoolYear.hint')} />
    </fieldset>
  );
}

/** The fields of a component. */
export function ComponentFields(props: FieldsProps): VNode {
  const { text } = props;
  return (
    <>
      <fieldset class="columns">
        <TextField {...props} name="component" />
        <TextField {...props} name="title" />
      </fieldset>
      <LongField {...props} name="content" />
      <TextField {...props} name="subtasks" hint={text('pta.subtasks.hint')} />
      <HowJudged {...props} />
      <TextField {...props} name="period" hint={text('pta.period.hint')} />
      <fieldset class="columns">
        <Choice {...props} name="place" options={places.map((place) => [place, text(`pta.place.${place}`)])} />
        <Choice {...props} name="resit" options={yesOrNo(text)} />
      </fieldset>
      <CompanyFields {...props} />
    </>
  );
}

function HowJudged(props: FieldsProps): VNode {
  const { text } = props;
  const scales = scaleWords.map(([scale, word]) => [word, text(`pta.scale.${scale}`)] as const);
  return (
    <>
      <fieldset class="columns">
        <TextField {...props} name="kind" />
        <Choice {...props} name="scale" options={scales} />
        <TextField {...props} name="weight" numeric />
      </fieldset>
      <Choice {...props} name="gate" hint={text('pta.gate.hint')} options={yesOrNo(text)} />
    </>
  );
}

function CompanyFields(props: FieldsProps): VNode {
  const { text } = props;
  const roles = companyRoles.map((role) => [role, text(`pta.companyRole.${role}`)] as const);
  return (
    <>
      <Choice {...props} name="companyRole" options={roles} />
      <TextField {...props} name="companyWeight" hint={text('pta.companyWeight.hint')} numeric />
      <fieldset class="columns">
        <TextField {...props} name="gradePractise" numeric />
        <TextField {...props} name="gradeSufficient" numeric />
        <TextField {...props} name="gradeGood" numeric />
      </fieldset>
    </>
  );
}

function yesOrNo(text: Text) {
  return [
    ['nee', text('pta.resit.no')],
    ['ja', text('pta.resit.yes')],
  ] as const;
}

interface OneFieldProps extends FieldsProps {
  name: PtaColumn;
  hint?: string;
}

function TextField({ text, form, errors, name, hint, numeric }: OneFieldProps & { numeric?: boolean }): VNode {
  const about = { hint, error: wordsFor(text, errors, name) };
  return (
    <Field id={name} label={text(`pta.field.${name}`)} {...about}>
      <input
        {...describedBy(name, about)}
        name={name}
        value={form[name] ?? ''}
        inputMode={numeric ? 'decimal' : 'text'}
        autocomplete="off"
      />
    </Field>
  );
}

function LongField({ text, form, errors, name }: OneFieldProps): VNode {
  const about = { error: wordsFor(text, errors, name) };
  return (
    <Field id={name} label={text(`pta.field.${name}`)} {...about}>
      <textarea {...describedBy(name, about)} name={name} rows={3} maxLength={2000}>
        {form[name] ?? ''}
      </textarea>
    </Field>
  );
}

function Choice({
  text,
  form,
  errors,
  name,
  hint,
  options,
}: OneFieldProps & { options: readonly (readonly [string, string])[] }): VNode {
  const about = { hint, error: wordsFor(text, errors, name) };
  return (
    <Field id={name} label={text(`pta.field.${name}`)} {...about}>
      <select {...describedBy(name, about)} name={name}>
        {options.map(([value, words]) => (
          <option key={value} value={value} selected={form[name] === value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}

function wordsFor(text: Text, errors: ComponentErrors, name: PtaColumn): string | undefined {
  const complaint = errors[name];
  return complaint && text(`pta.complaint.${complaint}`);
}
