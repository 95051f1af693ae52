import type { CriterionBeside } from '../../domain/assessment/side-by-side.js';
import type { Moment } from '../../domain/assessment/moment.js';
import type { ConditionId } from '../../domain/assessment/sitting.js';

export interface Named {
  name: string;
}
export interface At {
  at: string;
}
type Comparison = CriterionBeside['comparison'];

const momentNl: Readonly<Record<Moment, string>> = { start: 'Begin', middle: 'Halverwege', end: 'Einde' };
const momentEn: Readonly<Record<Moment, string>> = { start: 'Start', middle: 'Halfway', end: 'End' };
const comparisonNl: Readonly<Record<Comparison, string>> = {
  alone: 'nog niet te vergelijken',
  agree: 'zelfde',
  differ: 'verschilt één stap',
  apart: 'verschilt twee stappen',
};
const comparisonEn: Readonly<Record<Comparison, string>> = {
  alone: 'nothing to compare yet',
  agree: 'the same',
  differ: 'one step apart',
  apart: 'two steps apart',
};
const conditionNl: Readonly<Record<ConditionId, string>> = {
  ptaComponent: 'De opdracht telt voor een onderdeel van het PTA.',
  heldOn: 'De dag van de afname staat erbij.',
  window: 'De afname is op of na 1 april.',
  schoolExaminer: 'Een examinator van school was erbij.',
  secondExaminer: 'Een tweede examinator beoordeelde mee. Dat is iemand anders.',
  papersSecret: 'De opgaven bleven geheim tot het begin.',
  observationsWritten: 'De examinator schreef op wat zij zag. Dat ligt op school.',
};
const conditionEn: Readonly<Record<ConditionId, string>> = {
  ptaComponent: 'The assignment counts for a component of the PTA.',
  heldOn: 'The day it was held is filled in.',
  window: 'It was held on or after 1 April.',
  schoolExaminer: 'An examiner of the school was there.',
  secondExaminer: 'A second examiner judged too, and is somebody else.',
  papersSecret: 'The papers stayed secret until the start.',
  observationsWritten: 'The examiner wrote down what she saw. That is kept at school.',
};

const sourceNl: Readonly<Record<string, string>> = {
  'assessment.named-expert': 'WVO 2020, artikel 2.51, lid 4',
  'assessment.proof-in-pta': 'handreiking buitenschools leren (OCW); WVO 2020, artikel 2.60a',
  'assessment.proof-examiner': 'handreiking buitenschools leren (OCW)',
  'assessment.sitting-recorded': 'Uitvoeringsbesluit WVO 2020, artikel 3.19 en 3.20',
  'assessment.cspe-examiner': 'Uitvoeringsbesluit WVO 2020, artikel 3.26',
  'assessment.cspe-second-examiner': 'Uitvoeringsbesluit WVO 2020, artikel 3.27',
  'assessment.cspe-papers-secret': 'Uitvoeringsbesluit WVO 2020, artikel 3.19, lid 2',
  'assessment.cspe-observations': 'Uitvoeringsbesluit WVO 2020, artikel 3.26',
  'assessment.cspe-window': 'Uitvoeringsbesluit WVO 2020, artikel 3.17, lid 2',
};

