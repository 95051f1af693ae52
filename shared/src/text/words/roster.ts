type At = { lms: string };

/** The class list, as it comes from the LMS. */
export const nl = {
  'roster.read': ({ lms, moment }: At & { moment: string }) => `Klassenlijst uit ${lms}, gelezen op ${moment}.`,
  'roster.neverRead': ({ lms }: At) => `De klassenlijst wordt uit ${lms} gehaald. Ververs deze pagina zo meteen.`,
  'roster.notOffered': ({ lms }: At) =>
    `We krijgen geen klassenlijst uit ${lms}. Een leerling komt hier te staan als hij de opdracht opent.`,
  'roster.refresh': 'Klassenlijst bijwerken',
  'roster.failed': ({ moment }: { moment: string }) => `De klassenlijst kon op ${moment} niet worden bijgewerkt.`,
  'roster.lastKnown': 'Je ziet de lijst zoals hij daarvoor was.',
  'roster.waitUntil': ({ time }: { time: string }) => `Na ${time} uur kan het weer.`,
  'roster.copied': ({ title }: { title: string }) =>
    `Deze cursus is een kopie van ‘${title}’. Resultaten gaan niet mee. Kijk na voor welk cohort de cursus is en waarvoor de opdracht telt.`,
  'roster.whoLeft': ({ count }: { count: number }) =>
    count === 1
      ? '1 leerling is niet meer in de cursus en telt niet mee in de aantallen.'
      : `${count} leerlingen zijn niet meer in de cursus en tellen niet mee in de aantallen.`,
};

export const en: typeof nl = {
  'roster.read': ({ lms, moment }) => `Class list from ${lms}, read on ${moment}.`,
  'roster.neverRead': ({ lms }) => `The class list is being fetched from ${lms}. Refresh this page in a moment.`,
  'roster.notOffered': ({ lms }) =>
    `${lms} gives us no class list. A student appears here after opening the assignment.`,
  'roster.refresh': 'Update class list',
  'roster.failed': ({ moment }) => `The class list couldn’t be updated on ${moment}.`,
  'roster.lastKnown': 'You see the list as it was before.',
  'roster.waitUntil': ({ time }) => `You can try again after ${time}.`,
  'roster.copied': ({ title }) =>
    `This course is a copy of ‘${title}’. Results don’t come along. Check for which cohort it is and what the assignment counts for.`,
  'roster.whoLeft': ({ count }) =>
    count === 1
      ? '1 student is no longer in the course and isn’t counted.'
      : `${count} students are no longer in the course and aren’t counted.`,
};
