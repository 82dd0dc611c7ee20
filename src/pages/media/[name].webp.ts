export { GET } from './_portrait.ts';
