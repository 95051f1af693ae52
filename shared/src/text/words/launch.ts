export const nl = {
  'launch.oneMoment': 'Een moment',
  'launch.goOn': 'Ga verder',
  'launch.newWindow.title': 'Open in een nieuw tabblad',
  'launch.newWindow.why': 'Je browser bewaart hier geen cookies. In een eigen tabblad werkt het wel.',
  'launch.newWindow.open': 'Open nieuw tabblad',
  'registration.title': 'Koppel deze leeromgeving',
  'registration.why': ({ school, host }: { school: string; host: string }) =>
    `Buitenboord wordt gekoppeld aan ${host} voor ${school}. Namen en cijfers gaan alleen tussen deze twee.`,
  'registration.description': 'Buitenschools leren: opdracht, bewijs, oordeel van het bedrijf en cijfer.',
  'registration.pick': 'Kies een opdracht',
  'registration.connect': 'Koppel',
  'registration.done': 'De koppeling is gemaakt.',
  'registration.nextActive': 'Zet het programma nu aan in de leeromgeving. Daarna kan een docent een opdracht kiezen.',
  'registration.nextConfirm':
    'Zet het programma aan in de leeromgeving. De beheerder van school bevestigt de koppeling nog een keer in Buitenboord.',
  'welcome.title': 'Je bent binnen',
  'welcome.noRole':
    'De leeromgeving zegt niet of je hier docent of leerling bent. Daarom zie je geen opdracht. Vraag je docent of de beheerder om je aan de cursus toe te voegen.',
  'welcome.noCourse': 'Open de opdracht vanuit een cursus. Dan weten we voor welke klas het is.',
  'welcome.noAssignment': 'Hier is nog geen opdracht gekozen. Je docent kan er een kiezen.',
  'home.title': 'Kies waar je heen wilt',
  'home.teacher': 'Je bent docent, maar hier hangt geen opdracht aan. Kies of maak er een.',
};

export const en: typeof nl = {
  'launch.oneMoment': 'One moment',
  'launch.goOn': 'Go on',
  'launch.newWindow.title': 'Open in a new tab',
  'launch.newWindow.why': 'Your browser keeps no cookies here. In a tab of its own it works.',
  'launch.newWindow.open': 'Open a new tab',
  'registration.title': 'Connect this learning platform',
  'registration.why': ({ school, host }) =>
    `Buitenboord will be connected to ${host} for ${school}. Names and grades go between these two only.`,
  'registration.description': 'Out-of-school learning: assignment, evidence, the company’s judgement and grade.',
  'registration.pick': 'Choose an assignment',
  'registration.connect': 'Connect',
  'registration.done': 'The connection has been made.',
  'registration.nextActive': 'Now switch the tool on in the platform. After that a teacher can choose an assignment.',
  'registration.nextConfirm':
    'Switch the tool on in the platform. The school’s administrator confirms the connection once in Buitenboord.',
  'welcome.title': 'You are in',
  'welcome.noRole':
    'The learning platform doesn’t say whether you are a teacher or a student here. So there is no assignment to see. Ask your teacher or the administrator to add you to the course.',
  'welcome.noCourse': 'Open the assignment from a course. Then we know which class it is for.',
  'welcome.noAssignment': 'No assignment was chosen here yet. Your teacher can choose one.',
  'home.title': 'Choose where to go',
  'home.teacher': 'You are a teacher, but no assignment hangs here yet. Choose or make one.',
};
