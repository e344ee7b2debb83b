import { Option, type Command } from 'commander';
import { runBackTest, type BackTestOptions } from './backTestCommand.ts';
import { convertFile } from './convertCommand.ts';
import { withSession, type SourceFlags } from './session.ts';
import type { Terminal } from './terminal.ts';
import { testRules } from './testCommand.ts';
import { testFormats, type TestFormat } from './testReport.ts';

interface TestFlags {
  readonly format: TestFormat;
  readonly jobs?: number;
  readonly filter?: string;
  readonly out?: string;
  readonly coverage?: boolean;
}

interface RuleProgramTools {
  readonly wholeNumber: (text: string) => number;
  readonly withSource: (command: Command) => Command;
}

/** The commands about detection rules. */
export function addRuleCommands(program: Command, terminal: Terminal, exit: (code: number) => void, { wholeNumber, withSource }: RuleProgramTools): void {
  program
    .command('test')
    .description('Run rule tests; exits 1 when one fails.')
    .argument('<path...>', 'test files (x.test.yaml), rules beside theirs, or folders')
    .addOption(new Option('--format <format>').choices(testFormats).default('text'))
    .option('--jobs <number>', 'how many run side by side; one for each processor when absent', wholeNumber)
    .option('--filter <pattern>', 'only tests whose name matches this regular expression')
    .option('--out <file>', 'write the report to a file')
    .option('--coverage', 'say which rules, steps of their queries and branches of their "where" no test reaches')
    .action(async (paths: readonly string[], flags: TestFlags) => { exit(await testRules(terminal, paths, flags)); });

  program
    .command('convert')
    .description('Turn Sentinel rules from YAML into an ARM template, or a template into YAML; the content of the file says which.')
    .argument('<file>', 'rules in YAML, or an ARM template; "-" for standard input')
    .option('--out <folder>', 'write files into this folder; standard output when absent')
    .action(async (file: string, flags: { readonly out?: string }) => { exit(await convertFile(terminal, file, flags.out)); });

  withSource(program.command('backtest').description('Run a rule over the whole history of a source: alerts per day, top entities, repeated alerts.').argument('<rule>', 'a rule in Sentinel YAML'))
    .option('--from <time>', 'the first time it looks at; the first record when absent')
    .option('--to <time>', 'the last time it looks at; the last record when absent')
    .option('--compare <rule>', 'the rule before an edit: both are run and set side by side')
    .option('--json', 'as JSON')
    .option('--out <file>', 'write to a file')
    .action(async (rule: string, flags: BackTestOptions & SourceFlags) => { exit(await withSession(flags, terminal, (session) => runBackTest(session, terminal, rule, flags))); });
}
