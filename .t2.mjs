import { writeFileSync } from 'node:fs';
import { nodeFileSystem } from './src/reader/file-system.ts';
import { readEditableSite } from './src/authoring/editable-site.ts';
import { planImport } from './src/spreadsheet/plan-import.ts';
import { buildTemplate } from './src/spreadsheet/template.ts';
import { buildExport, writeExport, EXPORTED_KINDS } from './src/spreadsheet/export.ts';
import { readWorkbook } from './src/spreadsheet/read-workbook.ts';
import { SHEETS, sheetKinds } from './src/spreadsheet/sheets.ts';
const place=(s)=>({fileSystem:nodeFileSystem,folder:'content/'+s,label:'content/'+s,today:'2026-11-20'});
for (const s of ['qingdao','weifang']) {
const site=await readEditableSite(place(s));
for (const k of ['craftsmen','statistics']) writeFileSync(`/tmp/xl/${s}-${k}.xlsx`, await buildTemplate(SHEETS[k], site));
const ex=await writeExport(sheetKinds.map(k=>buildExport(k,site)),site);
writeFileSync(`/tmp/xl/${s}-export.xlsx`, ex);
const tables=await readWorkbook(ex,'x.xlsx',{looksRight:()=>true});
const site2=await readEditableSite(place(s));
const plan=await planImport({tables,site:site2});
console.log(s,plan.changes.map(c=>[c.id,c.type,c.details]),plan.unchangedCount,plan.remarks.slice(0,10),plan.notices, plan.layouts.map(l=>l?.sheet.kind).join());
}
