/** A process that changes a content folder and may be killed at any moment: `writing-process.ts FOLDER`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commitFiles } from '../../src/authoring/writing/commit-files.ts';
import { planTrialChanges } from './killed-writes.ts';

const [folder = ''] = process.argv.slice(2);
const changes = planTrialChanges((file) => readFileSync(path.join(folder, file)));
process.stdout.write('ready\n');
await commitFiles(folder, changes, { by: 'writing-process' });
