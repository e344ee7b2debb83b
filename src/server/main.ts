import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

// The transport comes from the command line: --stdio, --node-ipc, --socket=… or --pipe=….
startServer(createConnection(), { pages: pathToFileURL(path.join(__dirname, '..', path.sep)).href });
