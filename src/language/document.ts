import type { KqlAnalysis, KqlLanguage, KustoSchema, Translator } from '../kql/index.ts';
import { markdownRegions } from './embeddedMarkdown.ts';
import { yamlRegions } from './embeddedYaml.ts';
import type { Finding } from './finding.ts';
import type { KnownIdentities } from './identities.ts';
import { lex, type Lexeme } from './lex.ts';
import { Region } from './region.ts';
import { splitStatements, wholeStatement } from './statements.ts';

export const languageKinds = ['kusto', 'yaml', 'markdown'] as const;
export type LanguageKind = (typeof languageKinds)[number];

/** What the features know besides the text. A new object stands for new knowledge: analyses are kept per schema and translator. */
export interface LanguageWorld {
  readonly kql: KqlLanguage;
  readonly schema: KustoSchema;
  /** Aliases for `_GetWatchlist()`, where the source told them. */
  readonly watchlists?: readonly string[];
  /** Tells what the local engine refuses; absent where queries run elsewhere. */
  readonly translator?: Translator;
  /** The identities of the chosen source, where it told them. */
  readonly identities?: KnownIdentities;
}

/** One query and its place. */
export interface Statement {
  readonly region: DocumentRegion;
  /** Offset of the query's text in the region. */
  readonly start: number;
  readonly content: StatementContent;
}

export interface DocumentRegion {
  readonly region: Region;
  readonly lexemes: readonly Lexeme[];
  readonly statements: readonly Statement[];
}

export interface KqlDocument {
  readonly text: string;
  readonly kind: LanguageKind;
  readonly world: LanguageWorld;
  readonly regions: readonly DocumentRegion[];
}

// Microsoft's parser needs seconds for nesting that no one writes by hand, and for texts of this size.
const deepest = 150;
const longest = 400_000;

/** The text of a query and what is known of it; shared by all versions of a document that hold this text. */
export class StatementContent {
  readonly text: string;
  /** Stands in an analytic rule, which limits the time it reads. */
  readonly inRule: boolean;
  /** The ends of its lines are blanks to the YAML around it. */
  readonly folded: boolean;
  /** Filled by `diagnose`, in offsets of the text. */
  findings: readonly Finding[] | undefined;
  readonly #world: LanguageWorld;
  readonly #parseable: boolean;
  #analysis: KqlAnalysis | undefined;

  constructor(text: string, depth: number, { mode, folded }: Region, world: LanguageWorld) {
    this.text = text;
    this.inRule = mode === 'whole';
    this.folded = folded;
    this.#world = world;
    this.#parseable = depth <= deepest && text.length <= longest;
  }

  /** Undefined for a text too deep or too long to parse in the time an editor has. */
  get analysis(): KqlAnalysis | undefined {
    if (this.#parseable) this.#analysis ??= this.#world.kql.analyze(this.text, this.#world.schema);
    return this.#analysis;
  }
}

/**
 * Reads a document; only statements whose text differs from the previous version's are analysed again.
 * Cheap: finds regions and queries, parses nothing.
 */
export function openDocument(text: string, kind: LanguageKind, world: LanguageWorld, previous?: KqlDocument): KqlDocument {
  const known = new Map<string, StatementContent>();
  if (previous?.world.schema === world.schema && previous.world.translator === world.translator) {
    for (const { content, region } of statementsOf(previous)) known.set(keyOf(content.text, region.region), content);
  }
  return { text, kind, world, regions: regionsOf(text, kind).map((region) => readRegion(region, world, known)) };
}

/** Every query of the document, in order. */
export function statementsOf(document: KqlDocument): readonly Statement[] {
  return document.regions.flatMap(({ statements }) => statements);
}

function regionsOf(text: string, kind: LanguageKind): readonly Region[] {
  switch (kind) {
    case 'kusto':
      return [Region.ofDocument(text)];
    case 'yaml':
      return yamlRegions(text);
    case 'markdown':
      return markdownRegions(text);
  }
}

/** The same text may mean another thing in a rule, or where lines are folded. */
function keyOf(text: string, { mode, folded }: Region): string {
  return `${mode} ${String(folded)} ${text}`;
}

function readRegion(region: Region, world: LanguageWorld, known: ReadonlyMap<string, StatementContent>): DocumentRegion {
  const lexemes = lex(region.text);
  const spans = region.mode === 'whole' ? wholeStatement(region.text, lexemes, region.folded) : splitStatements(region.text, lexemes);
  const statements: Statement[] = [];
  const read: DocumentRegion = { region, lexemes, statements };
  for (const { start, length, depth } of spans) {
    const text = region.text.slice(start, start + length);
    const content = known.get(keyOf(text, region)) ?? new StatementContent(text, depth, region, world);
    statements.push({ region: read, start, content });
  }
  return read;
}
