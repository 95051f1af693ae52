import PDFDocument from 'pdfkit';
import { pdfText } from './pdf-text.js';

/** A piece of a document, as data: what it says, and not how it is drawn. */
export type PdfBlock =
  | { kind: 'title' | 'heading' | 'subheading' | 'text' | 'small'; text: string }
  | { kind: 'list'; items: readonly string[] };

export interface PdfAbout {
  title: string;
  language: 'nl' | 'en';
  /** When its content was made: the same content of the same moment gives the same bytes. */
  madeAt: Date;
}

const millimetre = 72 / 25.4;
const margin = 18 * millimetre;
const ink = '#14213d';
const soft = '#4a5770';

const looks = {
  title: { font: 'Helvetica-Bold', size: 20, colour: ink, above: 0, below: 4, tag: 'H1' },
  heading: { font: 'Helvetica-Bold', size: 12, colour: ink, above: 9, below: 2, tag: 'H2' },
  subheading: { font: 'Helvetica-Bold', size: 10.5, colour: ink, above: 3, below: 1, tag: 'H3' },
  text: { font: 'Helvetica', size: 10.5, colour: ink, above: 0, below: 4, tag: 'P' },
  small: { font: 'Helvetica', size: 9, colour: soft, above: 2, below: 2, tag: 'P' },
} as const;

/**
 * A document on A4 with its headings, paragraphs and lists tagged for who reads it aloud. The same input gives the same bytes: nothing of the
 * moment of making, nothing of the machine.
 */
export function renderPdf(about: PdfAbout, blocks: readonly PdfBlock[]): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    lang: about.language,
    tagged: true,
    displayTitle: true,
    info: { Title: about.title, Producer: 'Buitenboord', Creator: 'Buitenboord', CreationDate: about.madeAt },
  });
  const finished = bytesOf(document);
  for (const block of blocks) draw(document, block);
  document.end();
  return finished;
}

function bytesOf(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    document.on('data', (piece: Buffer) => pieces.push(piece));
    document.on('end', () => resolve(Buffer.concat(pieces)));
    document.on('error', reject);
  });
}

function draw(document: PDFKit.PDFDocument, block: PdfBlock): void {
  if (block.kind === 'list') return drawList(document, block.items);
  const { font, size, colour, above, below, tag } = looks[block.kind];
  if (document.y > margin) document.y += above;
  document.font(font).fontSize(size).fillColor(colour);
  tagged(document, tag, () => document.text(pdfText(block.text), margin, document.y, { lineGap: 1.5 }));
  document.y += below;
}

const indent = 12;

function drawList(document: PDFKit.PDFDocument, items: readonly string[]): void {
  const { font, size, colour, below } = looks.text;
  document.font(font).fontSize(size).fillColor(colour);
  for (const item of items) {
    tagged(document, 'P', () => {
      const top = document.y;
      document.text('•', margin, top, { lineBreak: false });
      document.text(pdfText(item), margin + indent, top, { lineGap: 1.5, width: widthOf(document) - indent });
    });
  }
  document.y += below;
  document.x = margin;
}

function widthOf({ page }: PDFKit.PDFDocument): number {
  return page.width - 2 * margin;
}

function tagged(document: PDFKit.PDFDocument, tag: string, write: () => void): void {
  document.addStructure(document.struct(tag, {}, write));
}
