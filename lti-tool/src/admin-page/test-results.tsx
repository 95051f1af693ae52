import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { remedyOf } from './words-of-refusal.js';

type Step = 'keys' | 'clock' | 'token' | 'roster';

export type TestResultView =
  | { step: Step; kind: 'good'; count: number }
  | { step: Step; kind: 'failed'; code: string; status?: number }
  | { step: Step; kind: 'skipped'; because: 'no-course' | 'no-answer' };

/** What the test of a platform found, step by step, with what to do where one failed. */
export function TestResults({ text, results }: { text: Text; results: readonly TestResultView[] }): VNode {
  const failed = results.some(({ kind }) => kind === 'failed');
  const skipped = results.some(({ kind }) => kind === 'skipped');
  const verdict = failed ? 'platforms.test.notFine' : skipped ? 'platforms.test.partly' : 'platforms.test.fine';
  return (
    <div role="status">
      <p class={`note ${failed ? 'stop' : 'good'}`}>
        {failed ? '!' : '✓'} {text(verdict)}
      </p>
      <ul class="plain steps">
        {results.map((result) => (
          <li key={result.step} data-step={result.step} data-kind={result.kind}>
            <Result text={text} result={result} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Result({ text, result }: { text: Text; result: TestResultView }): VNode {
  const name = text(`platforms.test.${result.step}`);
  switch (result.kind) {
    case 'good':
      return (
        <span>
          ✓ {name}: {text(`platforms.test.${result.step}.good`, { count: result.count })}
        </span>
      );
    case 'skipped':
      return (
        <span>
          ○ {name}: {text(`platforms.test.skipped.${result.because}`)}
        </span>
      );
    case 'failed':
      return (
        <span>
          <b>! {name}</b>
          <br />
          {remedyOf(text, result.code)}
          <br />
          <span class="soft small">{[result.code, result.status].filter(Boolean).join(' · ')}</span>
        </span>
      );
  }
}
