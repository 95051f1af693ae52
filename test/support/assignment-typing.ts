import type { FrameLocator } from 'playwright-core';
import type { Text } from '@buitenboord/shared/text/text.js';

/** Types a new assignment as a teacher would: two photos, three sentences, three criteria. */
export async function fillNewAssignment(
  page: Pick<FrameLocator, 'getByLabel' | 'locator'>,
  text: Text,
  title: string,
): Promise<void> {
  await page.getByLabel(text('assignment.title'), { exact: true }).fill(title);
  await page.getByLabel(text('assignment.task'), { exact: true }).fill('Je last een poort.\nJe hangt hem op.');
  await page.getByLabel(text('assignment.safety'), { exact: true }).fill('Draag je laskap.');
  const amounts = { photo: '2', video: '0', document: '0', text: '3' } as const;
  for (const kind of ['photo', 'video', 'document', 'text'] as const) {
    const label = text('assignment.howMany', { kind: text(`evidence.${kind}.many`) });
    await page.getByLabel(label).fill(amounts[kind]);
  }
  for (const row of [0, 1, 2]) {
    for (const part of ['title', 'practise', 'sufficient', 'good']) {
      await page.locator(`#criterion-${row}-${part}`).fill(`${part} ${row + 1}`);
    }
  }
}
