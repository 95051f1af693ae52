import { httpBrowser } from './http-browser.js';
import { eventually } from './lms-walk.js';
import type { RunningHouse } from './running-house.js';

/** The newest mail in the demo's mailbox to this address: the page around it, and its link as the supervisor's browser opens it. */
export async function invitationMail(house: RunningHouse, to: string) {
  const mailbox = () => httpBrowser().get(`${house.toolUrl}/mailbox`);
  const { text } = await eventually(mailbox, (page) => page.text.includes(to));
  const mail = text.slice(text.indexOf(to));
  const address = /href="([^"]+\/link\/[\w-]{43})"/u.exec(mail)![1]!;
  const browser = httpBrowser();
  await browser.post(address, {});
  return { subject: mail, link: { page: async (path: string) => (await browser.get(address + path)).text } };
}
