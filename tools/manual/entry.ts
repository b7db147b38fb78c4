// What is bundled to write the manual, because the program is TypeScript with styles in it.
export { buildProgram } from '../../cli/program.ts';
export { manualOf } from './manual.ts';
