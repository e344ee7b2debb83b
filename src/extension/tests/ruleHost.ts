import path from 'node:path';
import type * as vscode from 'vscode';
import type { BackTestResult } from '../../protocol/index.ts';
import { RuleClient } from '../../protocol/ruleClient.ts';

/** A back-test of this window, to compare the next one with. */
export interface RememberedBackTest {
  readonly text: string;
  readonly sourceId: string;
  readonly result: BackTestResult;
}

/** The rule process as the extension uses it: started when a test file is looked at or a rule is worked on, not before. */
export class RuleHost implements vscode.Disposable {
  readonly #script: string;
  /** By the rule's file. */
  readonly lastBackTests = new Map<string, RememberedBackTest>();
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
