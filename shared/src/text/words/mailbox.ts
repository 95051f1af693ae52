export const nl = {
  'mailbox.title': 'Postvak van de demo',
  'mailbox.why':
    'Dit zijn de mails die bedrijven zouden krijgen. Er is geen mailserver ingesteld, dus ze gaan nergens heen.',
  'mailbox.empty': 'Nog geen mail. Vraag als docent een bedrijf om een oordeel.',
};

export const en: typeof nl = {
  'mailbox.title': 'Mailbox of the demo',
  'mailbox.why': 'These are the mails that companies would get. No mail server is configured, so they go nowhere.',
  'mailbox.empty': 'No mail yet. As the teacher, ask a company for its judgement.',
};
