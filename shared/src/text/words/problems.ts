import type { ProblemCode } from '../../problem.js';

/** What happened and what to do next, for each refusal. */
export const nl = {
  'problem.title': 'Dat lukte niet',
  'problem.reference': ({ id }: { id: string }) => `Nummer voor de helpdesk: ${id}`,
  'problem.advice.deployment': ({ deployment }: { deployment: string }) =>
    `Je beheert deze leeromgeving. Het deployment-id is: ${deployment}. Geef dit door aan wie Buitenboord beheert. Na toevoegen werkt het meteen.`,
  'problem.unexpected': 'Er ging bij ons iets mis. Er is niets verloren. Probeer het zo nog eens.',
  'problem.launch/missing-parameter':
    'De school-omgeving stuurde te weinig mee. Ga terug naar de cursus en open de opdracht opnieuw.',
  'problem.launch/unknown-platform':
    'Deze leeromgeving is nog niet gekoppeld. Vraag de beheerder van school om de koppeling te maken.',
  'problem.launch/several-platforms':
    'Deze leeromgeving is meer dan eens gekoppeld en zei niet welke koppeling dit is. De beheerder kan het client-id laten meesturen.',
  'problem.launch/platform-not-active': 'De koppeling wacht nog op een akkoord van de beheerder van school.',
  'problem.launch/platform-refused': 'De leeromgeving brak het openen af. Log opnieuw in en open de opdracht nog eens.',
  'problem.launch/unknown-state':
    'Dit openen duurde te lang of is al gebruikt. Open de opdracht opnieuw vanuit de cursus.',
  'problem.launch/other-browser': 'Dit openen begon in een andere browser. Open de opdracht opnieuw vanuit de cursus.',
  'problem.launch/no-cookie': 'Je browser laat hier geen cookies toe. Open de opdracht in een nieuw tabblad.',
  'problem.launch/malformed-token':
    'De leeromgeving stuurde een bericht dat we niet kunnen lezen. Meld het met het nummer hieronder.',
  'problem.launch/unknown-key': 'We kennen de sleutel van dit bericht niet. Probeer het over een minuut nog eens.',
  'problem.launch/bad-signature':
    'De handtekening van dit bericht klopt niet. Open de opdracht opnieuw vanuit de cursus.',
  'problem.launch/wrong-issuer':
    'Dit bericht komt van een andere leeromgeving dan het openen. Open de opdracht opnieuw.',
  'problem.launch/wrong-audience':
    'Dit bericht is voor een ander programma bedoeld. Meld het bij de beheerder van school.',
  'problem.launch/expired': 'Dit openen is verlopen. Open de opdracht opnieuw vanuit de cursus.',
  'problem.launch/too-early':
    'De klok van de leeromgeving loopt voor. Probeer het over een minuut nog eens; de beheerder kan de klok nakijken.',
  'problem.launch/nonce-mismatch': 'Dit bericht hoort niet bij dit openen. Open de opdracht opnieuw vanuit de cursus.',
  'problem.launch/nonce-used': 'Deze link is al gebruikt. Open de opdracht opnieuw vanuit de cursus.',
  'problem.launch/unknown-deployment':
    'Deze plek in de leeromgeving is nog niet aan een school gekoppeld. De beheerder kan het deployment-id toevoegen.',
  'problem.launch/missing-claim':
    'De leeromgeving liet iets weg dat we nodig hebben. Meld het met het nummer hieronder.',
  'problem.launch/unknown-message': 'De leeromgeving vroeg iets dat we niet kennen. Ga terug naar de cursus.',
  'problem.launch/wrong-target': 'Dit adres hoort niet bij ons. Open de opdracht opnieuw vanuit de cursus.',
  'problem.launch/no-course': 'Open de opdracht vanuit een cursus: dan weten we voor welke klas het is.',
  'problem.launch/not-a-teacher': 'Alleen een docent van deze cursus kiest opdrachten. Ga terug naar de cursus.',
  'problem.launch/no-assignment': 'Hier is nog geen opdracht gekozen. Je docent kan er een kiezen.',
  'problem.launch/assignment-gone': 'Deze opdracht bestaat niet meer. Vraag je docent om een nieuwe.',
  'problem.launch/not-your-work':
    'Dit is het werk van iemand anders. Alleen een docent van deze cursus mag het zien. Je eigen werk open je vanuit de cursus.',
  'problem.launch/not-your-data':
    'Dit gaat over iemand anders. Alleen diegene zelf en de beheerder van school mogen het zien.',
  'problem.launch/unknown-line-item':
    'Bij deze kolom van het cijferboek kennen we geen opdracht. Open de opdracht een keer vanuit de cursus en probeer het dan opnieuw.',
  'problem.launch/unknown-student':
    'Deze leerling kennen we niet in deze cursus. Kijk in de klas of hij er nog bij staat. Open daarvoor de opdracht vanuit de cursus.',
  'problem.registration/link-unknown': 'Deze koppellink kennen we niet. Vraag een nieuwe link.',
  'problem.registration/link-expired': 'Deze koppellink is verlopen of al gebruikt. Vraag een nieuwe link.',
  'problem.registration/platform-address-refused':
    'Het adres van deze leeromgeving mag niet. Het moet een openbaar https-adres zijn.',
  'problem.registration/platform-answer-unusable':
    'De leeromgeving gaf een antwoord dat we niet begrijpen. Koppel haar met de hand.',
  'problem.registration/platform-refused':
    'De leeromgeving weigerde de koppeling. Maak een nieuwe link en probeer het nog eens.',
  'problem.registration/exists-for-other-school': 'Deze leeromgeving is al aan een andere school gekoppeld.',
  'problem.registration/cannot-replace':
    'Deze koppeling kan de plaats van de andere niet innemen. Het moet dezelfde leeromgeving zijn, en er mag via de nieuwe nog niet gewerkt zijn.',
  'problem.visit/unknown': 'Dit bezoek kennen we niet. Open de opdracht opnieuw vanuit de cursus.',
  'problem.visit/expired':
    'Je was een tijd weg. Open de opdracht opnieuw vanuit de cursus. Wat je bewaard had, staat er nog.',
  'problem.visit/someone-else':
    'Er is iemand anders ingelogd in deze browser. Open de opdracht opnieuw vanuit de cursus. Wat je bewaard had, staat er nog.',
  'problem.visit/other-browser': 'Deze pagina hoort bij een andere browser. Open de opdracht opnieuw vanuit de cursus.',
  'problem.request/bad-input': 'Er klopt iets niet in wat je invulde. Kijk het na en probeer het nog eens.',
  'problem.request/token-missing': 'Deze knop is verlopen. Ververs de pagina en probeer het nog eens.',
  'problem.request/cross-site': 'Deze vraag kwam van een andere site. Ga terug en probeer het vanaf de pagina zelf.',
  'problem.career/closed': 'Deze ervaring is afgesloten. Je kunt er niets meer in veranderen.',
  'problem.career/not-yet': 'Dit kan nog niet. Kijk op de pagina wat er nog moet.',
  'problem.request/not-found': 'Deze pagina is er niet, of je mag hem niet zien. Ga terug naar de cursus.',
  'problem.request/not-allowed': 'Dit mag je niet doen. Denk je van wel? Vraag het de beheerder van school.',
  'problem.request/too-large': 'Dit is te groot om te versturen. Maak het kleiner en probeer het nog eens.',
  'problem.request/too-many': 'Het gaat te snel. Wacht een minuut en probeer het nog eens.',
  'problem.request/unsupported-type': 'Dit formaat kunnen we niet lezen. Ga terug en probeer het via de pagina.',
  'problem.evidence/type-not-allowed':
    'Dit soort bestand kan niet. Kies een foto (JPEG, PNG, WebP), een video (MP4, MOV, WebM) of een PDF.',
  'problem.evidence/too-large': 'Dit bestand is te groot. Een foto of PDF mag 25 MB zijn, een video 250 MB.',
  'problem.evidence/too-many-pixels':
    'Deze foto heeft te veel beeldpunten (meer dan 50 miljoen). Maak een gewone foto.',
  'problem.evidence/unreadable': 'Dit bestand is stuk of niet af. Maak het opnieuw en probeer het nog eens.',
  'problem.evidence/incomplete':
    'Het bestand is nog niet helemaal binnen. Druk op Opnieuw: we gaan verder waar het stopte.',
  'problem.evidence/hash-mismatch': 'Het bestand kwam niet goed aan. Stuur het nog een keer.',
  'problem.evidence/wrong-offset': 'Het versturen raakte in de war. Druk op Opnieuw.',
  'problem.evidence/too-many': 'Je hebt al genoeg bestanden. Haal er eerst een weg.',
  'problem.evidence/already-assessed': 'Je werk is al beoordeeld. Je kunt het niet meer veranderen. Vraag je docent.',
  'problem.evidence/handed-in': 'Je hebt al ingeleverd. Neem je werk eerst terug. Dan kun je het veranderen.',
  'problem.evidence/nothing-to-hand-in': 'Er is nog niets om in te leveren. Voeg eerst een foto of tekst toe.',
  'problem.evidence/kind-not-asked': 'Dit hoeft niet bij deze opdracht. Kijk wat er gevraagd wordt.',
  'problem.link/unknown': 'Deze link klopt niet. Open de link uit de mail nog eens, helemaal.',
  'problem.link/expired': 'Deze link is verlopen. Vraag de school om een nieuwe.',
  'problem.link/withdrawn': 'Deze link is ingetrokken. Misschien heb je een nieuwere mail van de school.',
  'problem.link/done': 'Je hebt deze leerling al beoordeeld. Dank je wel!',
  'problem.company/mail-refused': 'De mail kon niet worden bezorgd. Kijk het adres na en stuur opnieuw.',
  'problem.company/not-named': 'Bij deze leerling staat nog geen bedrijf. Vul eerst het bedrijf in.',
  'problem.company/already-assessed':
    'Het bedrijf heeft deze leerling al beoordeeld. Het bedrijf kan nu niet meer veranderen.',
  'problem.pta/not-found': 'Dit PTA is er niet.',
  'problem.pta/not-adopted':
    'Het PTA van deze klas is nog niet vastgesteld. Tot dan kan niets meetellen voor het schoolexamen.',
  'problem.pta/component-unknown': 'Dit onderdeel staat niet in het vastgestelde PTA van deze klas.',
  'problem.pta/immutable': 'Een vastgesteld PTA verandert niet. Maak een nieuwe versie met de reden.',
  'problem.pta/amendment-needs-reason':
    'Een PTA wijzigen mag alleen met een reden en de datum van het advies van de examencommissie.',
  'problem.pta/component-has-grades': 'Dit onderdeel heeft al cijfers. Het kan niet weg of anders beoordeeld worden.',
  'problem.pta/scope-has-grades':
    'In deze cursus zijn al cijfers vastgesteld. Cohort en leerweg blijven nu zoals ze zijn.',
  'problem.pta/bad-file': 'Er kloppen regels niet in dit bestand. Er is niets bewaard.',
  'problem.pta/not-proposed': 'Dit PTA is niet voorgesteld. Kijk hoe het er nu bij staat.',
  'problem.grade/not-a-whole-grade': 'Een eindcijfer is een heel getal van 1 tot en met 10.',
  'problem.grade/bad-weight': 'Een weging is een getal van 0 of meer.',
  'problem.grade/nothing-to-weigh': 'Er is nog geen cijfer dat meetelt. Daarom is er geen gemiddelde.',
  'problem.grade/no-combination': 'Deze leerweg heeft geen combinatiecijfer.',
  'problem.grade/profile-subject-missing':
    'Voor het combinatiecijfer in gl is ook het cijfer van het profielvak nodig.',
  'problem.grade/rounding-not-chosen':
    'De school heeft nog niet gekozen hoe het schoolexamen wordt afgerond. De examensecretaris kiest dat. Daarna kun je dit cijfer vaststellen.',
  'problem.grade/not-a-grade':
    'Dit is geen cijfer. Typ een getal van 1,0 tot en met 10,0, met één cijfer achter de komma.',
  'problem.grade/wrong-scale': 'Dit soort oordeel past niet bij dit onderdeel.',
  'problem.grade/reason-needed': 'Je verandert een vastgesteld cijfer. Schrijf kort waarom.',
  'problem.grade/nothing-to-settle': 'Hier is niets vast te stellen: de opdracht telt niet mee.',
  'problem.grade/cohort-unknown': 'Zeg eerst voor welk cohort en welke leerweg deze cursus is.',
  'problem.grade/changed-meanwhile':
    'Een collega stelde intussen een ander cijfer vast. Kijk wat er nu staat en beslis opnieuw.',
  'problem.grade/no-resit': 'Dit onderdeel heeft volgens het PTA geen herkansing.',
  'problem.grade/counting-has-grades':
    'Er zijn al cijfers vastgesteld. Waarvoor de opdracht telt, kan niet meer veranderen.',
  'problem.programme/elective-unknown': 'Dit keuzevak kennen we niet. Kies er een uit de lijst.',
  'problem.programme/own-review': 'Een ander dan de schrijver kijkt de tekst na. Vraag een collega.',
  'problem.programme/text-unknown': 'Deze tekst is er niet meer. Ververs de pagina.',
  'problem.coverage/open-subtasks': 'Er staan nog deeltaken open. Het keuzevak is pas klaar als alles is gedaan.',
  'problem.coverage/completed': 'Dit keuzevak is al klaar. Open het eerst weer.',
  'problem.coverage/in-future': 'Die dag is nog niet geweest. Kies vandaag of een eerdere dag.',
  'problem.coverage/not-whole':
    'Er ontbreekt iets. Vul de dag, de plek en het bewijs in, of de reden en waar het wel kan.',
  'problem.coverage/level-unknown': 'Zeg eerst op welk niveau de leerling dit keuzevak doet.',
  'problem.coverage/nothing-chosen': 'Je hebt niets aangevinkt. Vink eerst een of meer vakjes aan.',
  'problem.list/changed-meanwhile': 'De lijst is intussen veranderd. Download hem opnieuw.',
  'problem.sample/nothing-to-draw': 'Er is geen cijfer dat hierbij past. Kies anders.',
  'problem.sample/not-blind': 'Jij kent het eerste cijfer al. Vraag een collega om het tweede oordeel.',
  'problem.sample/no-school-work': 'Schrijf eerst op wat de leerling op school deed.',
  'problem.sample/reason-needed': 'Zeg kort waarom.',
  'problem.sample/already-judged': 'Er is al een tweede oordeel. Kijk wat er nu staat.',
  'problem.sample/not-judged': 'Er is nog geen tweede oordeel. Dat komt eerst.',
  'problem.sample/already-decided': 'Hier is al over besloten. Kijk wat er nu staat.',
  'problem.evidence/exam-secret': 'Dit is een examen. Zet hier geen foto, bestand of tekst van het examen neer.',
  'problem.assessment/exam-secret': 'Dit is een onderdeel van het cspe. Daarvan ziet geen bedrijf iets, ook geen link.',
  'problem.assessment/conditions-open':
    'Dit examen kan nog niet worden vastgesteld. Maak eerst de lijst met voorwaarden af.',
  'problem.assessment/settled': 'Er is al een cijfer vastgesteld. Je oordeel verandert nu niet meer.',
  'problem.platform/unknown': 'Deze leeromgeving kennen we niet bij deze school.',
  'problem.platform/unreachable': 'De leeromgeving gaf geen antwoord. We proberen het vanzelf opnieuw.',
  'problem.platform/address-refused': 'Dat adres mag niet: het is geen openbaar https-adres.',
  'problem.platform/answer-too-large': 'De leeromgeving stuurde te veel. Meld het bij de beheerder.',
  'problem.platform/answer-unusable':
    'De leeromgeving gaf een antwoord dat we niet begrijpen. Meld het bij de beheerder.',
  'problem.platform/token-refused': 'De leeromgeving gaf ons geen toegang. De beheerder kan de koppeling nakijken.',
  'problem.platform/scope-refused':
    'De leeromgeving staat dit niet toe. De beheerder van de leeromgeving kan dit recht aanzetten bij de koppeling.',
  'problem.platform/slow-down': 'De leeromgeving heeft het druk en vraagt ons om even te wachten.',
  'problem.store/conflict': 'Iemand anders veranderde dit net ook. Kijk wat er nu staat en probeer het nog eens.',
  'problem.store/not-empty': 'In de doeldatabase staat al een andere school.',
  'problem.store/unavailable':
    'We kunnen nu niets bewaren. Er is niets verloren; probeer het over een minuut nog eens.',
  'problem.school/unknown': 'Deze school kennen we niet.',
  'problem.activity/no-aim':
    'Deze opdracht heeft nog geen doel. Kies eerst wat de leerling eraan heeft. Daarna kun je hem in de cursus zetten.',
  'problem.activity/kind-off':
    'Deze soort activiteit staat dit schooljaar uit voor deze leerweg. De stagecoördinator of beheerder kan hem aanzetten.',
  'problem.plan/birth-date-unlikely': 'Deze geboortedatum kan niet kloppen. Kijk het jaar na.',
  'problem.plan/changed-meanwhile': 'Het rooster is intussen veranderd. Bekijk het opnieuw en beslis dan.',
  'problem.plan/forbidden': 'De wet staat dit niet toe. Daar kan niemand akkoord op geven. Pas het rooster aan.',
  'problem.plan/reason-needed': 'Schrijf waarom dit toch kan, in ten minste tien tekens.',
  'problem.grant/unknown': 'Deze persoon of dit recht kennen we niet.',
};

