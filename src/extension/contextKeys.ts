import * as vscode from 'vscode';

/** The when-clause keys that the contributions table tests, with their values. */
interface ContextKeys {
  readonly 'identityTrail.source': 'none' | 'opening' | 'open' | 'failed';
  readonly 'identityTrail.hasSources': boolean;
  readonly 'identityTrail.identities': 'some' | 'none' | 'hidden' | 'failed' | 'unread';
  readonly 'identityTrail.filtered': boolean;
  readonly 'identityTrail.queryRunning': boolean;
}

export function setContextKey<K extends keyof ContextKeys>(key: K, value: ContextKeys[K]): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
