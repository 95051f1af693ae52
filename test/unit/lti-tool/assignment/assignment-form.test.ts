import { describe, expect, it } from '@jest/globals';
import {
  parseAssignmentForm,
  parseComponent,
  typedForm,
  type TypedForm,
} from '@buitenboord/lti-tool/assignment/assignment-form.js';
import { electives } from '@buitenboord/shared/domain/programme/electives.js';

const elective = electives[0]!;
const criterion = (row: number, parts: [string, string, string, string]) =>
  Object.fromEntries(
    ['title', 'practise', 'sufficient', 'good'].map((part, index) => [`criterion.${row}.${part}`, parts[index] ?? '']),
  );

const right: TypedForm = {
  title: 'Lasframe maken',
  task: 'Je maakt een frame.',
  safety: '',
  elective: elective.sloId,
  subtask: [elective.subtasks[0]!.sloId],
  hours: '16',
  'evidence.photo': '3',
  'evidence.text': '0',
  ...criterion(0, ['Werkt veilig', 'nee', 'soms', 'altijd']),
  ...criterion(1, ['Leest', 'nee', 'soms', 'altijd']),
  ...criterion(3, ['Last', 'nee', 'soms', 'altijd']),
};
const errorsOf = (change: TypedForm) => {
  const parsed = parseAssignmentForm({ ...right, ...change }, electives);
  return parsed.kind === 'wrong' ? [...parsed.errors] : [];
};

describe('the form for an assignment', () => {
  it('becomes an assignment; empty rows and zeros don’t count', () => {
    expect(parseAssignmentForm(right, electives)).toMatchObject({
      kind: 'right',
      assignment: {
        title: 'Lasframe maken',
        elective: elective.sloId,
        subtasks: [elective.subtasks[0]!.sloId],
        evidence: [{ kind: 'photo', count: 3 }],
        hours: 16,
        rubric: [{ title: 'Werkt veilig' }, { title: 'Leest' }, { title: 'Last' }],
      },
    });
  });

  it('leaves out subtasks of another elective', () => {
    const other = electives[1]!.subtasks[0]!.sloId;
    expect(parseAssignmentForm({ ...right, subtask: [other] }, electives)).toMatchObject({
      assignment: { subtasks: [] },
    });
  });

  it.each<[string, TypedForm, string[]]>([
    ['no title', { title: '  ' }, ['title']],
    ['no task', { task: '' }, ['task']],
    ['nothing to show', { 'evidence.photo': '0' }, ['evidence']],
    ['eleven photos', { 'evidence.photo': '11' }, ['evidence']],
    ['half a photo', { 'evidence.photo': '1.5' }, ['evidence']],
    ['letters for a number', { 'evidence.photo': 'veel' }, ['evidence']],
    ['two questions', criterion(3, ['', '', '', '']), ['rubric']],
    ['a question that is half filled in', { 'criterion.2.title': 'Half' }, ['rubric']],
    ['hours that are none', { hours: 'acht' }, ['hours']],
    ['an elective that isn’t there', { elective: 'x' }, ['elective']],
    ['several things', { title: '', hours: '-1' }, ['title', 'hours']],
  ])('says what isn’t right: %s', (_what, change, errors) => expect(errorsOf(change)).toEqual(errors));

  it('refuses a body that is no form', () => {
    expect(() => typedForm({ title: { nested: 'x' } })).toThrow();
    expect(() => typedForm({ task: 'x'.repeat(20_001) })).toThrow();
  });

  it('names a component by line and code, and nothing else', () => {
    expect(parseComponent('line-1|SE2')).toEqual({ line: 'line-1', code: 'SE2' });
    expect(parseComponent('')).toBeUndefined();
    expect(() => parseComponent('SE2')).toThrow();
    expect(() => parseComponent('|SE2')).toThrow();
  });
});
