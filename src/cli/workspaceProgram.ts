import path from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { counted, ProblemError, visibleText } from '../base/index.ts';
import { cloudIds, type CopyRequest, type WorkspaceQueryOptions } from '../protocol/index.ts';
import { runQuery, readQuery, type QueryOptions } from './queryCommands.ts';
import { withEngine, withSession, type Session, type SourceFlags } from './session.ts';
import { accessFrom, authOptions, type AccessFlags } from './sourceArgument.ts';
import type { Terminal } from './terminal.ts';

/** How a workspace is asked, as the command line names it. */
export interface WorkspaceFlags {
  readonly timespan?: string;
  readonly wait?: number;
  readonly fetchAll?: boolean;
  readonly confirmDays?: number;
  readonly yes?: boolean;
}

export function withAccess(command: Command): Command {
  return command
    .addOption(new Option('--auth <way>', 'how to sign in to a workspace').choices(authOptions).default('default'))
    .addOption(new Option('--cloud <cloud>', 'the Azure cloud of the workspace').choices(cloudIds).default('public'))
    .option('--tenant <id>', 'sign in to this tenant (directory), such as one you are a guest in')
    .option('--client-id <id>', 'sign in as this application or user-assigned identity');
}

export function withWorkspaceOptions(command: Command): Command {
  return command
    .option('--timespan <range>', 'workspace: time range sent beside the query, such as P7D')
    .option('--wait <seconds>', 'workspace: how long the service may work, 1 to 600 (180 when absent)', waitTime)
    .option('--fetch-all', 'workspace: fetch by time ranges what is too big for one answer')
    .option('--confirm-days <days>', 'workspace: refuse a query that reaches back further, unless --yes', wholeDays)
    .option('--yes', 'workspace: run also what costs money or reaches back far');
}

export function workspaceOptions({ timespan, wait, fetchAll, confirmDays, yes }: WorkspaceFlags): WorkspaceQueryOptions | undefined {
  const options: WorkspaceQueryOptions = {
    ...(timespan === undefined ? {} : { timespan }),
    ...(wait === undefined ? {} : { waitSeconds: wait }),
    ...(fetchAll === true ? { fetchAll } : {}),
    ...(confirmDays === undefined ? {} : { confirmDays }),
    ...(yes === true ? { confirmed: true } : {}),
  };
  return Object.keys(options).length === 0 ? undefined : options;
}

interface CopyFlags extends SourceFlags {
  readonly out: string;
  readonly table: readonly string[];
  readonly query?: string;
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
}

/** The commands that choose a workspace, and that take its records along. */
export function addWorkspaceCommands(program: Command, terminal: Terminal, exit: (code: number) => void, parts: {
  readonly withSource: (command: Command) => Command;
  readonly withFormat: (command: Command) => Command;
  readonly queryOptions: (flags: never) => QueryOptions;
}): void {
  withAccess(program.command('workspaces').description('List the Log Analytics workspaces that an account sees.'))
    .option('--json', 'as JSON')
    .action(async (flags: AccessFlags & { readonly json?: boolean; readonly verbose?: boolean }) => { exit(await listWorkspaces(terminal, flags)); });

  parts.withSource(program.command('copy').description('Keep tables or a result as Parquet files that the local source opens, with a record of where they came from.'))
    .requiredOption('--out <folder>', 'a new or existing folder')
    .option('--table <name>', 'a table to keep; may be given several times', (value: string, before: readonly string[]) => [...before, value], [] as readonly string[])
    .option('--query <file>', 'a file of KQL whose result to keep; "-" for standard input')
    .option('--name <name>', 'what the result is kept as', 'Result')
    .option('--from <time>', 'keep only records generated from this time on')
    .option('--to <time>', 'keep only records generated before this time')
    .action(async (flags: CopyFlags) => { exit(await withSession(flags, terminal, async (session) => keepCopy(session, terminal, flags))); });

  parts.withFormat(program.command('compare').description('Run KQL on two sources and show the rows that differ; exits 1 when there are any.').argument('[file]', 'a file of KQL; "-" or nothing for standard input', '-'))
    .requiredOption('--with <source>', 'the other source, such as a local copy')
    .action(async (file: string, flags: SourceFlags & { readonly with: string }) => {
      exit(
        await withSession(flags, terminal, async (session) => {
          const both = await session.against(flags.with);
          return compareSources(both, terminal, await readQuery(file, terminal), parts.queryOptions(flags as never));
        }),
      );
    });
}

