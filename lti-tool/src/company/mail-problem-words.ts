import { noMailServer } from '@buitenboord/shared/ports/mailer.js';
import type { Text } from '@buitenboord/shared/text/text.js';

/** Why a mail didn't leave and what to do: the mail server's own sentence, or that there is none yet. */
export function mailProblemWords(text: Text, why: string): string {
  if (why === noMailServer) return text('company.noMailServer');
  return text('company.mailProblem', { why: /[.!?]$/u.test(why) ? why : `${why}.` });
}
