import { dutchDay } from '@buitenboord/shared/domain/pta/school-year.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import type { FileOwner } from '@buitenboord/shared/use-cases/lob/find-entry.js';
import { approveEntry } from '@buitenboord/shared/use-cases/lob/judge-entry.js';
import { keepStudentNotes, keepTeacherNotes } from '@buitenboord/shared/use-cases/lob/keep-conversation.js';
import { beginEntry, keepEntry } from '@buitenboord/shared/use-cases/lob/keep-entry.js';

interface Deps {
  store: Store;
  now: Clock;
}

const chosen = {
  kind: 'educationVisit',
  title: 'Proefles op het mbo',
  place: 'Techniek College',
  motivation: 'Ik wil weten of lassen op het mbo wat voor mij is.',
  aim: 'Zien wat je daar op een dag doet.',
} as const;

/** A career assignment half way: talked about, agreed and done, and still to look back on. */
export async function seedCareer(deps: Deps, owner: FileOwner, teacher: string): Promise<void> {
  const { id: entry } = await beginEntry(deps, owner, { ...chosen, outsideSchool: true, isAssignment: true });
  const talk = {
    entry,
    moment: 'before',
    heldOn: daysAgo(deps, 10),
    nextStep: 'Zelf aanmelden op de website.',
  } as const;
  await keepTeacherNotes(deps, owner, teacher, { ...talk, notes: 'Past bij het keuzevak. Let op hoe de lesdag is.' });
  await keepStudentNotes(deps, owner, { ...talk, notes: 'Ik moet vragen hoeveel dagen stage er zijn.' });
  await approveEntry(deps, owner, { teacher, entry });
  const { kind: _kind, ...words } = chosen;
  await keepEntry(deps, owner, entry, {
    ...words,
    answers: [
      { question: 'wantToSee', answer: 'De laswerkplaats, en wat je in het eerste jaar maakt.' },
      { question: 'seenBefore', answer: 'Op school heb ik twee keer gelast.' },
      { question: 'wentWell', answer: '' },
      { question: 'everyDay', answer: '' },
      { question: 'whoHelps', answer: '' },
    ],
    happenedOn: daysAgo(deps, 3),
    results: 'Ik heb een hoeknaad gelast en met twee studenten gepraat.',
    evaluation: '',
    conclusion: '',
    sharedWith: 'teachers',
  });
}

function daysAgo({ now }: Deps, days: number): string {
  return dutchDay(new Date(now().getTime() - days * 24 * 60 * 60_000));
}