/** Rows that differ are findings. */
async function compareSources(session: Session, terminal: Terminal, query: string, options: QueryOptions): Promise<number> {
  let rows = 0;
  const counted: Session = {
    ...session,
    query: (request, sink) => session.query(request, {
      ...sink,
      rows: (slice) => {
        rows += slice.length;
        return sink.rows(slice);
      },
    }),
  };
  const code = await runQuery(counted, terminal, query, options);
  terminal.note(rows === 0 ? 'The two sources give the same rows.' : `${rows.toLocaleString('en')} ${rows === 1 ? 'row differs' : 'rows differ'}.`);
  return rows === 0 ? code : 1;
}

async function listWorkspaces(terminal: Terminal, flags: AccessFlags & { readonly json?: boolean; readonly verbose?: boolean }): Promise<number> {
  const { workspaces, problems, tenants, subscriptions } = await withEngine(flags, terminal, (client, signal, onProgress) => client.listWorkspaces(accessFrom(flags), { signal, onProgress }));
  for (const { severity, code, message } of problems) terminal.note(`${severity} ${code}: ${visibleText(message)}`);
  if (flags.json === true) {
    await terminal.write(`${JSON.stringify({ tenants, subscriptions, workspaces }, undefined, 2)}\n`);
    return 0;
  }
  const titles = new Map(subscriptions.map(({ subscriptionId, title }) => [subscriptionId, title]));
  const lines = workspaces.map(({ workspaceId, name, resourceGroup, location, subscriptionId }) => visibleText(`${workspaceId}  ${name}  ${resourceGroup}  ${location}  ${titles.get(subscriptionId) ?? subscriptionId}`));
  await terminal.write(lines.map((line) => `${line}\n`).join(''));
  terminal.note(`${counted(workspaces.length, 'workspace')} in ${counted(subscriptions.length, 'subscription')}`);
  return 0;
}

async function keepCopy(session: Session, terminal: Terminal, flags: CopyFlags): Promise<number> {
  const items = [...flags.table.map((name) => ({ name, query: name })), ...(flags.query === undefined ? [] : [{ name: flags.name, query: await readQuery(flags.query, terminal) }])];
  if (items.length === 0) throw new ProblemError({ code: 'CLI033', message: 'Say what to keep: --table with the name of a table (several times if you like), or --query with a file of KQL.' });
  if ((flags.from === undefined) !== (flags.to === undefined)) throw new ProblemError({ code: 'CLI031', message: 'A time range has two ends: give both --from and --to.' });
  const range: Pick<CopyRequest, 'range'> = flags.from === undefined || flags.to === undefined ? {} : { range: { from: flags.from, to: flags.to } };
  const files = await session.keepCopy({ folder: path.resolve(flags.out), items, ...range });
  for (const { file, provenance } of files) {
    await terminal.write(`${visibleText(file)}  ${provenance.rows.toLocaleString('en')} rows  sha256 ${provenance.sha256}\n`);
    for (const warning of provenance.warnings) terminal.note(visibleText(warning));
  }
  return files.every(({ provenance }) => provenance.whole) ? 0 : 1;
}

function waitTime(text: string): number {
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds < 1 || seconds > 600) throw new InvalidArgumentError('It takes whole seconds from 1 to 600.');
  return seconds;
}

function wholeDays(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('It takes a whole number of days.');
  return Number(text);
}
