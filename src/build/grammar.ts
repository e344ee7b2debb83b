import { kqlTypes } from '../base/index.ts';
import { vocabulary } from '../language/index.ts';
import { tables } from '../reference/index.ts';

interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly include?: string;
  readonly patterns?: readonly Rule[];
}
type Captures = Readonly<Record<string, Rule>>;

/** The text of each file of `syntaxes/`, by its name. */
export function grammarFiles(): Readonly<Record<string, string>> {
  return {
    'kusto.tmLanguage.json': write(kustoGrammar()),
    'kusto.yaml.tmLanguage.json': write(yamlInjection),
    'kusto.markdown.tmLanguage.json': write(markdownInjection),
  };
}

function write(grammar: object): string {
  return `${JSON.stringify(grammar, undefined, 2)}\n`;
}

/** Older names of scalar types, which KQL still takes. */
const olderTypes = ['boolean', 'double', 'date', 'time', 'uniqueid'];
/** Words of KQL that stand in queries without a text of their own, charts among them. */
const charts = ['anomalychart', 'areachart', 'barchart', 'card', 'columnchart', 'ladderchart', 'linechart', 'piechart', 'pivotchart', 'scatterchart', 'stackedareachart', 'table', 'timechart', 'timepivot', 'treemap'];
const joinKinds = ['anti', 'fullouter', 'inner', 'innerunique', 'leftanti', 'leftantisemi', 'leftouter', 'leftsemi', 'rightanti', 'rightantisemi', 'rightouter', 'rightsemi'];

