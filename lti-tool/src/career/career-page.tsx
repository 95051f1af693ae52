import type { VNode } from 'preact';
import { careerCompetences } from '@buitenboord/shared/domain/lob/competences.js';
import { getCareerQuestion } from '@buitenboord/shared/domain/lob/questions.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { DonePlacement } from '@buitenboord/shared/use-cases/lob/done-placements.js';
import type { CareerEntryView } from '@buitenboord/shared/use-cases/lob/view-career-file.js';
import { Layout } from '../web/layout.js';
import { aboutEntry } from './about-entry.js';
import { TakeAlong } from './take-along.js';

export interface CareerPageProps {
  text: Text;
  url: (path?: string) => string;
  file: readonly CareerEntryView[];
  placements: readonly DonePlacement[];
  /** The activity of this visit, where there is one. */
  backUrl: string | undefined;
}

/** The student's career file: what she did, where each stands, and what she worked on. */
export function CareerPage({ text, url, file, placements, backUrl }: CareerPageProps): VNode {
  return (
    <Layout title={text('career.title')} text={text} back={backUrl === undefined ? undefined : { href: backUrl }}>
      <h1>{text('career.title')}</h1>
      <p>{text('career.lead')}</p>
      <p>
        <a class="button wide" href={url('/career/new')}>
          {text('career.new')}
        </a>
      </p>
      {file.length === 0 ? <p class="soft">{text('career.empty')}</p> : <EntryList text={text} url={url} file={file} />}
      {file.length > 0 && <Passport text={text} file={file} title={text('career.competences')} />}
      {file.length > 0 && <TakeAlong text={text} url={url} file={file} placements={placements} />}
    </Layout>
  );
}

function EntryList({ text, url, file }: Pick<CareerPageProps, 'text' | 'url' | 'file'>): VNode {
  return (
    <ul class="cards">
      {file.map(({ entry, step }) => (
        <li key={entry.id}>
          <div class="row between">
            <a href={url(`/career/${entry.id}`)}>{entry.title}</a>
            <span class={`pill ${step === 'closed' ? 'good' : 'calm'}`}>
              {step === 'closed' ? '✓' : '○'} {text(`career.step.${step}`)}
            </span>
          </div>
          <span class="soft small">{aboutEntry(text, entry)}</span>
        </li>
      ))}
    </ul>
  );
}

/** How often each competence was answered about: a growing picture, and no grade. */
export function Passport({ text, file, title }: Pick<CareerPageProps, 'text' | 'file'> & { title: string }): VNode {
  const answered = file
    .flatMap(({ entry }) => entry.answers)
    .filter(({ answer }) => answer.trim() !== '')
    .map(({ question }) => getCareerQuestion(question).competence);
  return (
    <section>
      <h2>{title}</h2>
      <ul class="plain counts">
        {careerCompetences.map((competence) => (
          <li key={competence}>
            <span>{text(`career.competence.${competence}`)}</span>
            <span class="soft">
              {text('career.competence.count', { count: answered.filter((each) => each === competence).length })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
