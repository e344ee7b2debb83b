import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { runInThisContext } from 'node:vm';
import * as vscode from 'vscode';
import { TestAccount } from './account.ts';
import { runSuite } from '../../../editor/host/suite.ts';

/**
 * The second extension of the in-editor tests. It signs in whoever asks for the account of a sovereign cloud, and does two things inside the extension host:
 * the command "Run the In-Host Suite" runs test/editor/host and writes a report to `IDENTITY_TRAIL_REPORT`;
 * a server on the loopback address runs the body of a function that a page test sends (see `Workbench.inHost`).
 * Every window has its own host; the newest one writes its port to `IDENTITY_TRAIL_COMPANION`.
 */
export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(vscode.commands.registerCommand('identityTrailCompanion.runSuite', () => writeReport()), TestAccount.register());
  const portFile = process.env['IDENTITY_TRAIL_COMPANION'];
  if (!portFile) return;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      void answer(body).then((text) => response.end(text));
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object' && address) writeFileSync(portFile, String(address.port));
  });
  context.subscriptions.push({ dispose: () => server.close() });
}

async function writeReport(): Promise<void> {
  const report = process.env['IDENTITY_TRAIL_REPORT'];
  const results = await runSuite();
  if (report) writeFileSync(report, JSON.stringify(results, undefined, 2));
}

async function answer(body: string): Promise<string> {
  const { source, argument } = JSON.parse(body) as { source: string; argument: unknown };
  try {
    const action = runInThisContext(`(${source})`) as (api: typeof vscode, value: unknown, load: NodeJS.Require) => unknown;
    return JSON.stringify({ value: (await action(vscode, argument, require)) ?? null });
  } catch (error) {
    return JSON.stringify({ error: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) });
  }
}

/** Entry for @vscode/test-electron, which runs the same suite on a desktop VS Code. */
export async function run(): Promise<void> {
  await writeReport();
}
