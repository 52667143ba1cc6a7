import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), {
  directory: process.cwd(),
  interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
  print: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
});
