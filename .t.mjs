import { nodeFileSystem } from './src/reader/file-system.ts';
import { readEditableSite } from './src/authoring/editable-site.ts';
import { planImport } from './src/spreadsheet/plan-import.ts';
const place={fileSystem:nodeFileSystem,folder:'content/qingdao',label:'content/qingdao',today:'2026-11-20'};
const site=await readEditableSite(place);
console.log(site.issues.length);
const T=(rows)=>({name:'Sheet1',rows,details:()=>({}),merges:[],widths:[]});
const plan=await planImport({tables:[T([['2025年名单'],['序号','姓名*','工作单位','荣誉1','荣誉1年份','来源','来源位置','简介'],[1,'郭磊','山东港口青岛港','齐鲁工匠',2024,'','',''],[2,'赵铁柱','海尔集团','齐鲁工匠','2023','qd-2025-reform','导语第1段','从业20年，带徒30余名，用{花括号}和<b>。'],[3,'钱一','不存在的单位','','','','','']])],site});
console.log(JSON.stringify({...plan,files:[...plan.files],layouts:undefined,changes:plan.changes.map(({sheet,...c})=>c)},null,1));
