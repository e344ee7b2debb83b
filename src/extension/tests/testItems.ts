import * as vscode from 'vscode';
import type { RuleHost } from './ruleHost.ts';
import { rangeOf } from './testPlaces.ts';

const pattern = '**/*.test.{yaml,yml}';

export function isTestFile(uri: vscode.Uri): boolean {
  return uri.scheme === 'file' && /\.test\.ya?ml$/.test(uri.path);
}

/** The tree of the Test Explorer: test files, found when it is first shown, and the tests in each, read when they are needed. */
export class TestItems {
  readonly #controller: vscode.TestController;
  readonly #rules: RuleHost;
  readonly #rulePaths = new Map<string, string>();
  #found: Promise<void> | undefined;

  constructor(controller: vscode.TestController, rules: RuleHost) {
    this.#controller = controller;
    this.#rules = rules;
  }

  /** Finds the test files of the folders that are open, once. */
  findAll(): Promise<void> {
    return (this.#found ??= this.refresh());
  }

  async refresh(): Promise<void> {
    const found = await vscode.workspace.findFiles(pattern, '**/node_modules/**');
    const ours = (await Promise.all(found.map(async (uri) => ((await looksLikeRuleTests(uri)) ? [uri] : [])))).flat();
    const gone = new Set(this.files.map(({ id }) => id));
    for (const uri of ours) {
      gone.delete(uri.toString());
      this.#file(uri);
    }
    for (const id of gone) this.#controller.items.delete(id);
  }

  get files(): readonly vscode.TestItem[] {
    return [...this.#controller.items].map(([, item]) => item);
  }

  fileAt(uri: vscode.Uri): vscode.TestItem | undefined {
    return this.#controller.items.get(uri.toString());
  }

  /** Path of the rule that a file tests, once the file was read. */
  rulePath(file: vscode.TestItem): string | undefined {
    return this.#rulePaths.get(file.id);
  }

  /** Reads a file that is new or was changed; what is no rule test leaves the tree. */
  async update(uri: vscode.Uri): Promise<void> {
    const known = this.fileAt(uri);
    if (!(await looksLikeRuleTests(uri))) this.remove(uri);
    else if (known && known.children.size === 0 && !isOpen(uri)) known.canResolveChildren = true;
    else await this.read(this.#file(uri));
  }

  remove(uri: vscode.Uri): void {
    this.#controller.items.delete(uri.toString());
  }

  /** Reads the tests of a file; the text in the editor counts where it is open. Tests that stay keep their items, and so what is known of them. */
  async read(file: vscode.TestItem): Promise<void> {
    const { uri } = file;
    if (!uri) return;
    file.busy = true;
    try {
      const { rule, ruleName, tests, problems } = await this.#rules.client.list(uri.fsPath, await textOf(uri));
      this.#rulePaths.set(file.id, rule);
      if (ruleName === undefined) delete file.description;
      else file.description = ruleName;
      file.error = problems.length === 0 ? undefined : problems.map(({ text }) => text).join('\n');
      file.children.replace(
        tests.map(({ name, range }) => {
          const item = file.children.get(name) ?? this.#controller.createTestItem(name, name, uri);
          item.range = rangeOf(range);
          item.sortText = String(range.start.line).padStart(6, '0');
          return item;
        }),
      );
    } finally {
      file.busy = false;
    }
  }

  #file(uri: vscode.Uri): vscode.TestItem {
    const known = this.fileAt(uri);
    if (known) return known;
    const item = this.#controller.createTestItem(uri.toString(), vscode.workspace.asRelativePath(uri), uri);
    item.canResolveChildren = true;
    this.#controller.items.add(item);
    return item;
  }
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}

async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open ? open.getText() : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Other tools have `.test.yaml` files too: ours have a list "tests", and say what is expected or name a rule. */
async function looksLikeRuleTests(uri: vscode.Uri): Promise<boolean> {
  try {
    const text = await textOf(uri);
    return /^tests\s*:/m.test(text) && /^(?:\s+expect|rule)\s*:/m.test(text);
  } catch {
    // Gone again, or not for this account to read: then it is no test to run.
    return false;
  }
}
