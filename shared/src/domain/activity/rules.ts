import type { Rule } from '../rules/rule.js';
import { kindRules } from './kind-rules.js';

/** The rules of this folder, for docs/rules.md. */
export const rules: readonly Rule[] = Object.values(kindRules);
