import type { VNode } from 'preact';
import type { Platform } from '@buitenboord/shared/domain/school/school.js';
import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import type { Stored } from '@buitenboord/shared/store/port.js';
import { textIn, type Text } from '@buitenboord/shared/text/text.js';
import { storagePlaceOf, type StoragePlace } from '../lti/platform-storage.js';
import { comeBackKey } from './come-back-key.js';
import { formsOf } from './forms-of-visit.js';
import { Layout } from './layout.js';
import { FrameVisit } from './parts/frame-visit.js';
import { statusOf } from './problem-status.js';
import type { OpenExchange } from './routes.js';

export interface ComeBackPageProps {
  text: Text;
  visit: string;
  storage: StoragePlace;
  reference: string;
}

/** A frame without cookies that was reloaded has forgotten its token: the script asks the platform for the proof. Else one sentence: what to do. */
export function ComeBackPage({ text, visit, storage, reference }: ComeBackPageProps): VNode {
  return (
    <Layout title={text('launch.oneMoment')} text={text} problem="visit/other-browser" scripts={['without-cookie.js']}>
      <FrameVisit
        {...{ text, storage }}
        exchange="/lti/frame/again"
        about={{ visit }}
        storageKey={comeBackKey(visit)}
      />
      <div class="late">
        <h1>{text('launch.frame.reloaded.title')}</h1>
        <p class="lead" role="alert">
          {text('launch.frame.reloaded')}
        </p>
        <p class="soft small">{text('problem.reference', { id: reference })}</p>
      </div>
    </Layout>
  );
}

/** Answers a reload inside a frame without cookies. It shows nothing of the visit: nothing is proven yet. */
export function askToComeBack(
  { res, reference, page }: OpenExchange,
  { visit, platform, framedBy }: { visit: Stored<Visit, 'school'>; platform: Platform; framedBy: readonly string[] },
): void {
  const text = textIn(visit.locale);
  res.status(statusOf('visit/other-browser'));
  // The frame that the platform named at the launch is in the script's memory of this page, or in what the platform says of itself.
  const storage = storagePlaceOf(platform, '_parent');
  page(ComeBackPage({ text, visit: visit.id, storage, reference }), { framedBy, formsTo: formsOf(visit) });
}
