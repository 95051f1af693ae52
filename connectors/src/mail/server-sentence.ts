const longest = 300;

/** A mail server's own sentence as a person may read it: on one line, without addresses and host-made noise of its layout. */
export function serverSentence(said: string): string {
  return oneLine(said)
    .replace(/<[^<>\s]*@[^<>\s]*>/gu, '…')
    .replace(/[^\s<>()[\]:;,"']+@[^\s<>()[\]:;,"']+/gu, '…')
    .slice(0, longest);
}

/** Text on one line: nothing in it can begin a header of its own. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .trim();
}
