import { Engine } from './engine.ts';
import { readEngineArguments } from './engineArguments.ts';
import { sourceWork } from './openSource.ts';
import type { ClientMessage, EngineMessage } from '../protocol/index.ts';

const send = process.send?.bind(process);
if (!send) {
  process.stderr.write('This is the query process of Identity Trail. It is started by the extension and the command line, not by hand.\n');
  process.exit(2);
}

const engine = new Engine({
  post: (message: EngineMessage) => void send(message),
  ...sourceWork(readEngineArguments(process.argv.slice(2))),
});
process.on('message', (message) => engine.receive(message as ClientMessage));
// Ctrl+C in a terminal reaches this process too; whoever started it says what is to end.
process.on('SIGINT', () => undefined);
// Whoever started this process has gone: nothing is left to answer.
process.on('disconnect', () => process.exit(0));
engine.start();
