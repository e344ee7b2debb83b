import type { TreeNode } from '../kql/index.ts';
import { findTable } from '../reference/index.ts';
import { operatorText } from './describeKql.ts';
import type { KqlDocument } from './document.ts';
import { codeBlock, plain } from './markdown.ts';
import { statementNear } from './statementAt.ts';
import { operatorOf, parts, sourceOf, walk } from './treeAt.ts';

/** The query at the offset step by step, as Markdown: what each table holds, what each operator does, which columns are left. */
export function explainQuery(document: KqlDocument, offset: number): string | undefined {
  const statement = statementNear(document, offset);
  const analysis = statement?.content.analysis;
  if (!statement || !analysis) return undefined;
  const { text } = statement.content;
  const blocks = (parts(analysis.tree())[0]?.children ?? []).filter(({ kind }) => kind === 'LetStatement' || kind === 'ExpressionStatement');
  const sections = blocks.map((block) => explainStatement(block, text));
  const problems = analysis.problems().filter(({ severity }) => severity === 'error').map(({ message }) => `- ${plain(message)}`);
  return ['# What this query does', ...sections, ...(problems.length > 0 ? ['## What is wrong with it', problems.join('\n')] : [])].join('\n\n');
}

function explainStatement(block: TreeNode, text: string): string {
  const name = block.kind === 'LetStatement' ? parts(block).find(({ kind }) => kind === 'NameDeclaration') : undefined;
  const value = parts(block).at(-1);
  const heading = name ? `## ${plain(sourceOf(text, name))}` : '## The result';
  if (!value) return heading;
  if (value.type !== 'table') return `${heading}\n\n${codeBlock(sourceOf(text, block))}${value.type === undefined ? '' : `\n\nA ${value.type}\\.`}`;
  return [heading, ...stepsOf(value).map((step, index) => explainStep(step, index, text))].join('\n\n');
}

/** Source first, then the operators in the order in which rows pass them. */
function stepsOf(value: TreeNode): readonly TreeNode[] {
  if (value.kind !== 'PipeExpression') return [value];
  const [left, operator] = parts(value);
  return [...(left ? stepsOf(left) : []), ...(operator ? [operator] : [])];
}

function explainStep(step: TreeNode, index: number, text: string): string {
  const source = codeBlock(sourceOf(text, step));
  const columns = step.columns && /^(?:Project|Summarize|Distinct|Join|Lookup|Count|Union)/.test(step.kind) ? `Columns: ${plain(step.columns.slice(0, 20).map(({ name }) => name).join(', '))}${step.columns.length > 20 ? ', …' : ''}` : undefined;
  const tables = [...new Set([...walk(step)].flatMap(({ symbol }) => (symbol?.kind === 'table' ? [symbol.name] : [])))];
  const purposes = tables.flatMap((table) => findTable(table)?.purpose ?? []).map((purpose, position) => plain(`${tables[position] ?? ''}: ${purpose}`));
  const verb = step.kind === 'NameReference' ? undefined : operatorText(operatorOf(step));
  return [`**Step ${String(index + 1)}**`, source, verb && plain(verb), ...purposes, columns].filter(Boolean).join('\n\n');
}
