export const nl = {
  'launch.oneMoment': 'Een moment',
  'launch.goOn': 'Ga verder',
  'launch.newWindow.title': 'Open in een nieuw tabblad',
  'launch.newWindow.why': 'Je browser bewaart hier geen cookies. In een eigen tabblad werkt het wel.',
  'launch.newWindow.open': 'Open nieuw tabblad',
  'launch.allowCookies.why': 'Wil je hier blijven? Sta dan cookies toe. Je browser vraagt het je nog een keer.',
  'launch.allowCookies': 'Sta cookies toe en ga hier verder',
  'launch.allowCookies.refused': 'Je browser liet het niet toe. Open een nieuw tabblad.',
  'launch.allowCookies.or': 'Of:',
  'launch.frame.noConnection': 'De verbinding viel weg. Probeer het nog een keer.',
  'launch.frame.keepText':
    'Wat je net typte, staat nog op deze pagina. Kopieer het eerst. Open dan de opdracht opnieuw vanuit de cursus en plak het daar.',
  'launch.frame.reloaded.title': 'Open de opdracht opnieuw',
  'launch.frame.reloaded':
    'Deze pagina werkt alleen in de cursus. Ga terug naar de cursus en open de opdracht opnieuw. Wat je bewaard had, staat er nog.',
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
  'launch.allowCookies.why': 'Want to stay here? Then allow cookies. Your browser will ask you once more.',
  'launch.allowCookies': 'Allow cookies and go on here',
  'launch.allowCookies.refused': 'Your browser didn’t allow it. Open a new tab.',
  'launch.allowCookies.or': 'Or:',
  'launch.frame.noConnection': 'The connection dropped. Please try again.',
  'launch.frame.keepText':
    'What you just typed is still on this page. Copy it first. Then open the assignment again from the course and paste it there.',
  'launch.frame.reloaded.title': 'Open the assignment again',
  'launch.frame.reloaded':
    'This page works inside the course only. Go back to the course and open the assignment again. What you saved is still there.',
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
