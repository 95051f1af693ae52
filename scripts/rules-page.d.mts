interface PageRule {
  id: string;
  says: string;
  source: string;
  confidence: 'high' | 'medium' | 'low';
  readOn: string;
}
interface Title {
  file: string;
  title: string;
  rule: string;
}
export function titlesIn(root: string): Title[];
export function titlesOf(file: string, source: string): Title[];
export function rulesOfModule(module: object): PageRule[];
export function rulesPage(
  concepts: readonly { concept: string; rules: readonly PageRule[] }[],
  titles: readonly Title[],
): { page: string; complaints: string[] };