function kustoGrammar(): object {
  const { queryOperators, keywords, comparisons } = vocabulary;
  const types = [...kqlTypes, ...olderTypes];
  const wordComparisons = comparisons.filter((word) => /[a-z]/.test(word));
  // Words that also are functions or columns are keywords only where nothing is called or compared.
  const options = ['flags', 'bagexpansion', 'with_itemindex', 'in', 'decodeblocks', 'graph', 'title', 'xtitle', 'ytitle', 'legend', 'ysplit', 'xcolumn', 'ycolumns', 'series'];
  return {
    name: 'Kusto (KQL)',
    scopeName: 'source.kusto',
    fileTypes: ['kql', 'csl', 'kusto'],
    patterns: ['comment', 'string', 'directive', 'command', 'literal', 'declaration', 'queryOperator', 'option', 'comparison', 'keyword', 'type', 'table', 'call', 'member', 'punctuation'].map((rule) => ({ include: `#${rule}` })),
    repository: {
      comment: { name: 'comment.line.double-slash.kusto', match: '//.*$' },
      string: { patterns: stringRules },
      directive: { name: 'keyword.control.directive.kusto', match: '^\\s*#\\w+' },
      command: { match: '^\\s*(\\.[A-Za-z][\\w-]*)', captures: { 1: { name: 'keyword.control.command.kusto' } } },
      literal: { patterns: literalRules(types) },
      declaration: {
        match: '\\b(let)\\s+([A-Za-z_]\\w*)(?=\\s*=)',
        captures: { 1: { name: 'keyword.control.kusto' }, 2: { name: 'variable.other.definition.kusto' } },
      },
      queryOperator: {
        patterns: [
          { match: `(\\|)\\s*(${alternatives(queryOperators)})(?![\\w-])`, captures: { 1: { name: 'keyword.operator.pipe.kusto' }, 2: { name: 'keyword.control.query.kusto' } } },
          // Without a pipe before them these begin a query, or stand after one on the line before.
          { name: 'keyword.control.query.kusto', match: `(?<=^|[(;|=])\\s*(?:${alternatives(queryOperators)})(?![\\w-])(?!\\s*(?:[=(.,]|$))` },
          { name: 'keyword.control.query.kusto', match: `(?<![\\w.-])(?:datatable|externaldata|union|range|print|search|find)\\b(?=\\s*[\\w("*])` },
        ],
      },
      option: {
        match: `\\b(kind|hint\\.\\w+|isfuzzy|withsource|with_source|${alternatives(options)})\\s*(=)(?!=)\\s*(${alternatives(joinKinds)}|regex|simple|relaxed|true|false)?\\b`,
        captures: { 1: { name: 'variable.parameter.option.kusto' }, 2: { name: 'keyword.operator.assignment.kusto' }, 3: { name: 'constant.language.option.kusto' } },
      },
      comparison: {
        patterns: [
          { name: 'keyword.operator.word.kusto', match: `(?<![\\w.])(?:${alternatives([...wordComparisons, 'matches regex'])})(?![\\w~])(?=\\s*(?:[("'@\`~]|h?["']|[A-Za-z_$(]))` },
          { name: 'keyword.operator.comparison.kusto', match: '==|!=|=~|!~|<>|<=|>=|<(?!\\|)|>' },
        ],
      },
      keyword: {
        patterns: [
          { name: 'constant.language.chart.kusto', match: `(?<=render\\s)\\s*(?:${alternatives(charts)})\\b` },
          { name: 'keyword.operator.logical.kusto', match: '\\b(?:and|or)\\b' },
          { name: 'keyword.control.kusto', match: `(?<![\\w.-])(?:${alternatives(keywords.filter((word) => !['and', 'or', 'not', 'default', 'pattern'].includes(word)))})(?![\\w.(]|\\s*=(?!=))` },
        ],
      },
      type: { match: `(:)\\s*(${alternatives(types)})\\b|\\b(typeof)\\s*\\(\\s*(${alternatives(types)})\\b`, captures: { 1: { name: 'punctuation.separator.kusto' }, 2: { name: 'storage.type.kusto' }, 3: { name: 'keyword.control.kusto' }, 4: { name: 'storage.type.kusto' } } },
      table: { name: 'entity.name.type.table.kusto', match: `(?<![\\w.$])(?:${alternatives(tables.map(({ name }) => name))})(?!\\w)` },
      call: { name: 'entity.name.function.kusto', match: '\\b[A-Za-z_]\\w*(?=\\s*\\()' },
      member: { patterns: [{ name: 'variable.language.kusto', match: '\\$(?:left|right)\\b' }, { match: '(\\.)([A-Za-z_]\\w*)', captures: { 1: { name: 'punctuation.accessor.kusto' }, 2: { name: 'variable.other.property.kusto' } } }] },
      punctuation: {
        patterns: [
          { name: 'keyword.operator.pipe.kusto', match: '\\|' },
          { name: 'keyword.operator.range.kusto', match: '\\.\\.' },
          { name: 'keyword.operator.arithmetic.kusto', match: '[-+*/%]' },
          { name: 'keyword.operator.assignment.kusto', match: '=' },
          { name: 'punctuation.terminator.kusto', match: ';' },
          { name: 'punctuation.separator.kusto', match: ',' },
        ],
      },
    },
  };
}

/** The longest first, so that `project` does not hide `project-away`. */
function alternatives(words: readonly string[]): string {
  return [...new Set(words)].sort((a, b) => b.length - a.length || a.localeCompare(b, 'en')).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(' ', '\\s+')).join('|');
}

const escape: Rule = { name: 'constant.character.escape.kusto', match: '\\\\.' };

/** A missing quote ends with its line, as in Kusto. */
const stringRules: readonly Rule[] = [
  { name: 'string.quoted.other.multiline.kusto', begin: '[hH]?```', end: '```' },
  { name: 'string.quoted.other.multiline.kusto', begin: '[hH]?~~~', end: '~~~' },
  { name: 'string.quoted.double.verbatim.kusto', begin: '[hH]?@"', end: '"(?!")|$', patterns: [{ name: 'constant.character.escape.kusto', match: '""' }] },
  { name: 'string.quoted.single.verbatim.kusto', begin: '[hH]?@\'', end: '\'(?!\')|$', patterns: [{ name: 'constant.character.escape.kusto', match: '\'\'' }] },
  { name: 'string.quoted.double.kusto', begin: '[hH]?"', end: '"|$', patterns: [escape] },
  { name: 'string.quoted.single.kusto', begin: '[hH]?\'', end: '\'|$', patterns: [escape] },
];

