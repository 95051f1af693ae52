import type { VNode } from 'preact';
import type { GrantRole } from '@buitenboord/shared/domain/people/person.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { above, Layout } from '../web/layout.js';
import { GrantSection, type GrantView, type PersonChoice } from './grant-section.js';
import { PlatformSection, type PlatformView } from './platform-section.js';
import { LmsValues, type LmsValue } from './lms-values.js';

export interface SchoolPageProps {
  text: Text;
  formToken: string;
  /** `/v/<visit>/school` */
  url: string;
  school: string;
  platforms: readonly PlatformView[];
  /** What to type into an LMS, in the order of its form. */
  values: readonly LmsValue[];
  grants: readonly GrantView[];
  /** Who can be given a role: the teachers. */
  people: readonly PersonChoice[];
  roles: readonly GrantRole[];
}

/** What the school's administrator needs: is everything connected, who may do what, what to type into the LMS. Nothing else. */
export function SchoolPage(props: SchoolPageProps): VNode {
  const { text, formToken, url, school, platforms, values } = props;
  return (
    <Layout title={text('admin.title')} text={text} back={above(url)} width="wide">
      <h1>{text('admin.title')}</h1>
      <p class="soft">{school}</p>
      <PlatformSection text={text} formToken={formToken} url={url} platforms={platforms} />
      <GrantSection {...props} />
      <LmsValues text={text} values={values} />
    </Layout>
  );
}
