import path from 'node:path';
import type * as vscode from 'vscode';
import { RuleClient } from '../../protocol/ruleClient.ts';

/** The rule process as the extension uses it: started when the first test file is looked at, not before. */
export class RuleHost implements vscode.Disposable {
  readonly #script: string;
  #client: RuleClient | undefined;

  constructor(context: vscode.ExtensionContext) {
    this.#script = context.asAbsolutePath(path.join('dist', 'cli.js'));
  }

  get client(): RuleClient {
    return (this.#client ??= new RuleClient({ script: this.#script }));
  }

  dispose(): void {
    this.#client?.dispose();
  }
}