function literalRules(types: readonly string[]): readonly Rule[] {
  return [
    { match: `\\b(${alternatives(types)})\\s*(\\()([^()"'\\n]*)(\\))`, captures: { 1: { name: 'storage.type.kusto' }, 3: { name: 'constant.other.literal.kusto' } } },
    { name: 'constant.numeric.timespan.kusto', match: '(?<![\\w.])\\d+(?:\\.\\d+)?(?:days?|d|hours?|hrs?|hr|h|minutes?|min|m|seconds?|sec|s|milliseconds?|millis?|ms|microseconds?|micros?|us|ticks?)\\b' },
    { name: 'constant.numeric.kusto', match: '(?<![\\w.])(?:0[xX][0-9a-fA-F]+|\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)(?!\\w)' },
    { name: 'constant.language.kusto', match: '\\b(?:true|false|null)\\b(?!\\s*\\()' },
  ];
}

const embedded = { contentName: 'meta.embedded.block.kusto', patterns: [{ include: 'source.kusto' }] } as const;

/** A block scalar under `query` and its like. */
function yamlBlock(before: string, goesOn: string): Rule {
  return {
    begin: `${before}(query|FunctionQuery|ParserQuery)\\s*(:)\\s+([|>][-+0-9]*)\\s*(#.*)?$`,
    while: goesOn,
    beginCaptures: {
      2: { name: 'entity.name.tag.yaml' },
      3: { name: 'punctuation.separator.key-value.mapping.yaml' },
      4: { name: 'keyword.control.flow.block-scalar.yaml' },
      5: { name: 'comment.line.number-sign.yaml' },
    },
    ...embedded,
  };
}

// VS Code's grammar of YAML takes the indentation of nested mappings away before these rules are asked, hence \G. After a
// list's dash that does not happen, and how far in the key stands cannot be told: there the next key or item ends the block.
const yamlInjection = {
  scopeName: 'yaml.kusto.query',
  injectionSelector: 'L:source.yaml -comment -string -meta.embedded.block.kusto',
  patterns: [
    yamlBlock('(?:^|\\G(?<!-\\s))(\\s*)', '(?:^|\\G)(?:\\1\\s+|\\s*$)'),
    yamlBlock('(?<=-\\s)(\\s*)', '(?:^|\\G)(?:(?!\\s*(?:-\\s+)?[\\w-]+:(?:\\s|$))\\s+|\\s*$)'),
  ],
};

const markdownInjection = {
  scopeName: 'markdown.kusto.codeblock',
  injectionSelector: 'L:text.html.markdown -meta.embedded.block.kusto',
  patterns: [
    {
      name: 'markup.fenced_code.block.markdown',
      begin: '(^|\\G)(\\s*(?:>\\s?)*)(`{3,}|~{3,})\\s*(?i:(kql|kusto|csl))((?:\\s|:|,|\\{|\\?)[^`]*)?$',
      end: '(^|\\G)(\\2|\\s{0,3})(\\3)\\s*$',
      beginCaptures: {
        3: { name: 'punctuation.definition.markdown' },
        4: { name: 'fenced_code.block.language.markdown' },
        5: { name: 'fenced_code.block.language.attributes.markdown' },
      },
      endCaptures: { 3: { name: 'punctuation.definition.markdown' } },
      patterns: [{ begin: '(^|\\G)(\\s*)(.*)', while: '(^|\\G)(?!\\s*(?:>\\s?)*[`~]{3,}\\s*$)', ...embedded }],
    },
  ],
};
