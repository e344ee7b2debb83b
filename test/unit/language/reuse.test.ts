import { expect, it } from 'vitest';
import { createKqlLanguage, type KqlAnalysis, type TreeNode } from '../../../src/kql/index.ts';
import { RecentTexts } from '../../../src/kql/syntax/boundParts.ts';
import { loadKusto, toGlobalState, type KustoSchema } from '../../../src/kql/syntax/index.ts';
import { bindText } from '../../../src/kql/syntax/languageBinding.ts';
import { items } from '../../../src/kql/syntax/languageList.ts';
import { mergeTables } from '../../../src/language/mergeTables.ts';
import { scenarios } from '../../../src/scenarios/index.ts';

const schema: KustoSchema = { tables: mergeTables([]), functions: [{ name: 'Recent', text: '(days: int) { SigninLogs | where TimeGenerated > ago(days * 1d) }' }] };
const knowing = createKqlLanguage();
const forgetful = createKqlLanguage();
/** As many as a language remembers, none like another. */
const others = ['print 1', 'SigninLogs', 'datatable(a:int)[]', 'range x from 1 to 2 step 1', 'AuditLogs', 'let only = 1;'];

/** Everything an editor shows of a text. */
function everything(analysis: KqlAnalysis): unknown {
  const tree = (node: TreeNode): unknown => ({ ...node, parent: undefined, children: node.children.map((child) => tree(child)) });
  const places = [0, 0.3, 0.7, 1].map((share) => Math.floor(share * analysis.text.length));
  return {
    problems: analysis.problems(), tree: tree(analysis.tree()), classes: analysis.classify(),
    places: places.map((place) => [analysis.complete(place), analysis.quickInfo(place), analysis.related(place), analysis.callAt(place), analysis.columnsAt(place)]),
  };
}

/** What is known of a text after others, and what of it alone. */
function both(text: string): readonly [unknown, unknown] {
  for (const other of others) forgetful.analyze(other, schema).tree();
  return [everything(knowing.analyze(text, schema)), everything(forgetful.analyze(text, schema))];
}

