import { Command, InvalidArgumentError, Option } from 'commander';
import { parseIsoTicks } from '../base/index.ts';
import type { LintSettings } from '../language/index.ts';
import { checkPaths } from './checkCommand.ts';
import { findingFormats, type FindingFormat } from './findings.ts';
import { explainText, listScenarios, listTables, makeSample } from './infoCommands.ts';
import { formatOfFile, outputFormats, type OutputFormat } from './output.ts';
import { bindScenarioArguments, listIdentities, readQuery, runBatch, runQuery, type QueryOptions } from './queryCommands.ts';
import { addRuleCommands } from './ruleProgram.ts';
import { withSession, type SourceFlags } from './session.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';
import { addWorkspaceCommands, withAccess, withWorkspaceOptions, workspaceOptions, type WorkspaceFlags } from './workspaceProgram.ts';

interface QueryFlags extends SourceFlags, WorkspaceFlags {
  readonly asOf?: string;
  readonly format?: OutputFormat;
  readonly out?: string;
  readonly strict?: boolean;
  readonly all?: boolean;
}

interface CheckFlags {
  readonly format: FindingFormat;
  readonly severity?: LintSettings;
  readonly jobs?: number;
}

/** The command line's grammar; every command sets its exit code through `exit`. */
export function createProgram(terminal: Terminal, exit: (code: number) => void): Command {
  const program = new Command('identity-trail')
    .description('Investigate workload identities from their sign-in logs.')
    .version(version)
    .configureHelp({ sortSubcommands: true })
    .showSuggestionAfterError()
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? 0 : 2);
    });
  addQueryCommands(program, terminal, exit);
  addInfoCommands(program, terminal, exit);
  addRuleCommands(program, terminal, exit, { wholeNumber, withSource });
  addWorkspaceCommands(program, terminal, exit, { withSource, withFormat: withQueryOptions, queryOptions });
  for (const command of program.commands) command.option('--verbose', 'say more about what is done and what fails');
  return program;
}

function addQueryCommands(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  withQueryOptions(program.command('run').description('Run a scenario.').argument('<scenario>', 'its name; "identity-trail scenarios" lists them'))
    .option('--param <name=value>', 'a parameter of the scenario; may be given several times', (value: string, before: readonly string[]) => [...before, value], [] as readonly string[])
    .action(async (id: string, flags: QueryFlags & { readonly param: readonly string[] }) => {
      const { scenario, query } = bindScenarioArguments(id, flags.param);
      exit(await withSession(flags, terminal, (session) => runQuery(session, terminal, query, queryOptions(flags), scenario.timeline)));
    });

  withQueryOptions(program.command('query').description('Run KQL.').argument('[file]', 'a file of KQL, or of batch lines; "-" or nothing for standard input', '-'))
    .option('--batch', 'NDJSON in ({"id","query","asOf"?}), NDJSON out, in order')
    .action(async (file: string, flags: QueryFlags & { readonly batch?: boolean }) => {
      exit(
        await withSession(flags, terminal, async (session) =>
          flags.batch === true ? runBatch(session, terminal, file, workspaceOptions(flags)) : runQuery(session, terminal, await readQuery(file, terminal), queryOptions(flags)),
        ),
      );
    });

  withSource(program.command('identities').description('List the workload identities of a source.'))
    .option('--json', 'as JSON')
    .action(async (flags: SourceFlags & { readonly json?: boolean }) => {
      exit(await withSession(flags, terminal, (session) => listIdentities(session, terminal, flags.json === true)));
    });

  withSource(program.command('tables').description('List the tables of a source: rows, first and last record, size, and what could not be loaded.'))
    .option('--json', 'as JSON')
    .action(async (flags: SourceFlags & { readonly json?: boolean }) => {
      exit(await withSession(flags, terminal, (session) => listTables(session, terminal, flags.json === true)));
    });
}

function addInfoCommands(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  program
    .command('scenarios')
    .description('List the scenarios: what each answers, and its parameters.')
    .option('--json', 'as JSON')
    .action(async ({ json }: { readonly json?: boolean }) => { exit(await listScenarios(terminal, json === true)); });

  program
    .command('explain')
    .description('Explain an error code, column, table, category or GUID.')
    .argument('<text...>')
    .option('--json', 'as JSON')
    .action(async (words: readonly string[], { json }: { readonly json?: boolean }) => { exit(await explainText(terminal, words.join(' '), json === true)); });

  program
    .command('check')
    .description('Check KQL and rule files; exits 1 when there are errors or warnings.')
    .argument('<path...>', 'files or folders')
    .addOption(new Option('--format <format>').choices(findingFormats).default('text'))
    .option('--severity <setting>', `what a code counts as, such as IT011=off: ${lintSeverities.join(', ')}; may be given several times`, severityOf)
    .option('--jobs <number>', 'how many threads check; one for each processor when absent', wholeNumber)
    .action(async (paths: readonly string[], { severity = {}, ...flags }: CheckFlags) => { exit(await checkPaths(terminal, paths, { ...flags, severities: severity, threadScript: __filename })); });

  program
    .command('sample')
    .description('Write the sample tenant as files that the local source reads.')
    .requiredOption('--out <folder>', 'a new or empty folder')
    .option('--rows <number>', 'about how many records', wholeNumber)
    .option('--seed <number>', 'another tenant of the same kind', wholeNumber)
    .action(async (flags: { readonly out: string; readonly rows?: number; readonly seed?: number }) => { exit(await makeSample(terminal, flags.out, flags)); });
}

const lintSeverities = ['off', 'hint', 'information', 'warning', 'error'] as const satisfies readonly LintSettings[string][];

function severityOf(text: string, before: LintSettings = {}): LintSettings {
  const [, code, word] = /^([A-Z]+\d+)=(\w+)$/.exec(text) ?? [];
  const severity = lintSeverities.find((known) => known === word);
  if (code === undefined || !severity) throw new InvalidArgumentError(`Write a code and one of ${lintSeverities.join(', ')}, such as IT011=off.`);
  return { ...before, [code]: severity };
}

function withSource(command: Command): Command {
  return withAccess(command.requiredOption('--source <source>', 'sample, a file or folder of exports, workspace:<GUID>[,<GUID>...], workspace:DEMO_WORKSPACE, or none'));
}

function withQueryOptions(command: Command): Command {
  return withWorkspaceOptions(withSource(command))
    .option('--as-of <time>', 'the instant that now() means, ISO 8601', isoTime)
    .addOption(new Option('--format <format>', 'how to print the result; when absent, what the name of --out says, else a table').choices(outputFormats))
    .option('--out <file>', 'write the result to a file')
    .option('--all', 'show every row, also of a long table in a terminal')
    .option('--strict', 'exit 1 when rows are missing from the result');
}

function queryOptions({ asOf, format, out, strict, all, ...more }: QueryFlags): QueryOptions {
  const workspace = workspaceOptions(more);
  return { format: format ?? formatOfFile(out), strict: strict === true, all: all === true, ...(asOf === undefined ? {} : { asOf }), ...(out === undefined ? {} : { out }), ...(workspace === undefined ? {} : { workspace }) };
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(Number(text))) throw new InvalidArgumentError('It takes a whole number.');
  return Number(text);
}

function isoTime(text: string): string {
  if (parseIsoTicks(text) === undefined) throw new InvalidArgumentError('It takes a time such as 2026-01-01 or 2026-01-01T00:00:00Z.');
  return text;
}
