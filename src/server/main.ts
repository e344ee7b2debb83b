import { createConnection } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

// The transport comes from the command line: --stdio, --node-ipc, --socket=… or --pipe=….
startServer(createConnection());
