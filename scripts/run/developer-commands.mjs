/** Commands for which the packages have to be there that only developers need: browsers, compilers, linters, other generators. */
export const DEVELOPER_COMMANDS = new Set(['bench', 'format', 'lint', 'report-pdf', 'shots', 'test', 'types']);
