/** The page of the school's administrator. */
export const nl = {
  'admin.title': 'Buitenboord op jouw school',
  'admin.platforms': 'Leeromgevingen',
  'admin.noPlatforms': 'Er is nog geen leeromgeving gekoppeld.',
  'admin.platform.pending': '◐ wacht op jouw akkoord',
  'admin.platform.active': '✓ actief',
  'admin.platform.confirm': 'Akkoord, laat toe',
  'admin.platform.confirmHint': 'Doe dit alleen als je deze koppeling zelf verwacht.',
  'admin.health': ({ courses, waiting }: { courses: number; waiting: number }) =>
    `${courses === 1 ? '1 cursus' : `${courses} cursussen`}, ${waiting === 0 ? 'geen cijfers onderweg' : waiting === 1 ? '1 cijfer onderweg' : `${waiting} cijfers onderweg`}`,
  'admin.stuck': ({ count }: { count: number }) =>
    count === 1
      ? '! 1 cijfer kwam niet aan. De docent ziet wat er nodig is.'
      : `! ${count} cijfers kwamen niet aan. De docent ziet wat er nodig is.`,
  'admin.fine': '✓ alles kwam aan',
  'admin.values': 'Voor de leeromgeving',
  'admin.values.lead': 'Neem dit over als je met de hand koppelt.',
  'admin.values.loginUrl': 'Adres om in te loggen (login URL)',
  'admin.values.redirectUris': 'Adres om naar terug te sturen (redirect URI)',
  'admin.values.jwksUrl': 'Publieke sleutels (JWKS URL)',
  'admin.values.targetLinkUri': 'Adres van het programma (target link URI)',
  'admin.values.deepLinkingUrl': 'Adres om te kiezen (deep linking URL)',
  'admin.values.clientId': 'Client-id',
  'admin.grants': 'Wie mag wat',
  'admin.grants.asked': 'Gevraagd',
  'admin.grants.given': 'Gegeven',
  'admin.grants.none': 'Nog niemand.',
  'admin.grants.give': 'Geef',
  'admin.grants.refuse': 'Wijs af',
  'admin.grants.withdraw': 'Trek in',
  'admin.grants.new': 'Iemand een rol geven',
  'admin.grants.person': 'Wie',
  'admin.grants.role': 'Rol',
  'admin.store.double':
    'De gegevens staan in MongoDB. Dat is getest met ons eigen testmodel van MongoDB, en nog niet op een echte MongoDB.',
  'admin.store.cluster': ({ version, day }: { version: string; day: string }) =>
    `De gegevens staan in MongoDB. Dat is getest op een echte MongoDB ${version}, op ${day}.`,
  'admin.grants.nameless': ({ id }: { id: string }) => `zonder naam (${id})`,
  'admin.role.schoolAdministrator': 'beheerder van school',
  'admin.role.placementCoordinator': 'stagecoördinator',
  'admin.role.examSecretary': 'examensecretaris',
  'admin.role.examiner': 'examinator',
  'admin.role.safetyApprover': 'veiligheid goedkeuren',
  'admin.ask.title': 'Beheerder van school worden',
  'admin.ask.lead': 'Je beheert de leeromgeving. Voor Buitenboord moet iemand van school je de rol geven.',
  'admin.ask.button': 'Vraag de rol aan',
  'admin.ask.waiting': 'Je hebt het gevraagd. Een beheerder van school beslist.',
  'admin.ask.done': 'Je bent beheerder van school.',
  'admin.ask.toPage': 'Naar de pagina van de beheerder',
  'admin.ask.first':
    'Deze school heeft nog geen beheerder. De eerste maakt wie Buitenboord heeft geïnstalleerd, met deze opdracht:',
  'admin.ask.yourId': ({ id }: { id: string }) => `Jouw nummer hier is ${id}.`,
};

export const en: typeof nl = {
  'admin.title': 'Buitenboord at your school',
  'admin.platforms': 'Learning platforms',
  'admin.noPlatforms': 'No learning platform is connected yet.',
  'admin.platform.pending': '◐ waits for your approval',
  'admin.platform.active': '✓ active',
  'admin.platform.confirm': 'Approve, let it in',
  'admin.platform.confirmHint': 'Only when you expect this connection yourself.',
  'admin.health': ({ courses, waiting }) =>
    `${courses === 1 ? '1 course' : `${courses} courses`}, ${waiting === 0 ? 'no grades on their way' : waiting === 1 ? '1 grade on its way' : `${waiting} grades on their way`}`,
  'admin.stuck': ({ count }) =>
    count === 1
      ? '! 1 grade didn’t arrive. The teacher sees what is needed.'
      : `! ${count} grades didn’t arrive. The teacher sees what is needed.`,
  'admin.fine': '✓ everything arrived',
  'admin.values': 'For the learning platform',
  'admin.values.lead': 'Copy this when you connect by hand.',
  'admin.values.loginUrl': 'Login URL',
  'admin.values.redirectUris': 'Redirect URI',
  'admin.values.jwksUrl': 'Public keyset (JWKS URL)',
  'admin.values.targetLinkUri': 'Tool URL (target link URI)',
  'admin.values.deepLinkingUrl': 'Content selection URL (deep linking URL)',
  'admin.values.clientId': 'Client id',
  'admin.grants': 'Who may do what',
  'admin.grants.asked': 'Asked for',
  'admin.grants.given': 'Given',
  'admin.grants.none': 'Nobody yet.',
  'admin.grants.give': 'Give',
  'admin.grants.refuse': 'Turn down',
  'admin.grants.withdraw': 'Withdraw',
  'admin.grants.new': 'Give somebody a role',
  'admin.grants.person': 'Who',
  'admin.grants.role': 'Role',
  'admin.store.double':
    'The data are in MongoDB. That was tested with our own model of MongoDB, and not yet on a real one.',
  'admin.store.cluster': ({ version, day }) =>
    `The data are in MongoDB. That was tested on a real MongoDB ${version}, on ${day}.`,
  'admin.grants.nameless': ({ id }) => `no name (${id})`,
  'admin.role.schoolAdministrator': 'school administrator',
  'admin.role.placementCoordinator': 'placement coordinator',
  'admin.role.examSecretary': 'exam secretary',
  'admin.role.examiner': 'examiner',
  'admin.role.safetyApprover': 'safety approver',
  'admin.ask.title': 'Become school administrator',
  'admin.ask.lead':
    'You administer the learning platform. For Buitenboord, somebody of the school has to give you the role.',
  'admin.ask.button': 'Ask for the role',
  'admin.ask.waiting': 'You asked for it. A school administrator decides.',
  'admin.ask.done': 'You are school administrator.',
  'admin.ask.toPage': 'To the administrator’s page',
  'admin.ask.first':
    'This school has no administrator yet. Who installed Buitenboord makes the first one, with this command:',
  'admin.ask.yourId': ({ id }) => `Your number here is ${id}.`,
};
