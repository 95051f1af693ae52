import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { PdfBlock } from '../pdf/render-pdf.js';
import { Layout } from '../web/layout.js';

export interface ExamFilePageProps {
  text: Text;
  back: string;
  /** `/v/<visit>/school-exam/<student>/file` */
  url: string;
  title: string;
  blocks: readonly PdfBlock[];
}

/** The exam file of a student, to read and to take along. */
export function ExamFilePage({ text, back, url, title, blocks }: ExamFilePageProps): VNode {
  const download = (as: string) => `${url}/download?as=${as}`;
  const [heading, ...rest] = blocks;
  return (
    <Layout title={title} text={text} back={{ href: back, words: text('se.title') }} width="wide">
      {heading && <Block block={heading} />}
      <p class="soft">
        {text('examFile.lead')} {text('examFile.watched')}
      </p>
      <p class="row">
        <a class="button quiet" href={download('pdf')}>
          {text('examFile.pdf')}
        </a>
        <a class="button quiet" href={download('json')}>
          {text('examFile.json')}
        </a>
        <button class="button quiet slim" data-print hidden type="button">
          {text('app.print')}
        </button>
      </p>
      {rest.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </Layout>
  );
}

function Block({ block }: { block: PdfBlock }): VNode {
  switch (block.kind) {
    case 'title':
      return <h1>{block.text}</h1>;
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'subheading':
      return <h3>{block.text}</h3>;
    case 'text':
      return <p class="lines">{block.text}</p>;
    case 'small':
      return <p class="soft small">{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            <li key={index} class="lines hashes">
              {item}
            </li>
          ))}
        </ul>
      );
  }
}
