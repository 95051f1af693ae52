/**
 * Text in a CSV file that a spreadsheet may open. A CSV has no types: a spreadsheet calculates what begins like a formula, and turns `0012345` into
 * 12345 and `3-4` into a day in April.
 *
 * - What begins like a formula (= + - @, also in full width, also behind white space) gets an apostrophe in front (OWASP, "CSV Injection"). So does
 *   such a beginning behind a separator inside the text: a program that splits at another separator would see it as a cell of its own.
 * - What looks like a number or a date but is text gets a tab in front: spreadsheets then keep it letter by letter, and programs that trim see the bare
 *   text. Not `="0012345"`, which is a formula itself. A plain number without a leading zero stays bare: nothing can happen to it.
 * - Line ends and other control characters become spaces: a cell can't begin a row.
 *
 * The XLSX file has types and needs none of this; it is the one to recommend.
 */
export function safeCell(text: string): string {
  const plain = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  const inner = plain.replace(/([;,|\t]\s*["']?\s*)(?=[=+\-@＝＋－＠])/gu, "$1'");
  if (/^[\s"']*[=+\-@＝＋－＠]/u.test(inner)) return `'${inner}`;
  return isReadAsNumber(inner) ? `\t${inner}` : inner;
}

const month = '(?:jan|feb|m(?:rt|aa|ar)|apr|mei|may|jun|jul|aug|sep|o[kc]t|nov|dec)[a-z]*';
const dates = [new RegExp(`^\\d{1,4}[\\s./-]*${month}`, 'iu'), new RegExp(`^${month}[\\s./-]*\\d{1,4}`, 'iu')];

function isReadAsNumber(text: string): boolean {
  // Up to eleven digits are shown as they are; more become 1,2E+11.
  if (/^(?:0|[1-9]\d{0,10})$/u.test(text)) return false;
  // Numbers, fractions, times, dates and powers (class 4E1 is 40 to a spreadsheet), in Latin or full-width digits.
  if (/^[\p{Nd}.,][\p{Nd}.,:/\s%€-]*(?:[eE][+-]?\p{Nd}+)?$/u.test(text)) return true;
  return dates.some((date) => date.test(text));
}
