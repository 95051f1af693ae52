import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import type { RunningHouse } from './running-house.js';

/** Logs somebody in at the practice LMS with the button of the front page, and shows the course. */
export async function enterCourse(context: BrowserContext, house: RunningHouse, person: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(house.lms.url);
  const button = page.locator(`button[name="person"][value="${person}"]`);
  const more = page.locator('details', { has: button });
  if (await more.count()) await more.locator('summary').click();
  await button.click();
  await backToCourse(page, house);
  return page;
}

export async function backToCourse(page: Page, house: RunningHouse): Promise<void> {
  await page.goto(`${house.lms.url}/course/view.php?id=${house.course.id}`);
}

/** Opens an activity of the course, as a click on its name does; answers the tool's page in its frame. */
export async function openActivity(
  page: Page,
  house: RunningHouse,
  name = house.activity.title,
): Promise<FrameLocator> {
  await backToCourse(page, house);
  await page.getByRole('link', { name, exact: true }).click();
  const frame = page.frameLocator('#contentframe');
  await frame.locator('main#main').waitFor();
  return frame;
}

/** Asks again until the answer is good: for what happens a little later, in the outbox. */
export async function eventually<T>(
  ask: () => Promise<T> | T,
  isGood: (answer: T) => boolean,
  withinMs = 15_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (isGood(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
