import type { VNode } from 'preact';
import type { GrantRole } from '@buitenboord/shared/domain/people/person.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Field, Token } from '../web/parts/form.js';

export interface PersonChoice {
  id: string;
  name: string | undefined;
}

export interface GrantView {
  person: PersonChoice;
  role: GrantRole;
  state: 'asked' | 'granted';
  /** The reader's own: not to be withdrawn here, or nobody might be left. */
  isOwn: boolean;
}

export interface GrantSectionProps {
  text: Text;
  formToken: string;
  url: string;
  grants: readonly GrantView[];
  people: readonly PersonChoice[];
  roles: readonly GrantRole[];
}

/** Who asked for a role, who has one, and giving one. */
export function GrantSection(props: GrantSectionProps): VNode {
  const { text, grants } = props;
  const asked = grants.filter(({ state }) => state === 'asked');
  const given = grants.filter(({ state }) => state === 'granted');
  return (
    <section>
      <h2>{text('admin.grants')}</h2>
      {asked.length > 0 && <h3>{text('admin.grants.asked')}</h3>}
      <GrantList {...props} grants={asked} />
      <h3>{text('admin.grants.given')}</h3>
      {given.length === 0 && <p>{text('admin.grants.none')}</p>}
      <GrantList {...props} grants={given} />
      <GiveForm {...props} />
    </section>
  );
}

function GrantList(props: GrantSectionProps): VNode {
  const { text, grants } = props;
  return (
    <ul class="plain todo">
      {grants.map((grant) => (
        <li key={`${grant.person.id} ${grant.role}`}>
          <span>
            <b>{nameOf(text, grant.person)}</b> · {text(`admin.role.${grant.role}`)}
          </span>
          <span class="row">
            {grant.state === 'asked' && (
              <Decide {...props} grant={grant} what="give" words={text('admin.grants.give')} />
            )}
            {!grant.isOwn && (
              <Decide
                {...props}
                grant={grant}
                what="withdraw"
                words={text(grant.state === 'asked' ? 'admin.grants.refuse' : 'admin.grants.withdraw')}
              />
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface DecideProps extends GrantSectionProps {
  grant: GrantView;
  what: 'give' | 'withdraw';
  words: string;
}

function Decide({ formToken, url, grant, what, words }: DecideProps): VNode {
  return (
    <form method="post" action={`${url}/grant/${what}`}>
      <Token value={formToken} />
      <input type="hidden" name="person" value={grant.person.id} />
      <input type="hidden" name="role" value={grant.role} />
      <button class={what === 'give' ? 'button' : 'button quiet'}>{words}</button>
    </form>
  );
}

function GiveForm({ text, formToken, url, people, roles }: GrantSectionProps): VNode | null {
  if (people.length === 0) return null;
  return (
    <details>
      <summary>{text('admin.grants.new')}</summary>
      <form method="post" action={`${url}/grant/give`}>
        <Token value={formToken} />
        <Field id="grant-person" label={text('admin.grants.person')}>
          <select id="grant-person" name="person">
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {nameOf(text, person)}
              </option>
            ))}
          </select>
        </Field>
        <Field id="grant-role" label={text('admin.grants.role')}>
          <select id="grant-role" name="role">
            {roles.map((role) => (
              <option key={role} value={role}>
                {text(`admin.role.${role}`)}
              </option>
            ))}
          </select>
        </Field>
        <button class="button">{text('admin.grants.give')}</button>
      </form>
    </details>
  );
}

function nameOf(text: Text, { id, name }: PersonChoice): string {
  return name ?? text('admin.grants.nameless', { id });
}