/** Assessing on the rubric: student, company and teacher beside each other, moments, observations, exams. */
export const nl = {
  'assess.moment': ({ moment }: { moment: Moment }) => momentNl[moment],
  'assess.momentFree': 'Hier hoort geen cijfer bij. Het is om van te leren.',
  'assess.momentCounts': 'Alleen dit moment telt mee in het voorstel voor het cijfer.',
  'assess.beside': 'Leerling, bedrijf en docent naast elkaar',
  'assess.besideOf': ({ moment }: { moment: Moment }) =>
    `${momentNl[moment]}: leerling, bedrijf en docent naast elkaar`,
  'assess.criterion': 'Vraag',
  'assess.self': 'Leerling',
  'assess.company': 'Bedrijf',
  'assess.teacher': 'Docent',
  'assess.difference': 'Verschil',
  'assess.comparison': ({ comparison }: { comparison: Comparison }) => comparisonNl[comparison],
  'assess.nothing': 'nog niets',
  'assess.nobody': 'Er is nog niets gezegd.',
  'assess.onlyCompany':
    'Vul jouw oordeel in, of vraag de leerling om zichzelf te beoordelen. Dan zie je hier de verschillen.',
  'assess.sumMoment': 'Gerekend met het oordeel van het bedrijf aan het einde.',
  'assess.selfSays': 'De leerling schrijft',
  'assess.teacherSays': 'De docent schrijft',
  'assess.companySays': 'Het bedrijf schrijft',
  'assess.noEffect':
    'Het oordeel van de leerling en jouw niveaus veranderen het cijfer niet. Ze zijn voor het gesprek.',
  'assess.more': 'Oordeel per vraag, momenten en notities',
  'assess.title': ({ name }: Named) => `Hoe doet ${name} het?`,
  'assess.backToGrade': 'Terug naar het cijfer',
  'assess.judge': 'Jouw oordeel per vraag',
  'assess.skip': 'Geen antwoord',
  'assess.remark': 'Wil je er iets bij zeggen?',
  'assess.remarkHint': 'Mag leeg blijven.',
  'assess.save': 'Bewaar',
  'assess.askCompany': 'Vraag het bedrijf',
  'assess.askEnd': 'Het bedrijf vragen voor het einde doe je bij Bedrijven.',
  'assess.toCompanies': 'Naar Bedrijven',
  'assess.asked': ({ at }: At) => `Gevraagd op ${at}. Er is nog geen antwoord.`,
  'assess.answered': ({ at }: At) => `Het bedrijf antwoordde op ${at}.`,
  'assess.noCompany': 'Deze leerling heeft nog geen bedrijf.',
  'assess.moments': 'Wanneer beoordeel je?',
  'assess.momentsLead':
    'Het einde is er altijd bij. Kies je meer momenten, dan kun je het bedrijf ook eerder vragen. Dat kost het bedrijf steeds een minuut.',
  'assess.momentsOf': ({ list }: { list: string }) => `Momenten: ${list}`,
  'assess.momentsChange': 'Verander de momenten',
  'assess.endAlways': 'altijd',

  'self.title': 'Hoe vind jij dat het gaat?',
  'self.lead': 'Kies wat het best past. Het telt niet mee voor je cijfer.',
  'self.whoReads': 'Je docent leest dit. Het bedrijf ziet het niet.',
  'self.open': 'Zeg hoe jij het vindt',
  'self.change': 'Verander wat je zei',
  'self.given': ({ at }: At) => `Je hebt dit ingevuld op ${at}.`,
  'self.optional': 'Het hoeft niet. Het duurt een minuut.',
  'self.closed': 'Je docent heeft het cijfer al gegeven.',
  'self.back': 'Terug naar je opdracht',
  'self.remark': 'Waar ben je trots op? Wat wil je nog leren?',

  'observe.title': 'Notities over houding en groei',
  'observe.lead':
    'Zonder cijfer. Ze tellen nergens mee en staan op geen enkele lijst. De leerling leest jouw notities.',
  'observe.topic': 'Waarover?',
  'observe.topic.attitude': 'Houding op het werk',
  'observe.topic.growth': 'Groei',
  'observe.words': 'Wat viel je op?',
  'observe.wordsHint': 'Eén of twee zinnen. Schrijf op wat je zag.',
  'observe.add': 'Bewaar de notitie',
  'observe.none': 'Er zijn nog geen notities.',
  'observe.from': ({ from, at }: At & { from: 'teacher' | 'company' }) =>
    `${from === 'teacher' ? 'Docent' : 'Bedrijf'}, ${at}`,
  'observe.forStudent': 'Wat je docent zag',
  'observe.forStudentLead': 'Hier hoort geen cijfer bij.',
  'link.attitude': 'Viel je iets op aan de houding?',
  'link.attitudeHint': 'Mag leeg blijven. Er hoort geen cijfer bij.',
  'link.moment': ({ moment }: { moment: Moment }): string =>
    moment === 'start'
      ? 'Dit gaat over het begin. Er hoort geen cijfer bij.'
      : 'Dit gaat over hoe het nu gaat, halverwege. Er hoort geen cijfer bij.',

  'exam.title': ({ kind }: { kind: 'proofOfCompetence' | 'cspePart' }): string =>
    kind === 'cspePart' ? 'Onderdeel van het cspe' : 'Proeve van bekwaamheid',
  'exam.lead': 'Je kunt pas vaststellen als alles op deze lijst klopt.',
  'exam.noContent':
    'Zet hier nooit iets van de opgaven neer, ook niet in een opmerking. Het bedrijf ziet niets van dit examen.',
  'exam.condition': ({ condition }: { condition: ConditionId }) => conditionNl[condition],
  'exam.met': 'in orde',
  'exam.open': 'nog niet',
  'exam.openCount': ({ count }: { count: number }) =>
    count === 0
      ? 'Alle voorwaarden zijn in orde.'
      : count === 1
        ? 'Nog 1 voorwaarde open. Vaststellen kan nog niet.'
        : `Nog ${count} voorwaarden open. Vaststellen kan nog niet.`,
  'exam.fill': 'Naar de lijst met voorwaarden',
  'exam.heldOn': 'Dag van de afname',
  'exam.place': 'Waar',
  'exam.schoolExaminer': 'Examinator van school die erbij was',
  'exam.secondExaminer': 'Tweede examinator',
  'exam.secondExaminerHint': 'Een examinator van school of een benoemde deskundige.',
  'exam.papersSecret': 'De opgaven bleven geheim tot het begin',
  'exam.observationsWritten': 'De examinator schreef op wat zij zag, en dat ligt op school',
  'exam.forStudent': 'Dit is een onderdeel van je examen.',
  'exam.forStudentLead': 'Je docent vertelt je waar en wanneer. Je hoeft hier niets in te leveren.',

  'expert.title': 'Deskundigen voor het schoolexamen',
  'expert.lead':
    'Iemand van een bedrijf doet alleen mee aan het schoolexamen als het bestuur die persoon heeft benoemd. De docent stelt het cijfer vast.',
  'expert.missing': ({ weight }: { weight: number }) =>
    `Het oordeel van het bedrijf telt hier voor ${weight}% mee in het schoolexamen. Er staat nog niet wie het bestuur daarvoor benoemde.`,
  'expert.named': ({ names }: { names: string }) => `Benoemd voor het schoolexamen: ${names}.`,
  'expert.fill': 'Schrijf op wie benoemd is',
  'expert.none': 'Er is nog niemand opgeschreven.',
  'expert.name': 'Naam',
  'expert.role': 'Functie',
  'expert.company': 'Bedrijf',
  'expert.namedOn': 'Dag van het besluit',
  'expert.add': 'Schrijf op',
  'expert.line': ({ role, company, day }: { role: string; company: string; day: string }) =>
    `${role}, ${company}. Benoemd op ${day}.`,
  'expert.withdraw': 'Niet meer',
  'expert.withdrawOf': ({ name }: Named) => `${name} is niet meer benoemd`,
  'expert.withdrawn': ({ at }: At) => `tot ${at}`,
  'expert.future': 'Kies een dag die al geweest is.',
  'assess.source': ({ rule, source }: { rule: string; source: string }) => `Bron: ${sourceNl[rule] ?? source}.`,
  'assess.sure.high': 'Dit staat zo in de wet of een officiële bron.',
  'assess.sure.medium': 'Dit is deels onze uitleg van de regel.',
  'assess.sure.low': 'Dit is onze inschatting.',
};

