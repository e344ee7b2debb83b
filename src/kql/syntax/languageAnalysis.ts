import type { Column, Problem, Severity, Span } from '../../base/index.ts';
import { callAt } from './languageCall.ts';
import { completeAt, type KnownItems } from './languageCompletion.ts';
import { tokenClassOf } from './languageEnums.ts';
import { items } from './languageList.ts';
import { buildTree, columnsOfTable } from './languageTree.ts';
import type { CallFacts, ClassifiedSpan, KqlAnalysis, KustoCompletions, RelatedSpan, TreeNode } from './languageTypes.ts';
import type { RecentTexts } from './boundParts.ts';
import type { KustoLanguage } from './kusto.ts';
import type { KustoSchema } from './kustoSchema.ts';
import { bindText } from './languageBinding.ts';

/** What is kept for each schema. */
export interface SchemaState {
  readonly schema: KustoSchema;
  readonly globals: Kusto.Language.GlobalState;
  readonly recent: RecentTexts;
}

/** What Microsoft says of one text; each kind of answer is computed when first asked for. */
export class BoundAnalysis implements KqlAnalysis {
  readonly text: string;
  readonly #kusto: KustoLanguage;
  readonly #globals: Kusto.Language.GlobalState;
  readonly #knownItems: KnownItems;
  readonly #recent: RecentTexts;
  readonly #schema: KustoSchema;
  #code: Kusto.Language.KustoCode | undefined;
  #service: Kusto.Language.Editor.KustoCodeService | undefined;
  #problems: readonly Problem[] | undefined;
  #tree: TreeNode | undefined;

  constructor(kusto: KustoLanguage, { schema, globals, recent }: SchemaState, knownItems: KnownItems, text: string) {
    this.#kusto = kusto;
    this.#globals = globals;
    this.#knownItems = knownItems;
    this.#recent = recent;
    this.#schema = schema;
    this.text = text;
  }

  problems(): readonly Problem[] {
    this.#problems ??= orElse([parserFailed], () => {
      const found = [...items(this.#bound().GetDiagnostics())];
      if (found.some(({ Severity }) => Severity === 'Error')) return found.map(toProblem);
      return [...found, ...items(this.#services().GetAnalyzerDiagnostics(true))].map(toProblem);
    });
    return this.#problems;
  }

  tree(): TreeNode {
    const empty: TreeNode = { kind: 'Root', span: { start: 0, length: this.text.length }, children: [] };
    this.#tree ??= orElse(empty, () => {
      const root = this.#bound().Syntax;
      return root ? buildTree(root, this.#globals) : empty;
    });
    return this.#tree;
  }

  complete(offset: number): KustoCompletions {
    const none = { items: [], replace: { start: offset, length: 0 } };
    return orElse(none, () => completeAt(this.#kusto, this.#bound(), offset, this.#knownItems));
  }

  quickInfo(offset: number): readonly string[] {
    return orElse([], () => {
      const options = this.#kusto.Editor.QuickInfoOptions.Default?.WithShowDiagnostics(false) ?? null;
      return items(this.#services().GetQuickInfo(offset, options)?.Items ?? null).map(({ Text }) => Text ?? '');
    });
  }

  classify(): readonly ClassifiedSpan[] {
    return orElse([], () =>
      items(this.#services().GetClassifications(0, this.text.length, true, true)?.Classifications ?? null).map(({ Kind, Start, Length }) => ({
        span: { start: Start, length: Length },
        class: tokenClassOf(Kind),
      })),
    );
  }

  related(offset: number): readonly RelatedSpan[] {
    return orElse([], () => {
      const { Reference, Declaration } = this.#kusto.Editor.RelatedElementKind;
      return items(this.#services().GetRelatedElements(offset)?.Elements ?? null)
        .filter(({ Kind }) => Kind === Reference || Kind === Declaration)
        .map(({ Start, Length, Kind }) => ({ span: { start: Start, length: Length }, declaration: Kind === Declaration }));
    });
  }

  format(indentation: number): string | undefined {
    return orElse(undefined, () => {
      if ((this.#bound().GetSyntaxDiagnostics()?.Count ?? 0) > 0) return undefined;
      const options = this.#kusto.Editor.FormattingOptions.Default?.WithIndentationSize(indentation)?.WithInsertMissingTokens(false) ?? null;
      return this.#services().GetFormattedText(options)?.Text ?? undefined;
    });
  }

  callAt(offset: number): CallFacts | undefined {
    return orElse(undefined, () => callAt(this.#bound(), offset));
  }

  columnsAt(offset: number): readonly Column[] {
    return orElse([], () => {
      const table = this.#bound().GetColumnsInScope(offset);
      return table ? columnsOfTable(table) : [];
    });
  }

  /** Microsoft's bound tree, if it is of this text under these tables and saved functions. */
  code(text: string, { tables, functions }: KustoSchema): Kusto.Language.KustoCode | undefined {
    return text === this.text && tables === this.#schema.tables && functions === this.#schema.functions ? orElse(undefined, () => this.#bound()) : undefined;
  }

  #bound(): Kusto.Language.KustoCode {
    this.#code ??= bindText(this.#kusto, this.text, this.#globals, this.#recent) ?? undefined;
    if (!this.#code) throw new Error('The KQL library gave no syntax tree.');
    return this.#code;
  }

  /** The editor service works on the same tree, so a text is parsed once. */
  #services(): Kusto.Language.Editor.KustoCodeService {
    this.#service ??= new this.#kusto.Editor.KustoCodeService.ctor(this.#bound());
    return this.#service;
  }
}

const parserFailed: Problem = {
  code: 'IT000',
  severity: 'warning',
  message: 'Microsoft\'s KQL library failed on this text, so nothing can be said about it. Very deep nesting does this: shorten it, or split it with let.',
};

/** Microsoft's library throws on some texts nobody writes; an editor must outlive them. */
function orElse<T>(fallback: T, compute: () => T): T {
  try {
    return compute();
  } catch {
    return fallback;
  }
}

const severities: Readonly<Record<string, Severity>> = { Error: 'error', Warning: 'warning', Suggestion: 'hint', Information: 'information', Hidden: 'hint' };

function toProblem({ Code, Message, Severity, Start, Length }: Kusto.Language.Diagnostic): Problem {
  const span: Span = { start: Start, length: Length };
  return { code: Code ?? 'KS000', message: Message ?? '', severity: severities[Severity ?? ''] ?? 'error', span };
}

/** The tree behind an analysis, for those who bind the same text under the same tables and functions otherwise. */
export function boundCode(analysis: KqlAnalysis, text: string, schema: KustoSchema): Kusto.Language.KustoCode | undefined {
  return analysis instanceof BoundAnalysis ? analysis.code(text, schema) : undefined;
}
