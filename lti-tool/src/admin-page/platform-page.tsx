import type { VNode } from 'preact';
import { formatMoment } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import { ConfirmForm, type Replaceable } from './confirm-form.js';
import { CourseTable, type CourseRow } from './course-table.js';
import { RefusalList, type RefusalView } from './refusal-list.js';
import { StatePill, type PlatformState } from './state-pill.js';
import { TestResults, type TestResultView } from './test-results.js';

export interface PlatformPageProps {
  text: Text;
  formToken: string;
  /** `/v/<visit>/school` */
  url: string;
  id: string;
  name: string;
  issuer: string;
  clientId: string;
  deployments: readonly string[];
  state: PlatformState;
  lastLaunch: string | undefined;
  /** Older registrations of the same LMS, whose place this one may take. */
  replaceable: readonly Replaceable[];
  /** Of the test, right after it. */
  results?: readonly TestResultView[];
  refusals: readonly RefusalView[];
  courses: readonly CourseRow[];
}

/** One platform: is it let in, does it work, what was refused and what to do, and how its courses do. */
export function PlatformPage(props: PlatformPageProps): VNode {
  const { text, formToken, url, id, name, refusals, courses, results } = props;
  return (
    <Layout title={name} text={text} back={{ href: url }} width="wide">
      <h1>{name}</h1>
      <Facts {...props} />
      <StateCard {...props} />
      <section>
        <h2>{text('platforms.test')}</h2>
        {results ? <TestResults text={text} results={results} /> : <p>{text('platforms.test.what')}</p>}
        <form method="post" action={`${url}/platform/test`}>
          <Token value={formToken} />
          <input type="hidden" name="platform" value={id} />
          <button class="button quiet">{text(results ? 'platforms.test.again' : 'platforms.test.button')}</button>
        </form>
      </section>
      <section>
        <h2>{text('platforms.refusals')}</h2>
        <p class="soft">{text(refusals.length > 0 ? 'platforms.refusals.what' : 'platforms.refusals.none')}</p>
        <RefusalList text={text} formToken={formToken} url={url} refusals={refusals} />
      </section>
      <section>
        <h2>{text('platforms.courses')}</h2>
        <CourseTable text={text} courses={courses} />
      </section>
      <p class="links">
        <a href={`${url}/platforms/${id}/stop`}>{text('platforms.stop')}</a>
      </p>
    </Layout>
  );
}

function Facts({ text, state, lastLaunch, issuer, clientId, deployments }: PlatformPageProps): VNode {
  return (
    <>
      <p>
        <StatePill text={text} state={state} />{' '}
        {lastLaunch !== undefined && text('platforms.lastLaunch', { at: formatMoment(text.locale, lastLaunch) })}
        {lastLaunch === undefined && state !== 'pending' && text('platforms.neverLaunched')}
      </p>
      <p class="soft small">
        {text('platforms.address')}: {issuer}
        <br />
        {text('admin.values.clientId')}: {clientId}
        <br />
        {deployments.length > 0
          ? text('platforms.deployments', { list: deployments.join(', ') })
          : text('platforms.noDeployments')}
      </p>
    </>
  );
}

function StateCard({ text, formToken, url, id, state, replaceable }: PlatformPageProps): VNode | null {
  switch (state) {
    case 'active':
      return null;
    case 'pending':
      return (
        <section class="card">
          <p>{text('platforms.pending.what')}</p>
          <ConfirmForm text={text} formToken={formToken} url={url} id={id} replaceable={replaceable} />
        </section>
      );
    case 'inactive':
      return (
        <section class="card">
          <p>{text('platforms.inactive.what')}</p>
          <form method="post" action={`${url}/platform/confirm`}>
            <Token value={formToken} />
            <input type="hidden" name="platform" value={id} />
            <button class="button">{text('platforms.activate')}</button>
          </form>
        </section>
      );
  }
}
