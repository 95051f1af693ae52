/** What docs/rules.md is made of: the rules of each concept, and the titles of tests that carry a rule's id. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const id = /(?<!\w)\[([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)\]/gu;
const marks = { high: '', medium: ' ◐ medium', low: ' ○ low' };

/** Every title in the test files that names a rule: `[concept.what]` in a sentence of a string. */
export function titlesIn(root) {
  const folder = join(root, 'test');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/u.test(path))
    .sort();
  return files.flatMap((path) =>
    titlesOf(relative(root, join(folder, path)), readFileSync(join(folder, path), 'utf8')),
  );
}

/** The titles in one file. Read as TypeScript, so that an index in code is no title. */
export function titlesOf(file, source) {
  const found = [];
  const visit = (node) => {
    const isTitle = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
    if (isTitle && node.text.includes(' ')) {
      for (const [, rule] of node.text.matchAll(id)) found.push({ file, title: node.text, rule });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX));
  return found;
}

/** The page, and what is wrong: rules without a test, rules twice, titles that name no rule. */
export function rulesPage(concepts, titles) {
  const rules = concepts.flatMap(({ rules: some }) => some);
  const known = new Set(rules.map((rule) => rule.id));
  const shown = groupByRule(titles);
  const complaints = [
    ...rules
      .filter((rule, place) => rules.findIndex((other) => other.id === rule.id) !== place)
      .map((rule) => `${rule.id} is there twice`),
    ...rules.filter((rule) => !shown.has(rule.id)).map((rule) => `no test shows ${rule.id}`),
    ...titles.filter(({ rule }) => !known.has(rule)).map(({ rule, file }) => `${file} names ${rule}, which is no rule`),
  ];
  const unsure = rules.filter(({ confidence }) => confidence !== 'high').length;
  const page = [
    '# Rules of the field',
    '',
    'Made from the code by `npm run rules`; a test fails when it isn’t up to date. Each rule with its source, how sure we are, and the tests that show it.',
    '',
    `${rules.length} rules. ${unsure} of them are not certain: **◐ medium** was told by a trusted second source, **○ low** is an inference of ours. On the pages they are marked too.`,
    '',
    ...concepts.flatMap(({ concept, rules: some }) => [
      `## ${concept}`,
      '',
      ...some.flatMap((rule) => sectionOf(rule, shown.get(rule.id) ?? [])),
    ]),
  ].join('\n');
  return { page: `${page.trimEnd()}\n`, complaints };
}

function sectionOf(rule, titles) {
  const text = rule.textOf ? `, text of ${rule.textOf}` : '';
  const mark = marks[rule.confidence];
  return [
    `### \`${rule.id}\`${mark && ` ·${mark}`}`,
    '',
    rule.says,
    '',
    `- Source: ${rule.source}${text}; read on ${rule.readOn}`,
    `- Confidence: ${rule.confidence}${rule.severity ? `; ${rule.severity === 'block' ? 'forbids' : 'asks for approval'}` : ''}`,
    ...[
      ...new Set(
        titles.map(
          ({ file, title }) => `- Shown by \`${file}\`: ${title.replace(id, '').replace(/\s+/gu, ' ').trim()}`,
        ),
      ),
    ],
    '',
  ];
}

function groupByRule(titles) {
  const groups = new Map();
  for (const title of titles) groups.set(title.rule, [...(groups.get(title.rule) ?? []), title]);
  return groups;
}

/** Every array of rules that a module exports, as one list; a rule that two of its arrays hold counts once. */
export function rulesOfModule(module) {
  const all = Object.values(module).filter(Array.isArray).flat();
  return [...new Set(all)].filter((rule) => typeof rule?.id === 'string' && typeof rule.confidence === 'string');
}
