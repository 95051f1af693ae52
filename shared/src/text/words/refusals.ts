/** For the administrator of a school: how far a launch came (`refusal.step.…`) and what to do about it (`remedy.…`, by the refusal’s code). */
export const nl = {
  'refusal.step.loginIsComplete': 'het begin van het inloggen',
  'refusal.step.registrationIsFound': 'welke koppeling het is',
  'refusal.step.loginTargetIsOurs': 'het adres van de activiteit',
  'refusal.step.platformAgrees': 'het antwoord van de leeromgeving',
  'refusal.step.launchIsComplete': 'wat de leeromgeving stuurde',
  'refusal.step.stateIsOurs': 'bij welk inloggen dit hoort',
  'refusal.step.stateIsFresh': 'hoe lang het inloggen duurde',
  'refusal.step.stateIsUnused': 'of dit al een keer geopend is',
  'refusal.step.browserIsTheSame': 'of het dezelfde browser is',
  'refusal.step.registrationIsActive': 'of de koppeling aan staat',
  'refusal.step.tokenIsReadable': 'het bericht lezen',
  'refusal.step.algorithmIsRegistered': 'de soort handtekening',
  'refusal.step.keyIsNamed': 'welke sleutel het is',
  'refusal.step.keyIsKnown': 'de sleutels van de leeromgeving',
  'refusal.step.signatureIsRight': 'de handtekening',
  'refusal.step.issuerIsThePlatforms': 'wie het bericht stuurde',
  'refusal.step.audienceIsUsAlone': 'voor wie het bericht is',
  'refusal.step.authorizedPartyIsUs': 'voor wie het bericht is',
  'refusal.step.hasNotExpired': 'hoe oud het bericht is',
  'refusal.step.wasIssuedForThisLogin': 'wanneer het bericht gemaakt is',
  'refusal.step.isValidAlready': 'vanaf wanneer het bericht geldt',
  'refusal.step.nonceIsTheLogins': 'of het bericht bij dit inloggen hoort',
  'refusal.step.messageIsKnown': 'wat de leeromgeving vraagt',
  'refusal.step.deploymentIsKnown': 'de plek in de leeromgeving (deployment)',
  'refusal.step.somebodyIsNamed': 'wie het is',
  'refusal.step.rolesAreListed': 'de rollen',
  'refusal.step.contextFits': 'de cursus',
  'refusal.step.messageIsComplete': 'of alles erin staat',
  'refusal.step.targetIsOurs': 'het adres van de activiteit',
  'refusal.step.visitIsOpened': 'het openen van de opdracht',
  'refusal.step.launchIsUsedOnce': 'of dit al een keer geopend is',
  'remedy.other': 'Zoek het nummer op in het logboek van de server. Daar staat meer.',
  'remedy.launch/missing-parameter':
    'De leeromgeving liet iets weg. Open de opdracht opnieuw vanuit de cursus. Blijft het? Kijk of daar LTI 1.3 is gekozen, en of het login-adres klopt.',
  'remedy.launch/unknown-platform':
    'De leeromgeving heeft een client-id dat we niet kennen. Is ze opnieuw gekoppeld? Maak dan een nieuwe koppellink, of vul het nieuwe client-id in bij Leeromgeving koppelen.',
  'remedy.launch/several-platforms':
    'Meer dan één koppeling past. Verwijder de oude, of zet bij de goede het deployment-id.',
  'remedy.launch/platform-not-active':
    'De koppeling staat nog niet aan, of is uitgezet. Kijk hierboven en zet haar aan.',
  'remedy.launch/platform-refused':
    'De leeromgeving zei zelf nee. Vaak is iemand daar uitgelogd, of klopt het terugkeeradres (redirect URI) niet. Vergelijk het met de waarden bij Leeromgeving koppelen.',
  'remedy.launch/unknown-state':
    'Het inloggen was te oud of niet van ons. Laat de leerling of docent de opdracht opnieuw openen. Gebeurt het steeds? Dan onthoudt de browser niets: probeer een andere browser.',
  'remedy.launch/other-browser':
    'Begonnen in de ene browser, verder in een andere. Laat de opdracht opnieuw openen vanuit de cursus.',
  'remedy.launch/no-cookie':
    'De browser bewaart geen cookies in een venster van de leeromgeving. Op de pagina staat een knop voor een nieuw tabblad. In de leeromgeving kun je de activiteit ook altijd in een nieuw venster laten openen.',
  'remedy.launch/malformed-token':
    'Het bericht is niet te lezen, of er staat iets in dat veel te lang is. Vraag de leverancier van de leeromgeving om hulp, met het nummer.',
  'remedy.launch/unknown-key':
    'De leeromgeving tekende met een sleutel die ze niet publiceert. Klopt het adres van de sleutels? Druk op Test de koppeling. Net van sleutel veranderd? Wacht een minuut.',
  'remedy.launch/bad-signature':
    'De handtekening klopt niet met de sleutels van de leeromgeving. Is ze verhuisd of opnieuw geïnstalleerd? Druk op Test de koppeling, en koppel zo nodig opnieuw.',
  'remedy.launch/wrong-issuer':
    'De leeromgeving noemt zich anders dan bij het koppelen. Is haar adres veranderd, bijvoorbeeld van http naar https? Koppel dan opnieuw.',
  'remedy.launch/wrong-audience':
    'Het bericht is voor een ander programma. Vergelijk in de leeromgeving het client-id met dat van deze koppeling.',
  'remedy.launch/expired':
    'Het bericht was te oud. Staat de klok van de leeromgeving of van onze server verkeerd? Druk op Test de koppeling: die vergelijkt de klokken. Anders: open de opdracht opnieuw.',
  'remedy.launch/too-early':
    'De klok van de leeromgeving loopt voor op die van onze server. Laat beide klokken gelijkzetten (NTP).',
  'remedy.launch/nonce-mismatch':
    'Het bericht hoort bij een ander inloggen. Laat de opdracht opnieuw openen. Gebeurt het steeds? Dan bewaart iets tussen ons en de leeromgeving oude pagina’s.',
  'remedy.launch/nonce-used':
    'Dezelfde link is twee keer gebruikt, bijvoorbeeld met de knop Terug. Laat de opdracht opnieuw openen vanuit de cursus.',
  'remedy.launch/unknown-deployment':
    'De deployment is niet bekend: het programma is op een nieuwe plek in de leeromgeving gezet. Verwacht je dat? Laat die plek dan toe met de knop.',
  'remedy.launch/missing-claim':
    'In het bericht ontbreekt iets dat verplicht is. Kijk of de privacy-instellingen van het programma in de leeromgeving niet te streng staan.',
  'remedy.launch/unknown-message':
    'De leeromgeving vroeg iets dat wij niet kunnen. Kijk of het programma daar als activiteit of als inhoudskiezer is ingesteld.',
  'remedy.launch/wrong-target':
    'De activiteit wijst naar een ander adres dan dat van ons. Is ons adres veranderd? Koppel dan opnieuw. Anders: zet in de activiteit het adres van het programma.',
  'remedy.launch/no-course': 'Het programma werd geopend buiten een cursus. Zet het in een cursus.',
  'remedy.launch/not-a-teacher':
    'Iemand die geen docent is wilde opdrachten kiezen. Klopt dat niet? Kijk naar de rol in de cursus.',
  'remedy.launch/no-assignment':
    'Hier is nog geen opdracht gekozen. Laat de docent de activiteit een keer openen en kiezen.',
  'remedy.launch/assignment-gone': 'De opdracht achter deze link bestaat niet meer. Laat de docent een nieuwe kiezen.',
  'remedy.launch/not-your-work': 'Een leerling vroeg werk van een ander. Dat is geweigerd en je hoeft niets te doen.',
  'remedy.launch/not-your-data': 'Iemand vroeg gegevens van een ander. Dat is geweigerd en je hoeft niets te doen.',
  'remedy.launch/unknown-line-item':
    'De kolom hoort niet bij een opdracht van ons. Is de activiteit gekopieerd? Laat de docent haar een keer openen.',
  'remedy.launch/unknown-student':
    'We kennen deze leerling nog niet in de cursus. Laat de docent de klas een keer openen: dan lezen we de deelnemers.',
  'remedy.platform/unknown': 'Deze koppeling is er niet meer. Koppel de leeromgeving opnieuw.',
  'remedy.platform/unreachable':
    'Onze server kon de leeromgeving niet bereiken. Is ze uit de lucht, of houdt een firewall ons tegen? Probeer het later nog eens.',
  'remedy.platform/address-refused':
    'Het adres is niet openbaar of niet https. Staat de leeromgeving in het netwerk van de school? Vraag wie de server beheert om ALLOW_PRIVATE_PLATFORMS.',
  'remedy.platform/answer-too-large': 'De leeromgeving stuurde veel meer dan kan kloppen. Kijk of het adres goed is.',
  'remedy.platform/answer-unusable':
    'De leeromgeving antwoordde iets anders dan we verwachten, bijvoorbeeld een foutpagina. Kijk of het adres klopt: open het zelf in een browser.',
  'remedy.platform/token-refused':
    'De leeromgeving geeft ons geen toegang. Kan zij onze sleutels lezen, op het JWKS-adres bij Leeromgeving koppelen? Staan de diensten voor cijfers en deelnemers daar aan?',
  'remedy.platform/scope-refused':
    'De leeromgeving staat deze dienst niet toe. Zet daar de diensten voor cijfers en deelnemers aan.',
  'remedy.platform/slow-down': 'De leeromgeving vraagt om rust. Probeer het over een paar minuten nog eens.',
};

