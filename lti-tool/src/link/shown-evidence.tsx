import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';

/** A file as a page shows it. */
export interface ShownFile {
  kind: 'photo' | 'video' | 'document' | 'text';
  /** Where it is served. */
  url: string;
  /** A smaller picture of it, where there is one. */
  smallUrl?: string;
}

export interface ShownEvidence {
  files: readonly ShownFile[];
  /** What the student wrote. */
  words: string;
}

interface Props {
  text: Text;
  name: string | undefined;
  evidence: ShownEvidence;
}

/** The newest version that was handed in: photos big, video with buttons, documents to open, the student's own words. */
export function EvidenceView({ text, name, evidence }: Props): VNode {
  const { files, words } = evidence;
  if (files.length === 0 && words.trim() === '') return <p>{text('link.evidence.none', { name })}</p>;
  const photos = files.filter(({ kind }) => kind === 'photo');
  return (
    <section>
      <h2>{text('link.evidence.title', { name })}</h2>
      <div class="stack">
        {photos.map(({ url }, index) => (
          <img
            key={url}
            class="wide"
            src={url}
            alt={text('link.evidence.photo', { number: index + 1, count: photos.length })}
          />
        ))}
        <Videos text={text} files={files} />
        <Documents text={text} files={files} />
        {words.trim() !== '' && <blockquote class="note lines">{words}</blockquote>}
      </div>
    </section>
  );
}

function Videos({ text, files }: { text: Text; files: readonly ShownFile[] }): VNode {
  const videos = files.filter(({ kind }) => kind === 'video');
  return (
    <>
      {videos.map(({ url, smallUrl }, index) => (
        <video
          key={url}
          class="wide"
          src={url}
          poster={smallUrl}
          controls
          playsInline
          preload="metadata"
          aria-label={text('link.evidence.video', { number: index + 1 })}
        />
      ))}
    </>
  );
}

function Documents({ text, files }: { text: Text; files: readonly ShownFile[] }): VNode {
  const documents = files.filter(({ kind }) => kind === 'document' || kind === 'text');
  return (
    <>
      {documents.map(({ url }, index) => (
        <p key={url}>
          <a class="button quiet wide" href={url}>
            {text('link.evidence.document', { number: index + 1 })}
          </a>
        </p>
      ))}
    </>
  );
}