export const en: typeof nl = {
  'problem.title': 'That didn’t work',
  'problem.reference': ({ id }) => `Reference for the helpdesk: ${id}`,
  'problem.advice.deployment': ({ deployment }) =>
    `You administer this learning platform. The deployment id is: ${deployment}. Give it to whoever runs Buitenboord. Once added, it works at once.`,
  'problem.unexpected': 'Something went wrong on our side. Nothing is lost. Please try again shortly.',
  'problem.launch/missing-parameter':
    'The learning platform sent too little. Go back to the course and open the assignment again.',
  'problem.launch/unknown-platform':
    'This learning platform isn’t connected yet. Ask the school’s administrator to connect it.',
  'problem.launch/several-platforms':
    'This platform is connected more than once and didn’t say which connection this is. The administrator can have the client id sent along.',
  'problem.launch/platform-not-active': 'The connection is still waiting for the school administrator’s approval.',
  'problem.launch/platform-refused':
    'The learning platform stopped the launch. Log in again and open the assignment once more.',
  'problem.launch/unknown-state':
    'This launch took too long or was used already. Open the assignment again from the course.',
  'problem.launch/other-browser': 'This launch began in another browser. Open the assignment again from the course.',
  'problem.launch/no-cookie': 'Your browser allows no cookies here. Open the assignment in a new tab.',
  'problem.launch/malformed-token':
    'The learning platform sent a message we can’t read. Report it with the number below.',
  'problem.launch/unknown-key': 'We don’t know the key of this message. Try again in a minute.',
  'problem.launch/bad-signature': 'This message’s signature isn’t right. Open the assignment again from the course.',
  'problem.launch/wrong-issuer': 'This message comes from another platform than the launch. Open the assignment again.',
  'problem.launch/wrong-audience': 'This message is meant for another tool. Tell the school’s administrator.',
  'problem.launch/expired': 'This launch has expired. Open the assignment again from the course.',
  'problem.launch/too-early':
    'The platform’s clock runs ahead. Try again in a minute; the administrator can check the clock.',
  'problem.launch/nonce-mismatch':
    'This message doesn’t belong to this launch. Open the assignment again from the course.',
  'problem.launch/nonce-used': 'This link was used already. Open the assignment again from the course.',
  'problem.launch/unknown-deployment':
    'This place in the platform isn’t connected to a school yet. The administrator can add the deployment id.',
  'problem.launch/missing-claim': 'The learning platform left out something we need. Report it with the number below.',
  'problem.launch/unknown-message': 'The learning platform asked something we don’t know. Go back to the course.',
  'problem.launch/wrong-target': 'This address isn’t ours. Open the assignment again from the course.',
  'problem.launch/no-course': 'Open the assignment from a course: then we know which class it is for.',
  'problem.launch/not-a-teacher': 'Only a teacher of this course chooses assignments. Go back to the course.',
  'problem.launch/no-assignment': 'No assignment was chosen here yet. Your teacher can choose one.',
  'problem.launch/assignment-gone': 'This assignment no longer exists. Ask your teacher for a new one.',
  'problem.launch/not-your-work':
    'This is somebody else’s work. Only a teacher of this course may see it. Open your own work from the course.',
  'problem.launch/not-your-data':
    'This is about somebody else. Only that person and the school’s administrator may see it.',
  'problem.launch/unknown-line-item':
    'We know no assignment for this column of the gradebook. Open the assignment from the course once, then try again.',
  'problem.launch/unknown-student':
    'We don’t know this student in this course. Open the assignment from the course and see whether the student is still in the class.',
  'problem.registration/link-unknown': 'We don’t know this registration link. Ask for a new one.',
  'problem.registration/link-expired': 'This registration link has expired or was used. Ask for a new one.',
  'problem.registration/platform-address-refused':
    'This platform’s address isn’t allowed. It must be a public https address.',
  'problem.registration/platform-answer-unusable':
    'The platform gave an answer we don’t understand. Connect it by hand.',
  'problem.registration/platform-refused': 'The platform refused the registration. Make a new link and try again.',
  'problem.registration/exists-for-other-school': 'This platform is already connected to another school.',
  'problem.registration/cannot-replace':
    'This connection can’t take the place of the other one. It has to be the same platform, and nobody may have worked through the new one yet.',
  'problem.visit/unknown': 'We don’t know this visit. Open the assignment again from the course.',
  'problem.visit/expired':
    'You were away for a while. Open the assignment again from the course. What you saved is still there.',
  'problem.visit/someone-else':
    'Somebody else has signed in in this browser. Open the assignment again from the course. What you saved is still there.',
  'problem.visit/other-browser': 'This page belongs to another browser. Open the assignment again from the course.',
  'problem.request/bad-input': 'Something you filled in isn’t right. Check it and try again.',
  'problem.request/token-missing': 'This button has expired. Refresh the page and try again.',
  'problem.request/cross-site': 'This request came from another site. Go back and try from the page itself.',
  'problem.career/closed': 'This experience is closed. You can’t change it any more.',
  'problem.career/not-yet': 'Not yet. The page says what is still needed.',
  'problem.request/not-found': 'This page isn’t there, or you may not see it. Go back to the course.',
  'problem.request/not-allowed': 'You may not do this. Think you should? Ask the school’s administrator.',
  'problem.request/too-large': 'This is too large to send. Make it smaller and try again.',
  'problem.request/too-many': 'That’s too fast. Wait a minute and try again.',
  'problem.request/unsupported-type': 'We can’t read this format. Go back and use the page.',
  'problem.evidence/type-not-allowed':
    'This kind of file isn’t possible. Choose a photo (JPEG, PNG, WebP), a video (MP4, MOV, WebM) or a PDF.',
  'problem.evidence/too-large': 'This file is too large. A photo or PDF may be 25 MB, a video 250 MB.',
  'problem.evidence/too-many-pixels': 'This photo has too many pixels (over 50 million). Take a normal photo.',
  'problem.evidence/unreadable': 'This file is damaged or incomplete. Make it again and retry.',
  'problem.evidence/incomplete': 'The file hasn’t fully arrived. Press Retry: we go on where it stopped.',
  'problem.evidence/hash-mismatch': 'The file didn’t arrive intact. Send it once more.',
  'problem.evidence/wrong-offset': 'Sending got mixed up. Press Retry.',
  'problem.evidence/too-many': 'You have enough files already. Remove one first.',
  'problem.evidence/already-assessed': 'Your work has been assessed. You can’t change it any more. Ask your teacher.',
  'problem.evidence/handed-in': 'You have handed in already. Take your work back first. Then you can change it.',
  'problem.evidence/nothing-to-hand-in': 'There is nothing to hand in yet. Add a photo or text first.',
  'problem.evidence/kind-not-asked': 'This isn’t asked for in this assignment. See what is asked.',
  'problem.link/unknown': 'This link isn’t right. Open the whole link from the mail again.',
  'problem.link/expired': 'This link has expired. Ask the school for a new one.',
  'problem.link/withdrawn': 'This link was withdrawn. You may have a newer mail from the school.',
  'problem.link/done': 'You have already assessed this student. Thank you!',
  'problem.company/mail-refused': 'The mail couldn’t be delivered. Check the address and send again.',
  'problem.company/not-named': 'This student has no company yet. Fill in the company first.',
  'problem.company/already-assessed':
    'The company has already assessed this student. The company can’t be changed any more.',
  'problem.pta/not-found': 'This programme of testing isn’t there.',
  'problem.pta/not-adopted':
    'This class’s programme of testing hasn’t been adopted. Until then nothing can count for the school exam.',
  'problem.pta/component-unknown': 'This component isn’t in the adopted programme of testing of this class.',
  'problem.pta/immutable': 'An adopted programme of testing doesn’t change. Make a new version with the reason.',
  'problem.pta/amendment-needs-reason':
    'A programme of testing may change only with a reason and the date of the exam committee’s advice.',
  'problem.pta/component-has-grades': 'This component has grades already. It can’t go or be judged on another scale.',
  'problem.pta/scope-has-grades':
    'Grades were settled in this course already. Its cohort and leerweg stay as they are.',
  'problem.pta/bad-file': 'Some rows in this file aren’t right. Nothing was stored.',
  'problem.pta/not-proposed': 'This programme of testing wasn’t proposed. See how it stands now.',
  'problem.grade/not-a-whole-grade': 'A final grade is a whole number from 1 to 10.',
  'problem.grade/bad-weight': 'A weight is a number of 0 or more.',
  'problem.grade/nothing-to-weigh': 'There is no grade yet that counts. So there is no mean.',
  'problem.grade/no-combination': 'This leerweg has no combination grade.',
  'problem.grade/profile-subject-missing': 'The combination grade in gl needs the grade of the profile subject too.',
  'problem.grade/rounding-not-chosen':
    'The school hasn’t chosen yet how the school exam is rounded. The exam secretary chooses. After that you can settle this grade.',
  'problem.grade/not-a-grade': 'This isn’t a grade. Type a number from 1.0 to 10.0 with one decimal.',
  'problem.grade/wrong-scale': 'This kind of judgement doesn’t fit this component.',
  'problem.grade/reason-needed': 'You are changing a settled grade. Say briefly why.',
  'problem.grade/nothing-to-settle': 'There is nothing to settle here: the assignment doesn’t count.',
  'problem.grade/cohort-unknown': 'First say which cohort and leerweg this course is for.',
  'problem.grade/changed-meanwhile':
    'A colleague settled another grade meanwhile. See what it says now and decide again.',
  'problem.grade/no-resit': 'According to the programme of testing this component has no resit.',
  'problem.grade/counting-has-grades':
    'Grades have been settled already. What the assignment counts for can’t change any more.',
  'problem.programme/elective-unknown': 'We don’t know this elective. Choose one of the list.',
  'problem.programme/own-review': 'Somebody else than the author reviews the text. Ask a colleague.',
  'problem.programme/text-unknown': 'This text is gone. Refresh the page.',
  'problem.coverage/open-subtasks': 'Some subtasks are still open. An elective is complete when everything was done.',
  'problem.coverage/completed': 'This elective is complete already. Open it again first.',
  'problem.coverage/in-future': 'That day is still to come. Choose today or an earlier day.',
  'problem.coverage/not-whole':
    'Something is missing. Fill in day, place and evidence, or the reason and where it can be done.',
  'problem.coverage/level-unknown': 'First say at which level the student follows this elective.',
  'problem.coverage/nothing-chosen': 'You have ticked nothing. First tick one or more boxes.',
  'problem.list/changed-meanwhile': 'The list has changed meanwhile. Download it again.',
  'problem.sample/nothing-to-draw': 'No grade fits this. Choose in another way.',
  'problem.sample/not-blind': 'You know the first grade already. Ask a colleague for the second judgement.',
  'problem.sample/no-school-work': 'First write down what the student did at school.',
  'problem.sample/reason-needed': 'Say briefly why.',
  'problem.sample/already-judged': 'There is a second judgement already. See how it stands now.',
  'problem.sample/not-judged': 'There is no second judgement yet. That comes first.',
  'problem.sample/already-decided': 'This was decided already. See how it stands now.',
  'problem.evidence/exam-secret': 'This is an exam. Put no photo, file or text of the exam here.',
  'problem.assessment/exam-secret': 'This is a part of the cspe. No company sees any of it, nor gets a link.',
  'problem.assessment/conditions-open': 'This exam can’t be settled yet. Complete its list of conditions first.',
  'problem.assessment/settled': 'A grade was settled already. Your judgement doesn’t change any more.',
  'problem.platform/unknown': 'This school has no such platform.',
  'problem.platform/unreachable': 'The learning platform didn’t answer. We retry by ourselves.',
  'problem.platform/address-refused': 'That address isn’t allowed: it isn’t a public https address.',
  'problem.platform/answer-too-large': 'The learning platform sent too much. Tell the administrator.',
  'problem.platform/answer-unusable':
    'The learning platform gave an answer we don’t understand. Tell the administrator.',
  'problem.platform/token-refused':
    'The learning platform gave us no access. The administrator can check the connection.',
  'problem.platform/scope-refused':
    'The learning platform doesn’t allow this. Its administrator can switch this right on for our tool.',
  'problem.platform/slow-down': 'The learning platform is busy and asks us to wait a little.',
  'problem.store/conflict': 'Somebody else changed this just now. See what it says now and try again.',
  'problem.store/not-empty': 'The target database already holds another school.',
  'problem.store/unavailable': 'We can’t store anything right now. Nothing is lost; try again in a minute.',
  'problem.school/unknown': 'We don’t know this school.',
  'problem.activity/no-aim':
    'This assignment has no aim yet. Choose what the student gains by it. Then you can add it to the course.',
  'problem.activity/kind-off':
    'This kind of activity is switched off for this leerweg this school year. The placement coordinator or administrator can switch it on.',
  'problem.plan/birth-date-unlikely': 'This date of birth can’t be right. Check the year.',
  'problem.plan/changed-meanwhile': 'The schedule has changed meanwhile. Look at it again and then decide.',
  'problem.plan/forbidden': 'The law forbids this. Nobody can approve it. Change the schedule.',
  'problem.plan/reason-needed': 'Write why this is all right, in at least ten characters.',
  'problem.grant/unknown': 'We don’t know this person or this right.',
};

// A code without a sentence doesn't compile.
nl satisfies Record<`problem.${ProblemCode}`, unknown>;
