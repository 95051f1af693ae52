export const nl = {
  'oldKeys.title': 'Oude koppeling (LTI 1.1)',
  'oldKeys.lead':
    'Had school Buitenboord eerder via LTI 1.1? Vul de sleutel van toen in. Dan herkennen we dezelfde mensen en opdrachten.',
  'oldKeys.hint': 'Zonder deze sleutel geloven we niet wat een leeromgeving over vroeger zegt. Er gaat dan niets mis.',
  'oldKeys.key': 'Sleutel (consumer key)',
  'oldKeys.secret': 'Geheim (shared secret)',
  'oldKeys.secret.hint': 'Wordt versleuteld bewaard en nooit meer getoond.',
  'oldKeys.add': 'Bewaar sleutel',
  'oldKeys.empty': 'Vul sleutel en geheim in.',
  'oldKeys.known': 'Bewaarde sleutels',
  'oldKeys.since': ({ day }: { day: string }) => `sinds ${day}`,
  'oldKeys.remove': 'Haal weg',
  'oldKeys.removeOf': ({ key }: { key: string }) => `Haal sleutel ${key} weg`,
  'oldKeys.none': 'Er is nog geen oude sleutel.',
};

export const en: typeof nl = {
  'oldKeys.title': 'Old connection (LTI 1.1)',
  'oldKeys.lead':
    'Did the school have Buitenboord by LTI 1.1 before? Enter the key of then. We will recognise the same people and assignments.',
  'oldKeys.hint': 'Without this key we don’t believe what a platform says about the past. Nothing goes wrong then.',
  'oldKeys.key': 'Key (consumer key)',
  'oldKeys.secret': 'Secret (shared secret)',
  'oldKeys.secret.hint': 'Stored encrypted and never shown again.',
  'oldKeys.add': 'Save key',
  'oldKeys.empty': 'Enter key and secret.',
  'oldKeys.known': 'Stored keys',
  'oldKeys.since': ({ day }) => `since ${day}`,
  'oldKeys.remove': 'Remove',
  'oldKeys.removeOf': ({ key }) => `Remove key ${key}`,
  'oldKeys.none': 'There is no old key yet.',
};
