import type { VNode } from 'preact';
import { profiles, type Profile } from '@buitenboord/shared/domain/programme/elective.js';
import { offeredFor, type NationalElective } from '@buitenboord/shared/domain/programme/national-elective.js';
import type { NationalProfile } from '@buitenboord/shared/domain/programme/national-profiles.js';
import type { ElectiveOffering, HoursBand } from '@buitenboord/shared/domain/programme/offering.js';
import { formatDate } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { describedBy, Field, Token } from '../web/parts/form.js';

export interface CataloguePageProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  shown: Profile | 'offered';
  profile: NationalProfile | undefined;
  electives: readonly NationalElective[];
  offerings: ReadonlyMap<string, ElectiveOffering>;
  band: HoursBand;
  hoursError?: string;
  /** The newest one that was imported. */
  edition: string | undefined;
  mayDecide: boolean;
  saved: boolean;
}

const formId = 'offering';

/** Every elective of the country by profile, and what the school offers of it. */
export function CataloguePage(props: CataloguePageProps): VNode {
  const { text, url, edition, saved, profile } = props;
  return (
    <Layout title={text('programme.title')} text={text} back={{ href: url('') }} width="wide">
      <h1>{text('programme.title')}</h1>
      <p class="lead">{text('programme.lead')}</p>
      {saved && (
        <p class="note good" role="status">
          ✓ {text('programme.saved')}
        </p>
      )}
      <p class="soft">
        {edition ? text('programme.edition', { day: formatDate(text.locale, edition) }) : text('programme.noEdition')}
      </p>
      <Chips {...props} />
      {profile && <Modules text={text} profile={profile} />}
      <Electives {...props} />
      <Hours {...props} />
    </Layout>
  );
}

function Chips({ text, url, shown }: CataloguePageProps): VNode {
  return (
    <ul class="chips">
      {(['offered', ...profiles] as const).map((each) => (
        <li key={each}>
          <a
            class="chip"
            href={url(`/programme?profile=${encodeURIComponent(each)}`)}
            aria-current={each === shown ? 'true' : undefined}
          >
            {each === 'offered' ? text('programme.offered') : each}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Modules({ text, profile }: { text: Text; profile: NationalProfile }): VNode {
  const { name, officialCode, lastExamYear, modules } = profile;
  const until = lastExamYear === null ? '' : ` (${text('programme.until', { year: lastExamYear })})`;
  return (
    <>
      <h2>{name}</h2>
      <p class="soft">
        {text('programme.profileSubject', { code: officialCode ?? text('programme.unknown') })}
        {until}.{' '}
        {text('programme.modules', {
          modules: modules
            .map(({ title, officialCode: code }) => `${title} (${code ?? text('programme.unknown')})`)
            .join(', '),
        })}
      </p>
    </>
  );
}

function Electives(props: CataloguePageProps): VNode {
  const { text, url, formToken, shown, electives, mayDecide } = props;
  if (electives.length === 0) return <p>{text('programme.noneOffered')}</p>;
  return (
    <>
      <table class="stacks">
        <thead>
          <tr>
            <th scope="col">{text('coverage.elective')}</th>
            <th scope="col">{text('programme.code')}</th>
            <th scope="col">{text('programme.leerwegen')}</th>
            <th scope="col">{text('programme.subtasks')}</th>
            <th scope="col">{text('programme.offered')}</th>
            <th scope="col">{text('programme.suits')}</th>
          </tr>
        </thead>
        <tbody>
          {electives.map((elective) => (
            <Row key={elective.sloId} {...props} elective={elective} />
          ))}
        </tbody>
      </table>
      {mayDecide && (
        <form id={formId} method="post" action={url('/programme/offering')}>
          <Token value={formToken} />
          <input type="hidden" name="profile" value={shown} />
          {electives.map(({ sloId }) => (
            <input key={sloId} type="hidden" name="listed" value={sloId} />
          ))}
          <button class="button">{text('app.save')}</button>
        </form>
      )}
    </>
  );
}

function Row({
  text,
  url,
  offerings,
  mayDecide,
  elective,
}: CataloguePageProps & { elective: NationalElective }): VNode {
  const { sloId, title, sloPrefix, officialCode, codeConfidence, leerwegen, registeredFor, subtaskCount } = elective;
  const { offered = false, suitsPractice = false } = offerings.get(sloId) ?? {};
  const differs = registeredFor !== null && registeredFor.join() !== leerwegen.join();
  const boxes = [
    { name: 'offered', on: offered, label: text('programme.offered') },
    { name: 'suitsPractice', on: suitsPractice, label: text('programme.suits') },
  ];
  return (
    <tr>
      <th scope="row">
        <a href={url(`/programme/${sloId}`)}>{title}</a> <span class="soft small">{sloPrefix}</span>
      </th>
      <td data-label={text('programme.code')}>
        {officialCode ?? text('programme.unknown')}
        {codeConfidence === 'medium' && <span class="soft small"> {text('programme.byHand')}</span>}
      </td>
      <td data-label={text('programme.leerwegen')}>
        {offeredFor(elective).join(', ')}
        {differs && <span class="soft small"> {text('programme.differs', { leerwegen: leerwegen.join(', ') })}</span>}
      </td>
      <td data-label={text('programme.subtasks')}>{subtaskCount}</td>
      {boxes.map(({ name, on, label }) => (
        <td key={name} data-label={label}>
          {mayDecide ? (
            <input
              type="checkbox"
              name={name}
              value={sloId}
              form={formId}
              checked={on}
              aria-label={`${title} ${sloPrefix}: ${label}`}
            />
          ) : on ? (
            `✓ ${text('programme.yes')}`
          ) : (
            '–'
          )}
        </td>
      ))}
    </tr>
  );
}

function Hours({ text, url, formToken, band, hoursError: error, mayDecide }: CataloguePageProps): VNode {
  if (!mayDecide) return <p class="soft">{text('programme.hours', { from: band.hoursFrom, to: band.hoursTo })}</p>;
  return (
    <form method="post" action={url('/programme/hours')} class="card">
      <Token value={formToken} />
      <h2>{text('programme.hoursTitle')}</h2>
      <p class="hint">{text('programme.hoursHint')}</p>
      <div class="columns">
        {(['hoursFrom', 'hoursTo'] as const).map((name) => (
          <Field key={name} id={name} label={text(`programme.${name}`)} error={error}>
            <input
              {...describedBy(name, { error })}
              name={name}
              type="number"
              min={1}
              max={400}
              value={band[name]}
              required
            />
          </Field>
        ))}
      </div>
      <button class="button quiet">{text('app.save')}</button>
    </form>
  );
}