const edits: readonly (readonly [what: string, before: string, after: string])[] = [
  ['a condition', 'let t = SigninLogs | where ResultType == "0" | extend A = AppId;\nt | where A == "x" | project A, UserId', 'let t = SigninLogs | where ResultType == "1" and UserId == "u" | extend A = AppId;\nt | where A == "x" | project A, UserId'],
  ['the type of a column', 'let t = SigninLogs | extend A = 1;\nt | where A == 1 | project A', 'let t = SigninLogs | extend A = "1";\nt | where A == 1 | project A'],
  ['the value of a variable', 'let w = 1d;\nlet n = "a";\nSigninLogs | where TimeGenerated > ago(w) and AppId == n', 'let w = "1d";\nlet n = "a";\nSigninLogs | where TimeGenerated > ago(w) and AppId == n'],
  ['the name of a variable', 'let w = 1d;\nSigninLogs | where TimeGenerated > ago(w) | take 1', 'let v = 1d;\nSigninLogs | where TimeGenerated > ago(w) | take 1'],
  ['a variable that hides a table', 'let x = 1;\nlet t = SigninLogs | take 1;\nt | union AuditLogs', 'let AuditLogs = 1;\nlet t = SigninLogs | take 1;\nt | union AuditLogs'],
  ['a variable that a wildcard takes in', 'let SigninLogsB = 1;\nunion SigninLogs* | take 1', 'let SigninLogsB = AuditLogs;\nunion SigninLogs* | take 1'],
  ['a variable declared twice', 'let a = 1;\nlet b = 2;\nprint a + b', 'let a = 1;\nlet a = 2;\nprint a + b'],
  ['a name given by as', 'SigninLogs | as T | take 1 | union T', 'SigninLogs | as U | take 1 | union T'],
  ['columns without a name', 'SigninLogs | extend 1 + 1 | extend 2 + 2 | project Column1, Column2', 'SigninLogs | take 1 | extend 2 + 2 | project Column1, Column2'],
  ['columns without a name before', 'let t = print 1 + 1;\nSigninLogs | extend 2 + 2 | project Column1, Column2', 'let t = print x = 1 + 1;\nSigninLogs | extend 2 + 2 | project Column1, Column2'],
  ['a column renamed', 'AuditLogs | project Who = Identity, Id | summarize count() by Who | sort by Who asc', 'AuditLogs | project Whom = Identity, Id | summarize count() by Who | sort by Who asc'],
  ['the side of a join', 'SigninLogs | project AppId, UserId | join kind=inner (AuditLogs | project Id, AppId = Identity) on AppId | where Id != ""', 'SigninLogs | project AppId, UserId | join kind=inner (AuditLogs | project Id2 = Id, AppId = Identity) on AppId | where Id != ""'],
  ['before a mistake', 'SigninLogs | where UserId == "a" | where Nope == 1 | extend B = Nope2 | project B', 'SigninLogs | where UserId == "a longer text" | where Nope == 1 | extend B = Nope2 | project B'],
  ['after a mistake', 'SigninLogs | where Nope == 1 | extend B = UserId | project B', 'SigninLogs | where Nope == 1 | extend B = UserId | project B | take 5'],
  ['a function of the query', 'let f = (x: string) { SigninLogs | where AppId == x };\nf("a") | where UserId == "b" | project UserId', 'let f = (x: string) { SigninLogs | where AppId == x | project AppId };\nf("a") | where UserId == "b" | project UserId'],
  ['a function of the schema', 'Recent(1) | where UserId == "b" | project UserId', 'Recent(2) | where UserId == "b" | project UserId'],
  ['columns that only a workspace knows', 'let w = _GetWatchlist("a") | where Name == "x";\n_GetWatchlist("b") | project SearchKey | take 1', 'let w = _GetWatchlist("a") | where Other == "x" | project Other;\n_GetWatchlist("b") | project SearchKey | take 1'],
  ['isfuzzy after a table that is missing', 'Missing | where a == 1 | union isfuzzy=true SigninLogs | take 1', 'Missing | where a == 1 | union isfuzzy=false SigninLogs | take 1'],
  ['a list of names', 'let names = dynamic(["AppId"]);\nlet t = 1;\nSigninLogs | project-by-names names | take 1', 'let names = dynamic(["UserId"]);\nlet t = 1;\nSigninLogs | project-by-names names | take 1'],
  ['a scalar subquery', 'let m = toscalar(SigninLogs | summarize max(TimeGenerated));\nSigninLogs | where TimeGenerated == m', 'let m = toscalar(SigninLogs | summarize count());\nSigninLogs | where TimeGenerated == m'],
  ['declared parameters', 'declare query_parameters(p: string = "a");\nSigninLogs | where AppId == p', 'declare query_parameters(p: long = 1);\nSigninLogs | where AppId == p'],
  ['another unit of the same text', 'let a = SigninLogs | take 1 | project AppId;\nAuditLogs | take 1 | project AppId', 'let a = AuditLogs | take 1 | project AppId;\nSigninLogs | take 1 | project AppId'],
  ['the order of statements', 'let a = 1;\nlet b = a + 1;\nprint b', 'let b = a + 1;\nlet a = 1;\nprint b'],
  ['an unclosed bracket', 'SigninLogs | where (AppId == "a") | project AppId', 'SigninLogs | where (AppId == "a" | project AppId'],
  ['mv-apply and parse', 'AuditLogs | mv-apply T = TargetResources on (where tostring(T.id) == "a") | parse Identity with a "-" b | project a, b', 'AuditLogs | mv-apply T = TargetResources on (where tostring(T.id) == "b" | project X = T) | parse Identity with a "-" b | project a, b'],
];

it.each(edits)('knows a text after an edit of %s as it does without it', (_, before, after) => {
  for (const text of [before, after, before]) {
    const [edited, fresh] = both(text);
    expect(edited).toEqual(fresh);
  }
});

it.each(scenarios.map(({ id, query }) => [id, query] as const))('knows %s at each stage of rewriting it as it does without', (_, query) => {
  const lines = query.split('\n');
  const third = Math.ceil(lines.length / 3);
  for (const text of [query, lines.toSpliced(third, 1).join('\n'), lines.toSpliced(2 * third, 0, lines[2 * third] ?? '').join('\n')]) {
    const [edited, fresh] = both(text);
    expect(edited).toEqual(fresh);
  }
});

it('keeps what an edit leaves as it was', () => {
  const kusto = loadKusto();
  const globals = toGlobalState(kusto, schema);
  const recent = new RecentTexts();
  const computed = (condition: string) => {
    const code = bindText(kusto, `let t = SigninLogs | where ${condition} | extend Computed = 1;\nt | where Computed == 1`, globals, recent);
    return items(code?.ResultType as Kusto.Language.Symbols.TableSymbol | null && (code?.ResultType as Kusto.Language.Symbols.TableSymbol).Columns).find(({ Name }) => Name === 'Computed');
  };
  const column = computed('AppId == "a"');
  expect(column).toBeDefined();
  expect(computed('AppId == "another" and UserId != ""')).toBe(column);
});
