import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';

export interface RegistrationPageProps {
  text: Text;
  school: string;
  host: string;
  asked: { openid_configuration: string; registration_token?: string | undefined };
  autoConfirm: boolean;
}

/** Inside the LMS's administration: who is connected to whom, and one button. */
export function RegistrationPage({ text, school, host, asked }: RegistrationPageProps): VNode {
  return (
    <Layout title={text('registration.title')} text={text}>
      <h1>{text('registration.title')}</h1>
      <p class="lead">{text('registration.why', { school, host })}</p>
      <form method="post">
        <input type="hidden" name="openid_configuration" value={asked.openid_configuration} />
        {asked.registration_token && <input type="hidden" name="registration_token" value={asked.registration_token} />}
        <button class="button wide">{text('registration.connect')}</button>
      </form>
    </Layout>
  );
}

/** app.js tells the LMS that its frame can close. */
export function RegisteredPage({ text, active }: { text: Text; active: boolean }): VNode {
  return (
    <Layout title={text('registration.done')} text={text}>
      <h1 data-lti-close>{text('registration.done')}</h1>
      <p class="lead">{text(active ? 'registration.nextActive' : 'registration.nextConfirm')}</p>
    </Layout>
  );
}