export const en: typeof nl = {
  'refusal.step.loginIsComplete': 'the begin of the login',
  'refusal.step.registrationIsFound': 'which connection it is',
  'refusal.step.loginTargetIsOurs': 'the address of the activity',
  'refusal.step.platformAgrees': 'the answer of the platform',
  'refusal.step.launchIsComplete': 'what the platform sent',
  'refusal.step.stateIsOurs': 'to which login this belongs',
  'refusal.step.stateIsFresh': 'how long the login took',
  'refusal.step.stateIsUnused': 'whether this was opened before',
  'refusal.step.browserIsTheSame': 'whether it is the same browser',
  'refusal.step.registrationIsActive': 'whether the connection is on',
  'refusal.step.tokenIsReadable': 'reading the message',
  'refusal.step.algorithmIsRegistered': 'the kind of signature',
  'refusal.step.keyIsNamed': 'which key it is',
  'refusal.step.keyIsKnown': 'the keys of the platform',
  'refusal.step.signatureIsRight': 'the signature',
  'refusal.step.issuerIsThePlatforms': 'who sent the message',
  'refusal.step.audienceIsUsAlone': 'for whom the message is',
  'refusal.step.authorizedPartyIsUs': 'for whom the message is',
  'refusal.step.hasNotExpired': 'how old the message is',
  'refusal.step.wasIssuedForThisLogin': 'when the message was made',
  'refusal.step.isValidAlready': 'from when the message counts',
  'refusal.step.nonceIsTheLogins': 'whether the message belongs to this login',
  'refusal.step.messageIsKnown': 'what the platform asks',
  'refusal.step.deploymentIsKnown': 'the place in the platform (deployment)',
  'refusal.step.somebodyIsNamed': 'who it is',
  'refusal.step.rolesAreListed': 'the roles',
  'refusal.step.contextFits': 'the course',
  'refusal.step.messageIsComplete': 'whether everything is in it',
  'refusal.step.targetIsOurs': 'the address of the activity',
  'refusal.step.visitIsOpened': 'opening the assignment',
  'refusal.step.launchIsUsedOnce': 'whether this was opened before',
  'remedy.other': 'Look the number up in the log of the server. It says more.',
  'remedy.launch/missing-parameter':
    'The platform left something out. Open the assignment again from the course. Still there? See whether LTI 1.3 is chosen there, and whether the login address is right.',
  'remedy.launch/unknown-platform':
    'The platform has a client id that we don’t know. Was it connected again? Then make a new registration link, or fill in the new client id under Connect a learning platform.',
  'remedy.launch/several-platforms':
    'More than one connection fits. Remove the old one, or add the deployment id to the right one.',
  'remedy.launch/platform-not-active': 'The connection isn’t on yet, or was switched off. Look above and switch it on.',
  'remedy.launch/platform-refused':
    'The platform itself said no. Often somebody was logged out there, or the redirect URI isn’t right. Compare it with the values under Connect a learning platform.',
  'remedy.launch/unknown-state':
    'The login was too old or not ours. Let the student or teacher open the assignment again. Does it keep happening? Then the browser remembers nothing: try another browser.',
  'remedy.launch/other-browser':
    'Begun in one browser, continued in another. Let the assignment be opened again from the course.',
  'remedy.launch/no-cookie':
    'The browser keeps no cookies in a frame of the platform. The page has a button for a new tab. In the platform you can also let the activity always open in a new window.',
  'remedy.launch/malformed-token':
    'The message can’t be read, or something in it is far too long. Ask the supplier of the platform for help, with the number.',
  'remedy.launch/unknown-key':
    'The platform signed with a key that it doesn’t publish. Is the address of its keys right? Press Test the connection. Did it just change keys? Wait a minute.',
  'remedy.launch/bad-signature':
    'The signature doesn’t fit the keys of the platform. Was it moved or installed anew? Press Test the connection, and connect again if needed.',
  'remedy.launch/wrong-issuer':
    'The platform calls itself otherwise than when it was connected. Did its address change, for example from http to https? Then connect again.',
  'remedy.launch/wrong-audience':
    'The message is for another tool. Compare the client id in the platform with that of this connection.',
  'remedy.launch/expired':
    'The message was too old. Is the clock of the platform or of our server wrong? Press Test the connection: it compares the clocks. Otherwise: open the assignment again.',
  'remedy.launch/too-early':
    'The clock of the platform is ahead of that of our server. Have both clocks set right (NTP).',
  'remedy.launch/nonce-mismatch':
    'The message belongs to another login. Let the assignment be opened again. Does it keep happening? Then something between us and the platform keeps old pages.',
  'remedy.launch/nonce-used':
    'The same link was used twice, for example by the Back button. Let the assignment be opened again from the course.',
  'remedy.launch/unknown-deployment':
    'The deployment is not known: the tool was put in a new place in the platform. Do you expect that? Then let that place in with the button.',
  'remedy.launch/missing-claim':
    'Something that is required is missing in the message. See whether the privacy settings of the tool in the platform are too strict.',
  'remedy.launch/unknown-message':
    'The platform asked something we can’t do. See whether the tool is set up there as an activity or as a content picker.',
  'remedy.launch/wrong-target':
    'The activity points to another address than ours. Did our address change? Then connect again. Otherwise: put the address of the tool in the activity.',
  'remedy.launch/no-course': 'The tool was opened outside a course. Put it in a course.',
  'remedy.launch/not-a-teacher':
    'Somebody who isn’t a teacher wanted to choose assignments. Isn’t that right? Look at the role in the course.',
  'remedy.launch/no-assignment':
    'No assignment was chosen here yet. Let the teacher open the activity once and choose.',
  'remedy.launch/assignment-gone': 'The assignment behind this link is gone. Let the teacher choose a new one.',
  'remedy.launch/not-your-work':
    'A student asked for the work of another. It was refused, and you needn’t do anything.',
  'remedy.launch/not-your-data': 'Somebody asked for the data of another. It was refused, and you needn’t do anything.',
  'remedy.launch/unknown-line-item':
    'The column doesn’t belong to an assignment of ours. Was the activity copied? Let the teacher open it once.',
  'remedy.launch/unknown-student':
    'We don’t know this student in the course yet. Let the teacher open the class once: then we read the participants.',
  'remedy.platform/unknown': 'This connection is gone. Connect the platform again.',
  'remedy.platform/unreachable':
    'Our server couldn’t reach the platform. Is it down, or does a firewall stop us? Try again later.',
  'remedy.platform/address-refused':
    'The address isn’t public or isn’t https. Is the platform inside the school’s network? Ask who runs the server for ALLOW_PRIVATE_PLATFORMS.',
  'remedy.platform/answer-too-large': 'The platform sent far more than can be right. See whether the address is right.',
  'remedy.platform/answer-unusable':
    'The platform answered something else than we expect, for example an error page. See whether the address is right: open it in a browser yourself.',
  'remedy.platform/token-refused':
    'The platform gives us no access. Can it read our keys, at the JWKS address under Connect a learning platform? Are the services for grades and participants switched on there?',
  'remedy.platform/scope-refused':
    'The platform doesn’t allow this service. Switch on the services for grades and participants there.',
  'remedy.platform/slow-down': 'The platform asks for some rest. Try again in a few minutes.',
};
