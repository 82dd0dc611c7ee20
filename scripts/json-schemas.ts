/**
 * `npm run schemas`: writes what VS Code needs to complete and explain fields. The JSON Schemas and snippets belong to the project;
 * the list of this computer's files and ids in .astro/collections does not.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeJsonEntry } from '../src/authoring/entry-text.ts';
import { buildSnippets } from '../src/authoring/editor-help.ts';
import { buildJsonSchemas } from '../src/schemas/json-schema.ts';
import { writeCollectionFiles } from './content/collection-files.ts';
import { projectRoot } from './processes/node-process.ts';

const folder = path.join(projectRoot, 'src', 'schemas', 'json');
const schemas = buildJsonSchemas();
await mkdir(folder, { recursive: true });
for (const name of await readdir(folder)) if (!schemas.has(name)) await rm(path.join(folder, name));
for (const [name, schema] of schemas) await writeFile(path.join(folder, name), writeJsonEntry(schema));
await mkdir(path.join(projectRoot, '.vscode'), { recursive: true });
await writeFile(path.join(projectRoot, '.vscode', 'jiangce.code-snippets'), writeJsonEntry(buildSnippets()));
const count = await writeCollectionFiles();
process.stdout.write(`写好了 ${String(schemas.size)} 份字段说明，VS Code 认得 ${String(count)} 个内容文件夹。\n`);