export const en: typeof nl = {
  'assess.moment': ({ moment }) => momentEn[moment],
  'assess.momentFree': 'This has no grade. It is to learn from.',
  'assess.momentCounts': 'Only this moment weighs in the suggested grade.',
  'assess.beside': 'Student, company and teacher beside each other',
  'assess.besideOf': ({ moment }) => `${momentEn[moment]}: student, company and teacher beside each other`,
  'assess.criterion': 'Question',
  'assess.self': 'Student',
  'assess.company': 'Company',
  'assess.teacher': 'Teacher',
  'assess.difference': 'Difference',
  'assess.comparison': ({ comparison }) => comparisonEn[comparison],
  'assess.nothing': 'nothing yet',
  'assess.nobody': 'Nothing has been said yet.',
  'assess.onlyCompany':
    'Fill in your judgement, or ask the student to judge herself. Then you see the differences here.',
  'assess.sumMoment': 'Worked out with the company’s judgement at the end.',
  'assess.selfSays': 'The student writes',
  'assess.teacherSays': 'The teacher writes',
  'assess.companySays': 'The company writes',
  'assess.noEffect': 'The student’s judgement and your levels don’t change the grade. They are for the conversation.',
  'assess.more': 'Judgement by question, moments and notes',
  'assess.title': ({ name }) => `How is ${name} doing?`,
  'assess.backToGrade': 'Back to the grade',
  'assess.judge': 'Your judgement by question',
  'assess.skip': 'No answer',
  'assess.remark': 'Anything to add?',
  'assess.remarkHint': 'May stay empty.',
  'assess.save': 'Save',
  'assess.askCompany': 'Ask the company',
  'assess.askEnd': 'Asking the company about the end is done at Companies.',
  'assess.toCompanies': 'To Companies',
  'assess.asked': ({ at }) => `Asked on ${at}. No answer yet.`,
  'assess.answered': ({ at }) => `The company answered on ${at}.`,
  'assess.noCompany': 'This student has no company yet.',
  'assess.moments': 'When do you assess?',
  'assess.momentsLead':
    'The end is always one of them. With more moments you can ask the company earlier too. That takes the company a minute each time.',
  'assess.momentsOf': ({ list }) => `Moments: ${list}`,
  'assess.momentsChange': 'Change the moments',
  'assess.endAlways': 'always',

  'self.title': 'How do you think it is going?',
  'self.lead': 'Choose what fits best. It doesn’t count for your grade.',
  'self.whoReads': 'Your teacher reads this. The company doesn’t see it.',
  'self.open': 'Say what you think',
  'self.change': 'Change what you said',
  'self.given': ({ at }) => `You filled this in on ${at}.`,
  'self.optional': 'You don’t have to. It takes a minute.',
  'self.closed': 'Your teacher has already given the grade.',
  'self.back': 'Back to your assignment',
  'self.remark': 'What are you proud of? What do you still want to learn?',

  'observe.title': 'Notes on attitude and growth',
  'observe.lead': 'Without a grade. They count nowhere and are on no list. The student reads your notes.',
  'observe.topic': 'About what?',
  'observe.topic.attitude': 'Attitude at work',
  'observe.topic.growth': 'Growth',
  'observe.words': 'What did you notice?',
  'observe.wordsHint': 'One or two sentences. Write what you saw.',
  'observe.add': 'Save the note',
  'observe.none': 'There are no notes yet.',
  'observe.from': ({ from, at }) => `${from === 'teacher' ? 'Teacher' : 'Company'}, ${at}`,
  'observe.forStudent': 'What your teacher saw',
  'observe.forStudentLead': 'This has no grade.',
  'link.attitude': 'Did you notice anything about the attitude?',
  'link.attitudeHint': 'May stay empty. It has no grade.',
  'link.moment': ({ moment }) =>
    moment === 'start'
      ? 'This is about the start. It has no grade.'
      : 'This is about how it is going now, halfway. It has no grade.',

  'exam.title': ({ kind }) => (kind === 'cspePart' ? 'Part of the cspe' : 'Proof of competence'),
  'exam.lead': 'You can settle only when everything on this list is right.',
  'exam.noContent':
    'Never put anything of the papers here, in a remark neither. The company sees nothing of this exam.',
  'exam.condition': ({ condition }) => conditionEn[condition],
  'exam.met': 'in order',
  'exam.open': 'not yet',
  'exam.openCount': ({ count }) =>
    count === 0
      ? 'All conditions are in order.'
      : `${count} ${count === 1 ? 'condition is' : 'conditions are'} still open. You can’t settle yet.`,
  'exam.fill': 'To the list of conditions',
  'exam.heldOn': 'Day it was held',
  'exam.place': 'Where',
  'exam.schoolExaminer': 'Examiner of the school who was there',
  'exam.secondExaminer': 'Second examiner',
  'exam.secondExaminerHint': 'An examiner of the school or a named expert.',
  'exam.papersSecret': 'The papers stayed secret until the start',
  'exam.observationsWritten': 'The examiner wrote down what she saw, and that is at school',
  'exam.forStudent': 'This is a part of your exam.',
  'exam.forStudentLead': 'Your teacher tells you where and when. You hand in nothing here.',

  'expert.title': 'Experts for the school exam',
  'expert.lead':
    'Somebody of a company takes part in the school exam only when the board named that person. The teacher settles the grade.',
  'expert.missing': ({ weight }) =>
    `The company’s judgement weighs ${weight}% in the school exam here. It isn’t written down yet whom the board named for that.`,
  'expert.named': ({ names }) => `Named for the school exam: ${names}.`,
  'expert.fill': 'Write down who was named',
  'expert.none': 'Nobody is written down yet.',
  'expert.name': 'Name',
  'expert.role': 'Role',
  'expert.company': 'Company',
  'expert.namedOn': 'Day of the decision',
  'expert.add': 'Write down',
  'expert.line': ({ role, company, day }) => `${role}, ${company}. Named on ${day}.`,
  'expert.withdraw': 'No longer',
  'expert.withdrawOf': ({ name }) => `${name} is no longer named`,
  'expert.withdrawn': ({ at }) => `until ${at}`,
  'expert.future': 'Choose a day that has been.',
  'assess.source': ({ source }) => `Source: ${source}.`,
  'assess.sure.high': 'The law or an official source says so.',
  'assess.sure.medium': 'This is partly our reading of the rule.',
  'assess.sure.low': 'This is our estimate.',
};
