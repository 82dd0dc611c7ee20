/** What Node 24 has and Node 22 has not, for code that runs under Wine, where Node 24 does not start. */
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;
const REST = /^[0-9A-Za-z]|[,\-=<>#&!%:;@~'`"\s]/g;

RegExp.escape ??= (/** @type {string} */ text) =>
  text.replaceAll(new RegExp(`${SYNTAX.source}|${REST.source}`, 'g'), (/** @type {string} */ found) =>
    new RegExp(SYNTAX.source).test(found) ? `\\${found}` : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
