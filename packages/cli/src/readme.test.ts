import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { createProject } from './__fixtures__/create-project.ts';
import { ended, plainEnvironment } from './__fixtures__/source-process.ts';

it('the program of the README runs, and prints what it says', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const program = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const said = [...program.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, text]) => text);
  expect(said.length).toBeGreaterThan(0);
  const project = await createProject({ 'package.json': '{"type":"module"}', 'program.ts': program });
  const loader = createRequire(import.meta.url).resolve('jiti/register');
  const child = spawn(
    process.execPath,
    ['--conditions=@collegial/source', '--import', loader, 'program.ts'],
    {
      cwd: project.directory,
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  expect(await ended(child)).toMatchObject({ code: 0, stdout: `${said.join('\n')}\n`, stderr: '' });
  await project.remove();
});
