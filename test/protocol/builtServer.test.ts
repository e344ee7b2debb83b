import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionList, Hover } from 'vscode-languageserver/node';
import { languageMessages, type WarmParams } from '../../src/protocol/index.ts';
import { startBuiltServer, type LanguageClient } from '../support/languageServer.ts';

describe('the built language server over stdio', () => {
  let client: LanguageClient;
  let warm: Promise<WarmParams>;

  beforeAll(async () => {
    client = startBuiltServer();
    warm = new Promise((resolve) => client.connection.onNotification(languageMessages.warm, resolve));
    const { capabilities } = await client.initialize();
    expect(capabilities.hoverProvider).toBe(true);
  });

  it('says when Microsoft\'s library is loaded', async () => {
    const { loadMs, firstAnalysisMs } = await warm;
    expect(loadMs).toBeGreaterThan(0);
    expect(firstAnalysisMs).toBeGreaterThan(0);
  });

  it('diagnoses, explains and completes', async () => {
    const uri = await client.open('SigninLogs\n| where ResultType == 50126\n');
    const { diagnostics, version } = await client.diagnostics(uri);
    expect(version).toBe(1);
    expect(diagnostics.map(({ code, range }) => [code, range.start.line, range.start.character])).toContainEqual(['IT001', 1, 22]);
    const target = diagnostics.find(({ code }) => code === 'IT001')?.codeDescription?.href ?? '';
    const [page = '', heading] = target.split('#');
    expect(heading).toBe('it001');
    expect(readFileSync(new URL(page), 'utf8')).toContain('\n## IT001\n');
    const hover = await client.at<Hover>('textDocument/hover', uri, { line: 1, character: 23 });
    expect(JSON.stringify(hover.contents)).toMatch(/AADSTS50126/);
    const completions = await client.at<CompletionList>('textDocument/completion', uri, { line: 1, character: 10 });
    expect(completions.items.map(({ label }) => label)).toContain('ResultType');
  });

  afterAll(async () => {
    expect(await client.close()).toBe(0);
  });
});
