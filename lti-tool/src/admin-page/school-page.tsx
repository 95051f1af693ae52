import type { VNode } from 'preact';
import type { GrantRole } from '@buitenboord/shared/domain/people/person.js';
import type { StoreProof } from '@buitenboord/shared/ports/store-proof.js';
import { formatDate } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { above, Layout } from '../web/layout.js';
import { GrantSection, type GrantView, type PersonChoice } from './grant-section.js';
import { KeySection, type KeyView } from './key-section.js';
import { PlatformSection, type PlatformRow } from './platform-section.js';
import { RefusalList, type RefusalView } from './refusal-list.js';

export interface SchoolPageProps {
  text: Text;
  formToken: string;
  /** `/v/<visit>/school` */
  url: string;
  school: string;
  platforms: readonly PlatformRow[];
  /** Refused launches of the school's LMS through a connection it doesn't have. */
  unknownRefusals: readonly RefusalView[];
  keys: KeyView;
  grants: readonly GrantView[];
  /** Who can be given a role: the teachers. */
  people: readonly PersonChoice[];
  roles: readonly GrantRole[];
  storeProof: StoreProof | undefined;
}

/** What the school's administrator needs: is everything connected, what was refused, who may do what. Nothing else. */
export function SchoolPage(props: SchoolPageProps): VNode {
  const { text, formToken, url, school, platforms, unknownRefusals, keys } = props;
  return (
    <Layout title={text('admin.title')} text={text} back={above(url)} width="wide">
      <h1>{text('admin.title')}</h1>
      <p class="soft">{school}</p>
      <PlatformSection text={text} url={url} platforms={platforms} />
      {unknownRefusals.length > 0 && (
        <section>
          <h3>{text('platforms.unknownRefused')}</h3>
          <RefusalList text={text} formToken={formToken} url={url} refusals={unknownRefusals} />
        </section>
      )}
      <GrantSection {...props} />
      <KeySection text={text} keys={keys} />
      {props.storeProof && <p class="soft small">{proofSentence(text, props.storeProof)}</p>}
      <p class="links">
        <a href={`${url}/outbox`}>{text('outbox.title')}</a>
        <a href={`${above(url).href}/programme`}>{text('overview.programme')}</a>
        <a href={`${url}/kinds`}>{text('kinds.link')}</a>
        <a href={`${url}/old-keys`}>{text('oldKeys.title')}</a>
      </p>
    </Layout>
  );
}

function proofSentence(text: Text, proof: StoreProof): string {
  if (proof.kind === 'double') return text('admin.store.double');
  return text('admin.store.cluster', { version: proof.version, day: formatDate(text.locale, proof.at) });
}
