/** What the built-in fonts of PDF can write besides ASCII: Latin 1, and the rest of Windows 1252. */
const writable = /[\t\n\x20-\x7e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u;

/** Letters that have no accent to leave out. */
const alike: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'n',
  Ŋ: 'N',
  ħ: 'h',
  Ħ: 'H',
  '−': '-',
  '‑': '-',
};

/** A text as the built-in fonts can write it: other letters lose their accent, what is left without a letter becomes a question mark, emoji go. */
export function pdfText(text: string): string {
  return Array.from(text.normalize('NFC')).map(writableFor).join('').replaceAll(/ {2,}/gu, ' ');
}

function writableFor(character: string): string {
  if (writable.test(character)) return character;
  const similar = alike[character];
  if (similar !== undefined) return similar;
  const [base = ''] = character.normalize('NFD');
  if (base !== character && writable.test(base)) return base;
  return /\p{L}|\p{N}/u.test(character) ? '?' : '';
}
