import type { FileKind } from '../../domain/evidence/limits.js';

export interface Counted {
  count: number;
}
export interface OfKind {
  kind: FileKind;
}
export interface Numbered extends OfKind {
  number: number;
}

const thingNl: Readonly<Record<FileKind, { one: string; more: string }>> = {
  photo: { one: 'foto', more: 'foto’s' },
  video: { one: 'video', more: 'video’s' },
  document: { one: 'PDF', more: 'PDF’s' },
};
const thingEn: Readonly<Record<FileKind, { one: string; more: string }>> = {
  photo: { one: 'photo', more: 'photos' },
  video: { one: 'video', more: 'videos' },
  document: { one: 'PDF', more: 'PDFs' },
};

/** The student's page: level A2, sentences up to twelve words, active, "je". */
export const nl = {
  'work.dueOn': ({ day }: { day: string }) => `Klaar op ${day}`,
  'work.progress': ({ done, all }: { done: number; all: number }) => `${done} van ${all} klaar`,
  'work.steps': 'Je stappen',
  'work.done': 'klaar',
  'work.toDo': 'nog te doen',
  'work.now.task': 'Nu: lees je opdracht.',
  'work.now.safety': 'Nu: lees hoe je veilig werkt.',
  'work.now.file': ({ kind }: OfKind): string =>
    kind === 'document' ? 'Nu: voeg je document toe.' : 'Nu: laat zien wat je hebt gemaakt.',
  'work.now.text': 'Nu: vertel hoe het ging.',
  'work.now.handIn': 'Nu: lever je werk in. Alles staat klaar.',
  'work.haveRead': 'Ik heb het gelezen',
  'work.choose': ({ kind }: OfKind) => (kind === 'document' ? 'Kies een PDF' : `Maak of kies een ${thingNl[kind].one}`),
  'work.send': 'Verstuur',
  'work.left': ({ kind, count }: OfKind & Counted) =>
    `Nog ${count} ${count === 1 ? thingNl[kind].one : thingNl[kind].more}.`,
  'work.noName': 'Je naam en de plek staan er niet op.',
  'work.limit': ({ kind }: OfKind) =>
    kind === 'video' ? 'Een video mag 250 MB zijn.' : `Een ${thingNl[kind].one} mag 25 MB zijn.`,
  'work.step.task': 'Lees je opdracht',
  'work.step.safety': 'Lees hoe je veilig werkt',
  'work.step.file': ({ kind, count }: OfKind & Counted): string =>
    kind === 'document'
      ? count === 1
        ? 'Je document'
        : 'Je documenten'
      : count === 1
        ? `Een ${thingNl[kind].one} van je werk`
        : `${kind === 'photo' ? 'Foto’s' : 'Video’s'} van je werk`,
  'work.step.text': ({ sentences }: { sentences: number }) =>
    sentences === 1 ? 'Vertel hoe het ging' : `Vertel in ${sentences} zinnen hoe het ging`,
  'work.step.count': ({ have, asked }: { have: number; asked: number }) => `${have} van ${asked}`,
  'work.text.label': 'Hoe ging het?',
  'work.text.save': 'Bewaar',
  'work.text.shown': 'Dit schreef je',
  'work.file.name': ({ kind, number }: Numbered) =>
    `${kind === 'photo' ? 'Foto' : kind === 'video' ? 'Video' : 'PDF'} ${number}`,
  'work.file.remove': 'Haal weg',
  'work.file.removeWhich': ({ name }: { name: string }) => `Haal weg: ${name}`,
  'work.rubric': 'Hier let je begeleider op',
  'work.help': 'Ik heb hulp nodig',
  'work.help.contact': ({ name, company }: { name: string; company: string }) => `Vraag het ${name} bij ${company}.`,
  'work.help.teacher': 'Kom je er niet uit? Vraag het je docent.',
  'work.help.technical': 'Doet de pagina het niet? Open de opdracht opnieuw. Wat je bewaard had, staat er nog.',
  'work.handIn': 'Lever in',
  'work.handIn.early': 'Ik wil nu al inleveren',
  'work.handIn.earlyHint': 'Nog niet alles is klaar. Inleveren mag wel.',
  'work.handedIn': ({ moment }: { moment: string }) => `Ingeleverd op ${moment}.`,
  'work.handedIn.company': 'Je begeleider kijkt ernaar. Daarna zie je het hier.',
  'work.handedIn.teacher': 'Je docent kijkt ernaar. Daarna zie je het hier.',
  'work.handedIn.judged': 'Je begeleider heeft gekeken. Je docent stelt het vast.',
  'work.takeBack': 'Neem terug en verander',
  'work.takeBack.hint': 'Dat kan tot iemand het heeft beoordeeld.',
  'work.versions': 'Wat je inleverde',
  'work.version': ({ number, moment }: { number: number; moment: string }) => `Versie ${number}, ${moment}`,
  'work.version.files': ({ count }: Counted) => (count === 1 ? '1 bestand' : `${count} bestanden`),
  'work.version.takenBack': 'teruggenomen',
  'work.settled': 'Je werk is beoordeeld.',
  'work.settled.grade': 'Je resultaat',
  'work.settled.catchUp': 'Je mag dit nog doen of verbeteren. Lever daarna weer in.',
  'work.settled.remark': 'Je docent zegt',
  'work.settled.company': 'Je begeleider zegt',
  'work.saving.failed': 'Nog niet bewaard. Je tekst staat wel op dit apparaat.',
  'work.saving.restored': 'Je tekst van net staat er weer.',
  'work.saving.notKept': 'Nog niet bewaard. Laat deze pagina open tot het wel lukt.',
  'work.saving.copyFirst': 'Kopieer eerst je tekst: wat je net typte, staat alleen nog op dit scherm.',
  'work.saving.copy': 'Kopieer mijn tekst',
  'work.saving.copied': 'Gekopieerd',
  'work.sending': 'Bezig met versturen',
  'work.sending.check': 'Even kijken of alles goed is …',
  'work.sending.waiting': 'De verbinding viel weg. We gaan vanzelf verder.',
  'work.sending.again': 'Opnieuw',
  'work.sending.stopped': 'Het versturen lukte niet. Druk op Opnieuw.',
};

