import { fork } from 'node:child_process';

/** A running MIS. */
export interface Mis {
  readonly url: string;
  readonly token: string;
  /** How its results are read. */
  readonly aspects: readonly unknown[];
  stop(): void;
}

/** Starts the MIS as a child process and waits until it serves. */
export async function startMis(script: string): Promise<Mis> {
  const child = fork(script, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const answer = await new Promise<Omit<Mis, 'stop'>>((settle, reject) => {
    child.once('message', (message) => settle(message as Omit<Mis, 'stop'>));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The MIS of the demo ended with exit code ${code}.`)));
  });
  return { ...answer, stop: () => child.kill() };
}
