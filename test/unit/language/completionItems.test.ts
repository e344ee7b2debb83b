import { expect, it } from 'vitest';
import { createKqlLanguage } from '../../../src/kql/index.ts';
import { loadKusto, toGlobalState } from '../../../src/kql/syntax/index.ts';
import { items } from '../../../src/kql/syntax/languageList.ts';
import { mergeTables } from '../../../src/language/mergeTables.ts';
import { readMarked } from '../../support/marked.ts';

const schema = { tables: mergeTables([]) };
const language = createKqlLanguage();

/** What Microsoft's own service would list, by the one way that it documents. */
function listedByMicrosoft(text: string, offset: number): readonly string[] {
  const kusto = loadKusto();
  const options = kusto.Editor.CompletionOptions.Default?.WithAutoAppendWhitespace(false)?.WithIncludePunctuationOnlySyntax(false) ?? null;
  const code = kusto.KustoCode.ParseAndAnalyze(text, toGlobalState(kusto, schema));
  const found = new kusto.Editor.KustoCodeService.ctor(code).GetCompletionItems(offset, options);
  return items(found?.Items ?? null).map(({ MatchText, BeforeText, AfterText, OrderText }) => `${OrderText ?? ''}: ${MatchText ?? ''} ${(BeforeText ?? '').trimEnd()}|${AfterText ?? ''}`).sort();
}

/** Each twice: the second time most items are known. */
it.each([
  '|>', 'SigninLogs | |>', 'SigninLogs | where |>', 'SigninLogs | where App|>', 'SigninLogs | where AppId |>', 'SigninLogs | where AppId == |>', 'SigninLogs | summarize |>', 'SigninLogs | summarize count() by |>',
  'SigninLogs | extend A = tostring(|>', 'SigninLogs | evaluate |>', 'SigninLogs | join kind=|>', 'SigninLogs | join (|>', 'SigninLogs | join (AuditLogs) on |>', 'union |>', 'let f = () { 1 }; print |>',
  'let t = SigninLogs; |>', 'let n = 1; SigninLogs | take |>', 'set |>', 'SigninLogs | mv-expand |>', 'SigninLogs | render |>', 'database("a").|>', 'AuditLogs | extend A = InitiatedBy.|>', 'SigninLogs | where AppId in (|>',
  'SigninLogs | project AppId | where |>', 'SigninLogs | sort by |>', '// |>', 'print "|>"', 'SigninLogs | where (|>', '.show |>',
])('%s lists what Microsoft\'s service lists', (marked) => {
  const { text, offset } = readMarked(marked);
  const expected = listedByMicrosoft(text, offset);
  for (let round = 0; round < 2; round += 1) {
    const found = language.analyze(text, schema).complete(offset).items.map(({ match, before, after, order }) => `${order}: ${match} ${before.trimEnd()}|${after}`);
    expect(found.toSorted()).toEqual(expected);
  }
});
