import { isMainThread } from 'node:worker_threads';
import { serveChecks } from './checkWorkers.ts';
import { createProgram } from './program.ts';
import { describeFailure, isCancelled, problemsOf } from './failure.ts';
import { serveRules } from './ruleService.ts';
import { processTerminal } from './terminal.ts';

/** Exit codes: 0 done, 1 findings or failed tests, 2 bad usage or bad input; 130 interrupted. */
async function main(): Promise<void> {
  const terminal = processTerminal();
  const verbose = process.argv.includes('--verbose');
  try {
    process.exitCode = 0;
    await createProgram(terminal, (code) => { process.exitCode = code; }).parseAsync();
  } catch (error) {
    // What a shell expects of a program that was interrupted.
    process.exitCode = isCancelled(error) ? 130 : 2;
    for (const line of describeFailure(error)) terminal.note(`identity-trail: ${line}`);
    if (verbose && error instanceof Error && problemsOf(error).length === 0) terminal.note(error.stack ?? '');
  }
}

// The same file serves the threads of `check`, and with a channel to the extension it is the editor's rule process.
if (!isMainThread) serveChecks();
else if (process.argv[2] === 'rule-service' && process.send) serveRules();
else void main();
