/** Files that are served as they are go beside the compiled code. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';

cpSync(join(root, 'lti-tool/src/assets'), join(root, 'lti-tool/dist/assets'), { recursive: true });
