/** What the wording of a statistic's level says of its height, highest first: 「国家级、省级」 counts as the higher. */
const RANKS: readonly [RegExp, number][] = [
  [/国际/, 7],
  [/国家|全国/, 6],
  [/省/, 5],
  // Before 市级, whose characters 区市级 holds.
  [/区市|区县|县/, 3],
  [/市级|全市/, 4],
  [/镇|街/, 2],
  [/企业|单位|工作室/, 1],
];
/** All levels taken together are the ground a ladder stands on. */
const GROUND = /各级|不分级别/;

/** Height of a level as statistics word it: 企业级 1 … 国家级 6, 各级 0; undefined when the words do not tell. */
export function findLevelRank(level: string): number | undefined {
  return GROUND.test(level) ? 0 : RANKS.find(([pattern]) => pattern.test(level))?.[1];
}
