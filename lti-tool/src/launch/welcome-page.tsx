import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';

/** Why a launch that is right leads to no work: LTI lets somebody in without a role, and without a course (Core §5.3.7, §5.4.1). */
export type WelcomeReason = 'noRole' | 'noCourse' | 'noAssignment';

export interface WelcomePageProps {
  text: Text;
  reason: WelcomeReason;
  links: readonly { href: string; words: string }[];
}

/** You are in, and there is nothing to do here yet: why, and what to do next. */
export function WelcomePage({ text, reason, links }: WelcomePageProps): VNode {
  return (
    <Layout title={text('welcome.title')} text={text}>
      <h1>{text('welcome.title')}</h1>
      <p class="lead">{text(`welcome.${reason}`)}</p>
      {links.map(({ href, words }) => (
        <p key={href}>
          <a href={href}>{words}</a>
        </p>
      ))}
    </Layout>
  );
}
