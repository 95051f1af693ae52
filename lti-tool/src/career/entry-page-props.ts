import type { ProblemCode } from '@buitenboord/shared/problem.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { CareerEntryView } from '@buitenboord/shared/use-cases/lob/view-career-file.js';

export interface EntryPageProps {
  text: Text;
  url: (path?: string) => string;
  formToken: string;
  view: CareerEntryView;
  saved: boolean;
  refused?: ProblemCode | undefined;
}
