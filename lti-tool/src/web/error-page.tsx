import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from './layout.js';

export interface ErrorPageProps {
  text: Text;
  /** What happened and what to do next, in the reader's language. */
  sentence: string;
  /** For who can do something about it. */
  advice?: string | undefined;
  /** In the log too. */
  reference: string;
  code: string;
}

/** A refusal, for a person: one sentence, what to do, and a short id. */
export function ErrorPage({ text, sentence, advice, reference, code }: ErrorPageProps): VNode {
  return (
    <Layout title={text('problem.title')} text={text} problem={code}>
      <h1>{text('problem.title')}</h1>
      <p class="lead" role="alert">
        {sentence}
      </p>
      {advice && <p>{advice}</p>}
      <p class="soft small">{text('problem.reference', { id: reference })}</p>
    </Layout>
  );
}
