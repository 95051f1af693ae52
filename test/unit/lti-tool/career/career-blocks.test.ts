import { describe, expect, it } from '@jest/globals';
import { careerBlocks } from '@buitenboord/lti-tool/career/career-blocks.js';
import type { CareerExport } from '@buitenboord/lti-tool/career/career-export.js';
import { renderPdf, type PdfBlock } from '@buitenboord/lti-tool/pdf/render-pdf.js';
import { textIn } from '@buitenboord/shared/text/text.js';

const file: CareerExport = {
  format: 'buitenboord-career-file/1',
  madeAt: '2026-06-01T10:00:00.000Z',
  student: 'Sanne de Wit',
  school: 'Esdoorncollege',
  leerweg: 'kb',
  placements: [
    {
      company: 'Van Beek Metaal',
      task: 'Lasframe maken',
      elective: 'Plaat- en constructiewerk',
      subtasks: ['een deeltaak'],
      days: { first: '2026-05-11', last: '2026-05-12', count: 2 },
      hours: 11,
      hoursAre: 'planned',
    },
  ],
  competences: { qualityReflection: 1, motiveReflection: 0, workExploration: 2, careerControl: 0, networking: 0 },
  experiences: [
    {
      kind: 'shadowDay',
      title: 'Een dag mee',
      place: 'Metaalwerk',
      careerAssignment: true,
      step: 'closed',
      happenedOn: '2026-03-02',
      motivation: 'Ik wil het zien.',
      aim: '',
      answers: [{ competence: 'qualityReflection', question: 'Wat ging goed?', answer: 'Het meten.' }],
      results: 'Een hek gemeten.',
      evaluation: 'Leuk.',
      conclusion: 'Stage vragen.',
      fitsMe: 'no',
      talks: [
        { moment: 'after', heldOn: '2026-03-04', studentNotes: '', teacherNotes: 'Mooi verteld.', nextStep: 'Bellen.' },
      ],
    },
  ],
};

function linesOf(blocks: readonly PdfBlock[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items : [block.text]));
}

describe('the career file on paper', () => {
  it('says who, what she worked on, where she worked, and what she wrote', () => {
    expect(linesOf(careerBlocks(textIn('nl'), file))).toEqual([
      'Loopbaan van Sanne de Wit',
      'Esdoorncollege · leerweg kb · 1 juni 2026',
      'Waar ik aan heb gewerkt',
      'Wat kan ik goed? 1 antwoord',
      'Wat vind ik belangrijk? 0 antwoorden',
      'Welk werk past bij mij? 2 antwoorden',
      'Hoe kom ik waar ik wil zijn? 0 antwoorden',
      'Wie kan mij helpen? 0 antwoorden',
      'Bij welk bedrijf ik was',
      'Van Beek Metaal',
      'Lasframe maken · Plaat- en constructiewerk · 11 mei 2026 tot en met 12 mei 2026, 2 dagen · 11 uur volgens het rooster',
      'een deeltaak',
      'Een dag mee',
      'meeloopdag · Metaalwerk · 2 maart 2026',
      'Waarom wil je dit doen?',
      'Ik wil het zien.',
      'Wat ging goed?',
      'Het meten.',
      'Wat heb je gedaan, en wat leverde het op?',
      'Een hek gemeten.',
      'Wat vond je ervan?',
      'Leuk.',
      'Wat betekent dit voor jou? Wat ga je nu doen?',
      'Stage vragen.',
      'Past dit bij jou?',
      'nee, en dat weet ik nu',
      'Gesprek achteraf, 4 maart 2026',
      'De docent schreef: Mooi verteld.',
      'Volgende stap: Bellen.',
      'De leerling koos zelf wat hierin staat.',
    ]);
  });

  it('leaves out the headings of what isn’t there', () => {
    const lines = linesOf(careerBlocks(textIn('nl'), { ...file, leerweg: undefined, placements: [], experiences: [] }));
    expect(lines).not.toContain('Bij welk bedrijf ik was');
    expect(lines[1]).toBe('Esdoorncollege · 1 juni 2026');
  });

  it('can be drawn', async () => {
    const about = { title: 'Loopbaan', language: 'nl' as const, madeAt: new Date(file.madeAt) };
    expect((await renderPdf(about, careerBlocks(textIn('nl'), file))).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
