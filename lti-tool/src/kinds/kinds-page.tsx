import type { VNode } from 'preact';
import type { KindOffering } from '@buitenboord/shared/domain/activity/kind-offering.js';
import { demandsAgreement, isOn } from '@buitenboord/shared/domain/activity/kind-offering.js';
import type { ActivityKind } from '@buitenboord/shared/domain/activity/activity-kind.js';
import { activityKinds } from '@buitenboord/shared/domain/activity/kinds.js';
import { leerwegen } from '@buitenboord/shared/domain/pta/pta.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';

type Leerweg = (typeof leerwegen)[number];

export interface KindsPageProps {
  text: Text;
  formToken: string;
  /** `/v/<visit>/school/kinds` */
  url: string;
  back: { href: string } | undefined;
  schoolYear: string;
  schoolYears: readonly string[];
  offerings: Partial<Record<Leerweg, KindOffering>>;
  saved: boolean;
}

/** Which kinds of activities the school does, by leerweg, in a school year; and for which it wants an agreement though no law does. */
export function KindsPage(props: KindsPageProps): VNode {
  const { text, formToken, url, back, schoolYear, schoolYears, saved } = props;
  return (
    <Layout title={text('kinds.title')} text={text} back={back} width="wide">
      <h1>{text('kinds.title')}</h1>
      <p class="lead">{text('kinds.lead')}</p>
      <ul class="chips">
        {schoolYears.map((year) => (
          <li key={year}>
            <a class="chip" href={`${url}?year=${year}`} aria-current={year === schoolYear ? 'true' : undefined}>
              {year}
            </a>
          </li>
        ))}
      </ul>
      {saved && (
        <p class="note good" role="status">
          ✓ {text('kinds.saved')}
        </p>
      )}
      <form method="post" action={url}>
        <Token value={formToken} />
        <input type="hidden" name="year" value={schoolYear} />
        <KindTable {...props} />
        <div class="sticky">
          <button class="button">{text('app.save')}</button>
        </div>
      </form>
    </Layout>
  );
}

function KindTable({ text, offerings }: KindsPageProps): VNode {
  return (
    <table class="stacks">
      <thead>
        <tr>
          <th scope="col">{text('kinds.kind')}</th>
          {leerwegen.map((leerweg) => (
            <th key={leerweg} scope="col">
              {leerweg}
            </th>
          ))}
          <th scope="col">{text('kinds.agreement')}</th>
        </tr>
      </thead>
      <tbody>
        {activityKinds.map((kind) => (
          <tr key={kind.id}>
            <th scope="row">
              <span>
                {kind.name[text.locale]}
                <br />
                <small class="soft">{notesOf(text, kind)}</small>
              </span>
            </th>
            {leerwegen.map((leerweg) => (
              <td key={leerweg} data-label={leerweg}>
                <input
                  type="checkbox"
                  name={leerweg}
                  value={kind.id}
                  checked={isOn(offerings[leerweg], kind.id)}
                  aria-label={text('kinds.onFor', { kind: kind.name[text.locale], leerweg })}
                />
              </td>
            ))}
            <td data-label={text('kinds.agreement')}>
              {kind.agreement === 'law' ? (
                text('kinds.byLaw')
              ) : (
                <input
                  type="checkbox"
                  name="withAgreement"
                  value={kind.id}
                  checked={leerwegen.some((leerweg) => demandsAgreement(offerings[leerweg], kind.id))}
                  aria-label={text('kinds.agreementFor', { kind: kind.name[text.locale] })}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Size, and what the kind asks for. */
function notesOf(text: Text, kind: ActivityKind): string {
  return [
    kind.size[text.locale],
    kind.needsRecognition && text('kinds.needsRecognition'),
    kind.needsReflection && text('kinds.needsReflection'),
  ]
    .filter(Boolean)
    .join(' · ');
}
