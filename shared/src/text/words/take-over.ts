/** The list for typing or importing grades into the student information system. Only a person can say that they stand there. */
export const nl = {
  'takeOver.title': 'Overnamelijst',
  'takeOver.lead': 'Cijfers om over te nemen in Magister of Somtoday. Wij zetten ze daar niet zelf in.',
  'takeOver.none': 'In deze cursus telt nog geen opdracht mee voor het schoolexamen. Er is niets over te nemen.',
  'takeOver.empty': 'Er zijn nog geen cijfers vastgesteld voor dit onderdeel.',
  'takeOver.listOf': ({ code, title }: { code: string; title: string }) => `${code}: ${title}`,
  'takeOver.subject': ({ code, title }: { code: string; title: string }) => `${title} (vakcode ${code})`,
  'takeOver.studentNumber': 'Leerlingnummer',
  'takeOver.studentNumber.missing': '! ontbreekt',
  'takeOver.name': 'Naam',
  'takeOver.class': 'Klas',
  'takeOver.subjectCode': 'Vakcode',
  'takeOver.component': 'Onderdeel',
  'takeOver.attempt': 'Kans',
  'takeOver.grade': 'Cijfer',
  'takeOver.settledAt': 'Vastgesteld op',
  'takeOver.revision': 'Revisie',
  'takeOver.mark': 'Wijziging',
  'takeOver.mark.new': 'nieuw',
  'takeOver.mark.changed': 'gewijzigd',
  'takeOver.mark.withdrawn': 'vervallen',
  'takeOver.mark.same': '',
  'takeOver.state': 'Waar staat het',
  'takeOver.state.listed': '○ staat op de lijst',
  'takeOver.state.takenOver': ({ day }: { day: string }) => `✓ overgenomen op ${day}`,
  'takeOver.state.withdrawn': '! haal weg: hoort niet meer bij deze klas',
  'takeOver.missingNumbers': ({ count }: { count: number }) =>
    count === 1
      ? 'Van 1 leerling stuurt de leeromgeving geen leerlingnummer. Zoek op naam.'
      : `Van ${count} leerlingen stuurt de leeromgeving geen leerlingnummer. Zoek op naam.`,
  'takeOver.changedSince': ({ count, day }: { count: number; day: string }) =>
    count === 1
      ? `1 regel is veranderd sinds de lijst van ${day}.`
      : `${count} regels zijn veranderd sinds de lijst van ${day}.`,
  'takeOver.nothingChanged': ({ day }: { day: string }) => `Alles is overgenomen op ${day}.`,
  'takeOver.xlsx': 'Download voor Excel (XLSX)',
  'takeOver.csv': 'Download als CSV',
  'takeOver.confirm': 'Ik heb deze cijfers overgenomen',
  'takeOver.confirm.hint': 'Druk pas als ze er echt staan. We onthouden wie dit wanneer zei.',
};

export const en: typeof nl = {
  'takeOver.title': 'Take-over list',
  'takeOver.lead': 'Grades to take over into Magister or Somtoday. We don’t put them there ourselves.',
  'takeOver.none': 'No assignment in this course counts for the school exam yet. There is nothing to take over.',
  'takeOver.empty': 'No grades were settled for this component yet.',
  'takeOver.listOf': ({ code, title }) => `${code}: ${title}`,
  'takeOver.subject': ({ code, title }) => `${title} (subject code ${code})`,
  'takeOver.studentNumber': 'Student number',
  'takeOver.studentNumber.missing': '! missing',
  'takeOver.name': 'Name',
  'takeOver.class': 'Class',
  'takeOver.subjectCode': 'Subject code',
  'takeOver.component': 'Component',
  'takeOver.attempt': 'Attempt',
  'takeOver.grade': 'Grade',
  'takeOver.settledAt': 'Settled on',
  'takeOver.revision': 'Revision',
  'takeOver.mark': 'Change',
  'takeOver.mark.new': 'new',
  'takeOver.mark.changed': 'changed',
  'takeOver.mark.withdrawn': 'withdrawn',
  'takeOver.mark.same': '',
  'takeOver.state': 'Where it is',
  'takeOver.state.listed': '○ on the list',
  'takeOver.state.takenOver': ({ day }) => `✓ taken over on ${day}`,
  'takeOver.state.withdrawn': '! take it away: belongs to this class no more',
  'takeOver.missingNumbers': ({ count }) =>
    count === 1
      ? 'The learning platform sends no student number for 1 student. Look by name.'
      : `The learning platform sends no student number for ${count} students. Look by name.`,
  'takeOver.changedSince': ({ count, day }) =>
    count === 1 ? `1 row changed since the list of ${day}.` : `${count} rows changed since the list of ${day}.`,
  'takeOver.nothingChanged': ({ day }) => `Everything was taken over on ${day}.`,
  'takeOver.xlsx': 'Download for Excel (XLSX)',
  'takeOver.csv': 'Download as CSV',
  'takeOver.confirm': 'I have taken over these grades',
  'takeOver.confirm.hint': 'Press only when they really are there. We keep who said so and when.',
};
