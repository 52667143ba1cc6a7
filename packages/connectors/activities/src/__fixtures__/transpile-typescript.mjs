import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';

const compilerOptions = { target: 'ES2022', module: 'ESNext', verbatimModuleSyntax: true };

/** Lets Node run the sources, so that a test can start a process that it then kills. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return await next(url, context);
  const source = await readFile(fileURLToPath(url), 'utf8');
  return {
    format: 'module',
    shortCircuit: true,
    source: typescript.transpileModule(source, { compilerOptions }).outputText,
  };
}
