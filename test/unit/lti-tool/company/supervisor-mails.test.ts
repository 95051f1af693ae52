import { describe, expect, it } from '@jest/globals';
import { supervisorMails } from '@buitenboord/lti-tool/company/supervisor-mails.js';
import type { SupervisorMailFacts } from '@buitenboord/shared/use-cases/company/supervisor-mails.js';

const mails = supervisorMails('https://tool.example');

const facts: SupervisorMailFacts = {
  locale: 'nl',
  school: 'Esdoorncollege',
  teacher: 'Karim Jansen',
  contactName: 'Anna Bakker',
  title: 'Lasframe maken',
  questions: 4,
  students: [{ firstName: 'Sanne', secret: 's-1' }],
  expiresAt: '2026-06-23T08:00:00.000Z',
};

describe('the mails to a supervisor', () => {
  it('asks in a few short sentences', () => {
    expect(mails.invitation(facts)).toEqual({
      subject: 'Hoe doet Sanne het bij jou?',
      text: `Beste Anna Bakker,

Sanne werkt bij jou aan de opdracht "Lasframe maken". Wil je zeggen hoe dat gaat?
Het zijn 4 korte vragen. Je hoeft niet in te loggen. Het kan op je telefoon.

Open deze link:
https://tool.example/link/s-1

De link werkt tot dinsdag 23 juni.

Is deze mail niet voor jou? Open de link dan niet. Laat het Esdoorncollege weten en gooi de mail weg.

Groet,
Karim Jansen
Esdoorncollege
`,
    });
  });

  it('asks about several students in one mail, with a link for each', () => {
    const students = [{ firstName: 'Sanne', secret: 's-1' }, { secret: 's-2' }];
    expect(mails.invitation({ ...facts, students })).toEqual({
      subject: 'Hoe doen 2 leerlingen het bij jou?',
      text: `Beste Anna Bakker,

2 leerlingen werken bij jou aan de opdracht "Lasframe maken". Wil je zeggen hoe dat gaat?
Het zijn 4 korte vragen. Je hoeft niet in te loggen. Het kan op je telefoon.

Er is een link voor elke leerling:

Sanne
https://tool.example/link/s-1

Leerling 2
https://tool.example/link/s-2

De links werken tot dinsdag 23 juni.

Is deze mail niet voor jou? Open de link dan niet. Laat het Esdoorncollege weten en gooi de mail weg.

Groet,
Karim Jansen
Esdoorncollege
`,
    });
  });

  it('reminds once and says so', () => {
    expect(mails.reminder(facts)).toEqual({
      subject: 'Nog even: hoe doet Sanne het?',
      text: `Beste Anna Bakker,

Vorige week vroegen we hoe het gaat met de opdracht "Lasframe maken". Heb je een minuut?
Het zijn 4 korte vragen. Je hoeft niet in te loggen. Het kan op je telefoon.

Open deze link:
https://tool.example/link/s-1

De link werkt tot dinsdag 23 juni.
Dit is onze enige herinnering.

Is deze mail niet voor jou? Open de link dan niet. Laat het Esdoorncollege weten en gooi de mail weg.

Groet,
Karim Jansen
Esdoorncollege
`,
    });
  });

  it('speaks English for an English-speaking school', () => {
    const { subject, text } = mails.invitation({ ...facts, locale: 'en', teacher: undefined });
    expect(subject).toBe('How is Sanne doing at your place?');
    expect(text).toContain('You don’t have to log in.');
    expect(text).toContain('The link works until Tuesday 23 June.');
    expect(text).toMatch(/Kind regards,\nEsdoorncollege\n$/u);
  });

  it('keeps a subject on one line', () => {
    const students = [{ firstName: 'Sanne\r\nBcc: all@school.example', secret: 's-1' }];
    expect(mails.invitation({ ...facts, students }).subject).not.toMatch(/[\r\n]/u);
  });
});
