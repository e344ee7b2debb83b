import * as vscode from 'vscode';
import { findScenario, type Scenario } from '../../scenarios/index.ts';
import type { Identity, IdentityNode, SavedSource, SourceNode } from '../model/index.ts';

function typeOf(argument: unknown): unknown {
  return typeof argument === 'object' && argument !== null && 'type' in argument ? argument.type : undefined;
}

const identityTypes: ReadonlySet<unknown> = new Set<IdentityNode['type']>(['group', 'identity', 'more', 'id', 'section', 'detail']);
const sourceTypes: ReadonlySet<unknown> = new Set<SourceNode['type']>(['source', 'report', 'table', 'fact']);

/** The node of the Identities tree that a command was called on. */
export function identityNodeFrom(argument: unknown): IdentityNode | undefined {
  return identityTypes.has(typeOf(argument)) ? (argument as IdentityNode) : undefined;
}

/** The identity that a node is about, itself or what lies below it. */
export function identityOf(node: IdentityNode | undefined): Identity | undefined {
  return node && 'identity' in node ? node.identity : undefined;
}

/** The node of the Sources tree that a command was called on. */
export function sourceNodeFrom(argument: unknown): SourceNode | undefined {
  return sourceTypes.has(typeOf(argument)) ? (argument as SourceNode) : undefined;
}

export function sourceOf(node: SourceNode | undefined): SavedSource | undefined {
  return node?.source;
}

/** The scenario that a command was called on: by a node of the tree, or by its ID from a key binding or another extension. */
export function scenarioFrom(argument: unknown): Scenario | undefined {
  if (typeof argument === 'string') return findScenario(argument);
  return typeof argument === 'object' && argument !== null && 'scenario' in argument ? (argument.scenario as Scenario) : undefined;
}

/** A URI as VS Code's menus or a code lens hand it over. */
export function uriFrom(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  return typeof argument === 'string' && argument.includes(':') ? vscode.Uri.parse(argument) : undefined;
}

/** A position as a code lens hands it over. */
export function positionFrom(argument: unknown): vscode.Position | undefined {
  if (typeof argument !== 'object' || argument === null || !('line' in argument) || !('character' in argument)) return undefined;
  const { line, character } = argument;
  return typeof line === 'number' && typeof character === 'number' && line >= 0 && character >= 0 ? new vscode.Position(line, character) : undefined;
}
