type Counted = { count: number };
type At = { lms: string };

/** What is on its way to the LMS and to companies, for the school's administrator. */
export const nl = {
  'outbox.title': 'Onderweg',
  'outbox.lead': 'Cijfers naar de leeromgeving en mail aan bedrijven. Hier staat wat nog niet is aangekomen.',
  'outbox.nothing': 'Alles is aangekomen.',
  'outbox.stuck': 'Hier moet iemand iets doen',
  'outbox.waits': 'Dit gaat vanzelf verder',
  'outbox.count.gradebook': ({ count }: Counted) => (count === 1 ? '1 cijfer' : `${count} cijfers`),
  'outbox.count.mail': ({ count }: Counted) => (count === 1 ? '1 mail' : `${count} mails`),
  'outbox.since': ({ moment }: { moment: string }) => `sinds ${moment}`,
  'outbox.underWay': 'Is onderweg.',
  'outbox.why.changed-in-lms': ({ lms }: At) => `In ${lms} staat iets anders. Iemand heeft het daar veranderd.`,
  'outbox.why.not-taken': ({ lms }: At) => `${lms} nam het nieuwe cijfer niet over.`,
  'outbox.do.changed-in-lms': 'De docent kiest op het scherm van de leerling welk cijfer blijft staan.',
  'outbox.do.address': 'De docent verbetert het adres bij Bedrijven en stuurt de link opnieuw.',
  'outbox.do.mail-server-down':
    'Niemand weet of de mail aankwam. Opnieuw proberen stuurt hem misschien een tweede keer.',
  'outbox.do.access': 'Test de verbinding op de pagina School. Klopt alles weer? Probeer het dan opnieuw.',
  'outbox.do.other': 'Probeer het opnieuw. Blijft het misgaan? Kijk in het logboek van de server.',
  'outbox.retry': ({ count }: Counted) => (count === 1 ? 'Probeer opnieuw' : `Probeer alle ${count} opnieuw`),
  'outbox.noPeople': 'Namen en cijfers staan hier niet. Die ziet de docent, in de klas.',
};

export const en: typeof nl = {
  'outbox.title': 'On its way',
  'outbox.lead': 'Grades to the learning platform and mail to companies. Here is what hasn’t arrived yet.',
  'outbox.nothing': 'Everything has arrived.',
  'outbox.stuck': 'Somebody has to do something here',
  'outbox.waits': 'This goes on by itself',
  'outbox.count.gradebook': ({ count }) => (count === 1 ? '1 grade' : `${count} grades`),
  'outbox.count.mail': ({ count }) => (count === 1 ? '1 mail' : `${count} mails`),
  'outbox.since': ({ moment }) => `since ${moment}`,
  'outbox.underWay': 'Is on its way.',
  'outbox.why.changed-in-lms': ({ lms }) => `${lms} says something else. Somebody changed it there.`,
  'outbox.why.not-taken': ({ lms }) => `${lms} didn’t accept the new grade.`,
  'outbox.do.changed-in-lms': 'The teacher chooses on the student’s screen which grade stays.',
  'outbox.do.address': 'The teacher corrects the address under Companies and sends the link again.',
  'outbox.do.mail-server-down': 'Nobody knows whether the mail arrived. Trying again may send it a second time.',
  'outbox.do.access': 'Test the connection on the page School. Is it right again? Then try again.',
  'outbox.do.other': 'Try again. If it keeps failing, look in the log of the server.',
  'outbox.retry': ({ count }) => (count === 1 ? 'Try again' : `Try all ${count} again`),
  'outbox.noPeople': 'Names and grades aren’t here. The teacher sees those, in the class.',
};
