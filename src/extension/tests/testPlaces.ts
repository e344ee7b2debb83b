import * as vscode from 'vscode';
import type { RuleTestMessage, TextRange } from '../../protocol/index.ts';

export function rangeOf({ start, end }: TextRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** A message at its place; two sides to compare become a diff. */
export function messageOf({ text, file, range, expected, actual }: RuleTestMessage): vscode.TestMessage {
  const message = expected === undefined || actual === undefined ? new vscode.TestMessage(text) : vscode.TestMessage.diff(text, expected, actual);
  message.location = new vscode.Location(vscode.Uri.file(file), rangeOf(range));
  return message;
}
