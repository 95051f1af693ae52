import type { VNode } from 'preact';
import { formatMoment } from '@buitenboord/shared/text/format.js';
import type { WorkPageProps } from './work-page-props.js';

/** After handing in: whose turn it is, and the way back as long as there is one. */
export function HandedIn(props: WorkPageProps): VNode | null {
  const { work, verdict, placement, isJudged, mayTakeBack, text, url } = props;
  if (verdict || work.handedInAt === undefined) return null;
  const waitsFor = isJudged ? 'judged' : placement ? 'company' : 'teacher';
  return (
    <section class="card">
      <p class="lead">
        <span class="pill good">✓ {text('work.handedIn', { moment: formatMoment(text.locale, work.handedInAt) })}</span>
      </p>
      <p>{text(`work.handedIn.${waitsFor}`)}</p>
      {mayTakeBack && (
        <>
          <button class="button quiet" form="work" formaction={url('/work/take-back')}>
            {text('work.takeBack')}
          </button>
          <p class="soft small">{text('work.takeBack.hint')}</p>
        </>
      )}
    </section>
  );
}

/** What was handed in when, newest first: nothing of it is lost by taking back. */
export function Versions({ versions, everyFile, text, url }: WorkPageProps): VNode | null {
  if (versions.length === 0) return null;
  return (
    <details>
      <summary>{text('work.versions')}</summary>
      <ul class="plain stack">
        {versions.map(({ id, number, handedInAt, takenBackAt, text: words, evidence }) => (
          <li key={id}>
            <b>{text('work.version', { number, moment: formatMoment(text.locale, handedInAt) })}</b>
            {takenBackAt !== undefined && ` · ${text('work.version.takenBack')}`}
            <p class="row">
              {everyFile
                .filter((file) => evidence.includes(file.id))
                .map((file) => (
                  <a key={file.id} href={url(`/evidence/${file.id}`)}>
                    <Small file={file} text={text} url={url} />
                  </a>
                ))}
            </p>
            {words !== '' && <p class="lines">{words}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A photo as a small picture; of another kind of file its name. */
function Small({
  file,
  text,
  url,
}: Pick<WorkPageProps, 'text' | 'url'> & { file: WorkPageProps['everyFile'][number] }) {
  const name = text(`evidence.${file.kind}`);
  if (file.thumbnail === undefined) return <>{name}</>;
  const address = url(`/evidence/${file.id}/thumbnail`);
  return <img class="thumb" src={address} alt={name} width={44} height={44} loading="lazy" />;
}
