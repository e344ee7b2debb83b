import { CompletionItemKind, CompletionItemTag, InsertTextFormat, MarkupKind, type CompletionItem, type CompletionList } from 'vscode-languageserver/node';
import { describeCompletion, type Completion, type Completions } from '../language/index.ts';
import { toRange, type OpenDocument } from './serverDocuments.ts';

export interface CompletionAbilities {
  readonly snippets: boolean;
  /** Whether one range may stand for all items, which makes the answer a third as long. */
  readonly defaultRange: boolean;
}

const kinds = {
  keyword: CompletionItemKind.Keyword,
  operator: CompletionItemKind.Operator,
  column: CompletionItemKind.Field,
  table: CompletionItemKind.Class,
  function: CompletionItemKind.Function,
  aggregate: CompletionItemKind.Method,
  variable: CompletionItemKind.Variable,
  parameter: CompletionItemKind.TypeParameter,
  value: CompletionItemKind.EnumMember,
  type: CompletionItemKind.Struct,
  database: CompletionItemKind.Module,
  other: CompletionItemKind.Text,
} as const satisfies Record<Completion['kind'], CompletionItemKind>;

const kindNames = new Map(Object.entries(kinds).map(([name, kind]) => [kind, name]));

export function toCompletionList({ text }: OpenDocument, { items, replace }: Completions, abilities: CompletionAbilities): CompletionList {
  const range = toRange(text, replace);
  const converted = items.map((item) => toItem(item, abilities, range));
  return { isIncomplete: false, items: converted, ...(abilities.defaultRange && { itemDefaults: { editRange: range } }) };
}

function toItem(item: Completion, { snippets, defaultRange }: CompletionAbilities, range: ReturnType<typeof toRange>): CompletionItem {
  const { label, kind, detail, filter, before, after, order, deprecated, documentation } = item;
  const asSnippet = snippets && after !== '';
  const newText = asSnippet ? `${escapeSnippet(before)}$0${escapeSnippet(after)}` : before + after;
  return {
    label,
    kind: kinds[kind],
    sortText: order,
    ...(filter !== label && { filterText: filter }),
    ...(detail !== undefined && detail !== '' && { labelDetails: kind === 'value' || kind === 'table' ? { description: detail } : { detail } }),
    ...(asSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(defaultRange ? newText !== label && { textEditText: newText } : { textEdit: { range, newText } }),
    ...(deprecated && { tags: [CompletionItemTag.Deprecated] }),
    ...(documentation !== undefined && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
  };
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The item with its documentation, which is looked up only for the item an editor shows. */
export function resolveItem(item: CompletionItem): CompletionItem {
  if (item.documentation !== undefined || item.kind === undefined) return item;
  const value = describeCompletion(kindNames.get(item.kind as (typeof kinds)[keyof typeof kinds]) ?? '', item.label);
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}
