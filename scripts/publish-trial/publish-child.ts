/** Publishes a folder to a folder and says when it begins: run as a process of its own, to be killed. */
import { planPublish, publish } from '../../src/publishing/publish.ts';
import { readSiteFiles } from '../../src/publishing/site-files.ts';

const [folder = '', path = ''] = process.argv.slice(2);
const site = { folder, files: readSiteFiles(folder, {}).files, withdrawn: [] };
const plan = await planPublish(site, { kind: 'folder', id: 'trial', name: '试验', path }, { secrets: {} });
process.stdout.write('begin\n');
if (!plan.isUpToDate) await publish(plan, { secrets: {} });
process.stdout.write('end\n');
