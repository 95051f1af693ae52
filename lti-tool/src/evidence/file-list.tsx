import type { VNode } from 'preact';
import type { FileKind } from '@buitenboord/shared/domain/evidence/limits.js';
import type { Evidence } from '@buitenboord/shared/domain/evidence/work.js';
import type { Stored } from '@buitenboord/shared/store/port.js';
import type { Text } from '@buitenboord/shared/text/text.js';

export interface FileListProps {
  kind: FileKind;
  files: readonly Stored<Evidence, 'school'>[];
  mayRemove: boolean;
  text: Text;
  url: (path?: string) => string;
}

/** The files of one kind: a small picture where there is one, a name, and a button to take it out. */
export function FileList({ kind, files, mayRemove, text, url }: FileListProps): VNode | null {
  const own = files.filter((file) => file.kind === kind);
  if (own.length === 0) return null;
  return (
    <ul class="plain stack">
      {own.map((file, index) => {
        const name = text('work.file.name', { kind, number: index + 1 });
        return (
          <li key={file.id} class="row">
            <a class="row" href={url(`/evidence/${file.id}`)}>
              {file.thumbnail !== undefined && (
                <img
                  class="thumb big"
                  src={url(`/evidence/${file.id}/thumbnail`)}
                  alt=""
                  width={96}
                  height={96}
                  loading="lazy"
                />
              )}
              {name}
            </a>
            {mayRemove && (
              <button
                class="link"
                form="work"
                formaction={url(`/evidence/${file.id}/remove`)}
                aria-label={text('work.file.removeWhich', { name })}
              >
                {text('work.file.remove')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
