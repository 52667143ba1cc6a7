import type { Suite } from '../../suite.ts';
import { fieldsOfAnswers } from './answers.ts';
import { cellsOfFiles } from './files.ts';

/** Sources that break their own specification. */
export const leniency: Suite = { name: 'leniency', checks: [fieldsOfAnswers, cellsOfFiles] };
