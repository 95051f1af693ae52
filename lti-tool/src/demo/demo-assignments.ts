import type { AssignmentToMake } from '@buitenboord/shared/use-cases/assignment/make-assignment.js';
import { electives } from '@buitenboord/shared/domain/programme/electives.js';

/** Three worked examples in Dutch, as a teacher would write them: short sentences, "je", behaviour that can be seen. */
export const demoAssignments: readonly AssignmentToMake[] = [
  {
    title: 'Lasframe maken',
    task: lines(
      'Je maakt een frame van kokerprofiel voor een tafel.',
      'Lees eerst de tekening.',
      'Zaag de vier delen op maat.',
      'Las de hoeken. Maak de naden vlak.',
      'Maak foto’s van je werk: voor, tijdens en na het lassen.',
      'Vertel in drie zinnen hoe het ging.',
    ),
    safety: lines(
      'Draag altijd een laskap, handschoenen en dichte schoenen.',
      'Las nooit alleen.',
      'Doe wat je begeleider zegt.',
    ),
    ...covering('1305', 3),
    evidence: [
      { kind: 'photo', count: 3 },
      { kind: 'text', count: 1 },
    ],
    rubric: [
      criterion(
        'Werkt veilig',
        'vergeet soms bril of handschoenen',
        'draagt ze na een seintje',
        'draagt steeds bril en handschoenen',
      ),
      criterion(
        'Leest de tekening',
        'heeft hulp nodig bij elke maat',
        'klopt na een keer nakijken',
        'klopt op de millimeter',
      ),
      criterion(
        'Last een vlakke naad',
        'de naad is scheef of heeft gaten',
        'het lukt, soms met hulp',
        'vlak, zonder hulp',
      ),
      criterion('Ruimt op', 'laat spullen liggen', 'ruimt op na een vraag', 'ruimt op zonder vragen'),
    ],
    hours: 16,
  },
  {
    title: 'Zorgtechnologie bekijken en laten zien',
    task: lines(
      'Je gaat een dag mee in een zorginstelling.',
      'Kies één hulpmiddel dat je daar ziet.',
      'Vraag een bewoner of medewerker hoe het helpt.',
      'Laat in een korte video zien hoe het werkt. Film geen mensen.',
      'Schrijf op wat jij ervan vindt.',
    ),
    safety: lines('Zeg tegen niemand wat je over bewoners hoort.', 'Raak niets aan zonder te vragen.'),
    ...covering('1629', 2),
    evidence: [
      { kind: 'video', count: 1 },
      { kind: 'text', count: 1 },
    ],
    rubric: [
      criterion(
        'Gaat netjes met mensen om',
        'zegt weinig, kijkt weg',
        'groet en luistert',
        'groet, luistert en vraagt door',
      ),
      criterion(
        'Legt het hulpmiddel uit',
        'weet niet goed wat het doet',
        'legt uit wat het doet',
        'legt uit wat het doet en voor wie',
      ),
      criterion('Houdt zich aan afspraken', 'komt te laat of loopt weg', 'is op tijd', 'is op tijd en helpt mee'),
    ],
    hours: 8,
  },
  {
    title: 'Brood bakken bij de bakker',
    task: lines(
      'Je werkt een ochtend mee in de bakkerij.',
      'Weeg de grondstoffen af. Kijk goed op de lijst.',
      'Maak het deeg, laat het rijzen en vorm tien broden.',
      'Bak ze af en kijk of ze gaar zijn.',
      'Maak foto’s van je deeg en van je brood.',
    ),
    safety: lines('Was je handen. Doe je haar vast en je sieraden af.', 'De oven is heet: draag ovenhandschoenen.'),
    ...covering('1818', 2),
    evidence: [{ kind: 'photo', count: 2 }],
    rubric: [
      criterion('Werkt schoon', 'vergeet handen wassen', 'werkt schoon na een seintje', 'werkt steeds schoon'),
      criterion('Weegt goed af', 'vergist zich vaak', 'klopt na nakijken', 'klopt meteen'),
      criterion('Vormt het brood', 'elk brood is anders', 'de meeste zijn gelijk', 'alle broden zijn gelijk'),
    ],
    hours: 5,
  },
];

function lines(...all: string[]): string {
  return all.join('\n');
}

function criterion(title: string, practise: string, sufficient: string, good: string) {
  return { title, behaviour: { practise, sufficient, good } };
}

/** The elective with this official code, and its first subtasks. */
function covering(officialCode: string, subtasks: number): Pick<AssignmentToMake, 'elective' | 'subtasks'> {
  const elective = electives.find((each) => each.officialCode === officialCode);
  return elective
    ? { elective: elective.sloId, subtasks: elective.subtasks.slice(0, subtasks).map(({ sloId }) => sloId) }
    : { subtasks: [] };
}
