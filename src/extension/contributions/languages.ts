export const kustoLanguage = {
  id: 'kusto',
  aliases: ['Kusto (KQL)', 'KQL', 'kusto'],
  extensions: ['.kql', '.csl', '.kusto'],
  configuration: './language-configuration.json',
} as const;

export interface GrammarContribution {
  readonly language?: string;
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
  readonly embeddedLanguages?: Readonly<Record<string, string>>;
}

export const grammars: readonly GrammarContribution[] = [
  { language: 'kusto', scopeName: 'source.kusto', path: './syntaxes/kusto.tmLanguage.json' },
  {
    scopeName: 'markdown.kusto.codeblock',
    path: './syntaxes/kusto.markdown.tmLanguage.json',
    injectTo: ['text.html.markdown'],
    embeddedLanguages: { 'meta.embedded.block.kusto': 'kusto' },
  },
  {
    scopeName: 'yaml.kusto.query',
    path: './syntaxes/kusto.yaml.tmLanguage.json',
    injectTo: ['source.yaml'],
    embeddedLanguages: { 'meta.embedded.block.kusto': 'kusto' },
  },
];

export const snippets = [{ language: 'kusto', path: './snippets/kql.json' }] as const;
