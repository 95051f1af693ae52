import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startPracticeLms, type PracticeLms } from '../../practice-lms/practice-lms.js';
import { startFakeTool, type FakeTool } from './fake-tool.js';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const describeWithBrowser = existsSync(executablePath) ? describe : describe.skip;

describeWithBrowser('the practice LMS in a browser, with a tool on another site', () => {
  let lms: PracticeLms;
  let tool: FakeTool;
  let browser: Browser;

  beforeAll(async () => {
    lms = await startPracticeLms({ port: 0, platformStorage: true });
    tool = await startFakeTool(() => lms);
    lms.addTool({
      name: 'Fake tool',
      targetLinkUri: `${tool.url}/launch`,
      initiateLoginUri: `${tool.url}/login`,
      redirectUris: [`${tool.url}/launch`],
      jwksUri: `${tool.url}/jwks`,
      deepLinkUri: `${tool.url}/pick`,
    });
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
  });
  afterAll(async () => {
    await browser.close();
    tool.stop();
    await lms.stop();
  });

  async function visitAs(name: RegExp): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(lms.url);
    await page.getByRole('button', { name }).click();
    return page;
  }

  async function choose(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Activiteit toevoegen' }).click();
    await page.getByRole('link', { name: 'Kies inhoud' }).click();
    await page.frameLocator('#contentframe').getByRole('button', { name: 'Choose these' }).click();
  }

  it('lets a teacher choose two items in a dialog and save them', async () => {
    tool.items = [
      {
        type: 'ltiResourceLink',
        title: 'Lasframe maken',
        url: `${tool.url}/launch?task=1`,
        custom: { task: '1' },
        lineItem: { scoreMaximum: 10, label: 'ignored', resourceId: 'task-1' },
      },
      { type: 'ltiResourceLink', title: 'Veilig werken' },
      { type: 'link', url: 'https://ignored.example' },
    ];
    const page = await visitAs(/Peter Jansen/);
    await choose(page);
    await page.getByRole('button', { name: 'Opslaan en terug naar cursus' }).click();
    expect(lms.activities('2')).toMatchObject([
      { name: 'Lasframe maken', custom: { task: '1' } },
      { name: 'Veilig werken' },
    ]);
    expect(lms.items('2')).toContainEqual(
      expect.objectContaining({ kind: 'activity', label: 'Lasframe maken', maximum: 10, resourceId: 'task-1' }),
    );
    await page.getByRole('link', { name: 'Veilig werken' }).waitFor();
  });

  it('closes the dialog without a trace when nothing was chosen', async () => {
    const before = lms.activities('2').length;
    tool.items = [];
    const page = await visitAs(/Peter Jansen/);
    await choose(page);
    await page.getByRole('link', { name: 'Kies inhoud' }).waitFor();
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(lms.activities('2')).toHaveLength(before);
  });

  it('follows the height the tool asks for and keeps data for it', async () => {
    const { clientId } = lms.tools()[0]!;
    lms.addActivity({ courseId: '2', clientId, name: 'Met opslag' });
    const page = await visitAs(/Sanne de Wit/);
    await page.getByRole('link', { name: 'Met opslag' }).click();
    await page.frameLocator('#contentframe').getByText('3kept').waitFor();
    expect(await page.locator('#contentframe').getAttribute('height')).toBe('900px');
  });

  it('registers a tool in a dialog, which the tool closes, and waits for the administrator', async () => {
    const page = await visitAs(/Marjan Kuipers/);
    await page.getByLabel('Registratielink').fill(`${tool.url}/register?code=1`);
    await page.getByRole('button', { name: 'Toevoegen met link' }).click();
    await page.getByText('wacht op jou').waitFor();
    expect(await page.locator('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Activeren' }).click();
    await page.getByText('wacht op jou').waitFor({ state: 'detached' });
    expect(lms.tools().at(-1)).toMatchObject({ name: 'Tool', state: 'active' });
  });
});