export const en: typeof nl = {
  'work.dueOn': ({ day }) => `Due on ${day}`,
  'work.progress': ({ done, all }) => `${done} of ${all} done`,
  'work.steps': 'Your steps',
  'work.done': 'done',
  'work.toDo': 'to do',
  'work.now.task': 'Now: read your assignment.',
  'work.now.safety': 'Now: read how to work safely.',
  'work.now.file': ({ kind }) => (kind === 'document' ? 'Now: add your document.' : 'Now: show what you made.'),
  'work.now.text': 'Now: tell how it went.',
  'work.now.handIn': 'Now: hand in your work. Everything is ready.',
  'work.haveRead': 'I have read it',
  'work.choose': ({ kind }) => (kind === 'document' ? 'Choose a PDF' : `Take or choose a ${thingEn[kind].one}`),
  'work.send': 'Send',
  'work.left': ({ kind, count }) => `${count} more ${count === 1 ? thingEn[kind].one : thingEn[kind].more}.`,
  'work.noName': 'It doesn’t show your name or the place.',
  'work.limit': ({ kind }) => (kind === 'video' ? 'A video may be 250 MB.' : `A ${thingEn[kind].one} may be 25 MB.`),
  'work.step.task': 'Read your assignment',
  'work.step.safety': 'Read how to work safely',
  'work.step.file': ({ kind, count }) =>
    kind === 'document'
      ? count === 1
        ? 'Your document'
        : 'Your documents'
      : count === 1
        ? `A ${thingEn[kind].one} of your work`
        : `${kind === 'photo' ? 'Photos' : 'Videos'} of your work`,
  'work.step.text': ({ sentences }) =>
    sentences === 1 ? 'Tell how it went' : `Tell in ${sentences} sentences how it went`,
  'work.step.count': ({ have, asked }) => `${have} of ${asked}`,
  'work.text.label': 'How did it go?',
  'work.text.save': 'Save',
  'work.text.shown': 'What you wrote',
  'work.file.name': ({ kind, number }) =>
    `${kind === 'photo' ? 'Photo' : kind === 'video' ? 'Video' : 'PDF'} ${number}`,
  'work.file.remove': 'Remove',
  'work.file.removeWhich': ({ name }) => `Remove: ${name}`,
  'work.rubric': 'What your supervisor looks at',
  'work.help': 'I need help',
  'work.help.contact': ({ name, company }) => `Ask ${name} at ${company}.`,
  'work.help.teacher': 'Still stuck? Ask your teacher.',
  'work.help.technical': 'Is the page not working? Open the assignment again. What you saved is still there.',
  'work.handIn': 'Hand in',
  'work.handIn.early': 'I want to hand in now',
  'work.handIn.earlyHint': 'Not everything is ready. You may hand in anyway.',
  'work.handedIn': ({ moment }) => `Handed in on ${moment}.`,
  'work.handedIn.company': 'Your supervisor is looking at it. You’ll see it here.',
  'work.handedIn.teacher': 'Your teacher is looking at it. You’ll see it here.',
  'work.handedIn.judged': 'Your supervisor has looked. Your teacher decides.',
  'work.takeBack': 'Take back and change',
  'work.takeBack.hint': 'You can, until somebody has assessed it.',
  'work.versions': 'What you handed in',
  'work.version': ({ number, moment }) => `Version ${number}, ${moment}`,
  'work.version.files': ({ count }) => (count === 1 ? '1 file' : `${count} files`),
  'work.version.takenBack': 'taken back',
  'work.settled': 'Your work has been assessed.',
  'work.settled.grade': 'Your result',
  'work.settled.catchUp': 'You may still do this or improve it. Then hand in again.',
  'work.settled.remark': 'Your teacher says',
  'work.settled.company': 'Your supervisor says',
  'work.saving.failed': 'Not saved yet. Your text is kept on this device.',
  'work.saving.restored': 'The text you just typed is back.',
  'work.saving.notKept': 'Not saved yet. Keep this page open until it is.',
  'work.saving.copyFirst': 'Copy your text first: what you just typed stands on this screen only.',
  'work.saving.copy': 'Copy my text',
  'work.saving.copied': 'Copied',
  'work.sending': 'Sending',
  'work.sending.check': 'Checking that all is well …',
  'work.sending.waiting': 'The connection was lost. We go on by ourselves.',
  'work.sending.again': 'Retry',
  'work.sending.stopped': 'Sending didn’t work. Press Retry.',
};
