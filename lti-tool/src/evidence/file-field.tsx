import type { VNode } from 'preact';
import type { FileKind } from '@buitenboord/shared/domain/evidence/limits.js';
import type { Text } from '@buitenboord/shared/text/text.js';

/**
 * What the phone may offer. Types by name and not `image/*`: asked for a JPEG, an iPhone makes one of its HEIC. No `capture`: choosing
 * from the gallery must stay possible.
 */
const accepted: Readonly<Record<FileKind, string>> = {
  photo: 'image/jpeg,image/png,image/webp',
  video: 'video/mp4,video/quicktime,video/webm',
  document: 'application/pdf',
};

export interface FileFieldProps {
  kind: FileKind;
  /** How many more may be added. */
  left: number;
  wide?: boolean;
  text: Text;
  url: (path?: string) => string;
}

/** Chooses and sends a file. Works as a plain form; upload.js turns it into one button that shows how far it is and goes on after a lost connection. */
export function FileField({ kind, left, wide = false, text, url }: FileFieldProps): VNode {
  const id = `file-${kind}`;
  return (
    <div data-file={kind} data-left={left}>
      <label for={id}>
        <span data-plain>{text('work.choose', { kind })}</span>
        <input id={id} type="file" name={kind} form="work" accept={accepted[kind]} multiple={left > 1} />
        <span class={wide ? 'button wide' : 'button quiet'} data-comfort hidden>
          {text('work.choose', { kind })}
        </span>
      </label>
      <button
        class={wide ? 'button wide' : 'button quiet'}
        form="work"
        formaction={url('/work/files')}
        formenctype="multipart/form-data"
        data-plain
      >
        {text('work.send')}
      </button>
      <div data-sending hidden>
        <progress max="100" value="0" aria-label={text('work.sending')} />
        <p role="status" />
        <button type="button" class="button quiet" hidden>
          {text('work.sending.again')}
        </button>
      </div>
      <p class="soft small">
        {text('work.left', { kind, count: left })}{' '}
        {kind === 'photo' ? text('work.noName') : text('work.limit', { kind })}
      </p>
    </div>
  );
}
