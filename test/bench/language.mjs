// npm run bench:language: the built server over stdio, as an editor uses it, on documents of 20, 300 and 3,000 lines.
// Prints milliseconds; `--json` prints them as JSON, `--write` puts them into BENCHMARKS.md.
// Beside the time that passes stands the processor time of the server's thread, which other work on the machine hardly changes.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const root = path.resolve(import.meta.dirname, '../..');
const server = path.join(root, 'dist/server.js');
const runs = 5;
const edits = 60;
const heading = '## Language server';

/** What the issue asks for at 20 lines, and of typing at 3,000. */
const targets = { initialize: 300, firstDiagnostics: 900, completion: 25, hover: 3, diagnosticsAfterEdit: 15, longestTypingWait: 50 };

const queries = [
  `// Sign-ins of a pipeline and what followed them
let window = 60m;
let lookback = 7d;
let signIns = AADServicePrincipalSignInLogs
| where TimeGenerated > ago(lookback)
| where ResultType == "0"
| where ResourceIdentity == "797f4846-ba00-4fd7-ba43-dac1f8f63013"
| project SignInTime = TimeGenerated, ServicePrincipalId, ServicePrincipalName, IPAddress, UniqueTokenIdentifier;
let operations = AzureActivity
| where TimeGenerated > ago(lookback)
| extend Claim = parse_json(Claims)
| extend ServicePrincipalId = tostring(Claim["http://schemas.microsoft.com/identity/claims/objectidentifier"])
| project OperationTime = TimeGenerated, ServicePrincipalId, OperationNameValue, CallerIpAddress;
signIns
| join kind=leftouter operations on ServicePrincipalId
| where isnull(OperationTime) or OperationTime between (SignInTime .. SignInTime + window)
| extend DeltaSeconds = datetime_diff("second", OperationTime, SignInTime)
| extend Evidence = iff(isnull(OperationTime), "none", iff(IPAddress == CallerIpAddress, "identity+ip", "identity"))
| project SignInTime, ServicePrincipalName, OperationNameValue, DeltaSeconds, Evidence
| sort by SignInTime asc`,
  `SigninLogs
| where TimeGenerated > ago(1d)
| where ResultType in ("50126", "50053")
| extend City = tostring(LocationDetails.city), Country = tostring(LocationDetails.countryOrRegion)
| summarize Failures = count(), Addresses = make_set(IPAddress, 20) by UserPrincipalName, City, Country, bin(TimeGenerated, 1h)
| where Failures > 10
| sort by Failures desc`,
  `AuditLogs
| where TimeGenerated > ago(30d)
| where OperationName has "Certificates and secrets management"
| mv-expand Target = TargetResources
| extend Application = tostring(Target.displayName), By = tostring(InitiatedBy.app.displayName)
| summarize Changes = count(), Last = max(TimeGenerated) by Application, By`,
];

/** Queries apart from each other by blank lines, until there are so many lines. */
function documentOf(lines) {
  const text = [];
  for (let index = 0; text.length < lines; index += 1) text.push(...queries[index % queries.length].replaceAll('window', index === 0 ? 'window' : `window${index}`).split('\n'), '');
  return text.slice(0, Math.max(lines, 20)).join('\n').trimEnd() + '\n';
}

class Session {
  #waiting = new Map();
  constructor() {
    this.started = performance.now();
    this.child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = createProtocolConnection(new StreamMessageReader(this.child.stdout), new StreamMessageWriter(this.child.stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }) => {
      const waiting = this.#waiting.get(uri);
      if (waiting && version >= waiting.version) {
        this.#waiting.delete(uri);
        waiting.resolve();
      }
    });
    this.warm = new Promise((resolve) => this.connection.onNotification('identityTrail/warm', resolve));
    this.connection.listen();
  }
  async initialize() {
    const capabilities = { textDocument: { completion: { completionItem: { snippetSupport: true }, completionList: { itemDefaults: ['editRange'] } } } };
    await this.connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
    const time = { wall: performance.now() - this.started, processor: this.processorTime() };
    await this.connection.sendNotification('initialized', {});
    return time;
  }
  diagnostics(uri, version) {
    return new Promise((resolve) => this.#waiting.set(uri, { version, resolve }));
  }
  open(uri, text) {
    return this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'kusto', version: 1, text } });
  }
  edit(uri, version, line, character, text, removed = 0) {
    const contentChanges = [{ range: { start: { line, character }, end: { line, character: character + removed } }, text }];
    return this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }
  ask(method, uri, line, character) {
    return this.connection.sendRequest(method, { textDocument: { uri }, position: { line, character } });
  }
  /** Milliseconds that the server's thread was on a processor; 0 where the system does not tell. */
  processorTime() {
    const file = `/proc/${this.child.pid}/schedstat`;
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : 0;
  }
  memory() {
    const status = existsSync(`/proc/${this.child.pid}/status`) ? readFileSync(`/proc/${this.child.pid}/status`, 'utf8') : '';
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  }
  async close() {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
  }
}

async function timed(session, work) {
  const start = performance.now();
  const busy = session.processorTime();
  await work();
  return { wall: performance.now() - start, processor: session.processorTime() - busy };
}

/** A line with a word to type at, spread over the document. */
function placesIn(text) {
  const lines = text.split('\n');
  const places = lines.flatMap((line, index) => (/^\| where /.test(line) ? [{ line: index, character: line.length }] : []));
  return Array.from({ length: edits }, (_, index) => places[Math.floor((index * places.length) / edits)]);
}

async function measure(lines) {
  const text = documentOf(lines);
  const first = { initialize: [], firstDiagnostics: [] };
  for (let run = 0; run < runs; run += 1) {
    const session = new Session();
    first.initialize.push(await session.initialize());
    const found = session.diagnostics('untitled:a', 1);
    await session.open('untitled:a', text);
    await found;
    first.firstDiagnostics.push({ wall: performance.now() - session.started, processor: session.processorTime() });
    await session.close();
  }
  const session = new Session();
  await session.initialize();
  await session.warm;
  const uri = 'untitled:a';
  let found = session.diagnostics(uri, 1);
  await session.open(uri, text);
  await found;
  const times = { completion: [], hover: [], diagnosticsAfterEdit: [], typing: [], semanticTokens: [], documentSymbol: [] };
  let version = 1;
  for (const { line, character } of placesIn(text)) {
    // A condition is begun: the list opens, the squiggles follow, then it is taken back.
    await session.edit(uri, (version += 1), line, character, ' and App');
    times.completion.push(await timed(session, () => session.ask('textDocument/completion', uri, line, character + 8)));
    found = session.diagnostics(uri, version + 1);
    times.diagnosticsAfterEdit.push(await timed(session, async () => {
      await session.edit(uri, (version += 1), line, character, '', 8);
      await found;
    }));
    times.hover.push(await timed(session, () => session.ask('textDocument/hover', uri, line, 10)));
    // Keys in a row, each with the questions an editor asks; how long does one wait for its answer?
    for (const key of [' ', 'o', 'r']) {
      times.typing.push(await timed(session, async () => {
        await session.edit(uri, (version += 1), line, character, key);
        await session.ask('textDocument/documentHighlight', uri, line, character);
      }));
    }
    await session.edit(uri, (version += 1), line, character, '', 3);
  }
  for (let run = 0; run < runs; run += 1) {
    times.semanticTokens.push(await timed(session, () => session.connection.sendRequest('textDocument/semanticTokens/full', { textDocument: { uri } })));
    times.documentSymbol.push(await timed(session, () => session.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } })));
  }
  const memory = session.memory();
  await session.close();
  return { lines, memoryMb: Math.round(memory), ...summary(first), ...summary(times) };
}

function summary(times) {
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, { wall: percentiles(values.map(({ wall }) => wall)), processor: percentiles(values.map(({ processor }) => processor)) }]));
}

function percentiles(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => Number(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(2));
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

function verdicts([small, , large]) {
  return [
    ['initialise, 20 lines, median', small.initialize, 'p50', targets.initialize],
    ['first diagnostics, 20 lines, median', small.firstDiagnostics, 'p50', targets.firstDiagnostics],
    ['completion, 20 lines, p95', small.completion, 'p95', targets.completion],
    ['hover, 20 lines, p95', small.hover, 'p95', targets.hover],
    ['diagnostics after an edit, 20 lines, p95', small.diagnosticsAfterEdit, 'p95', targets.diagnosticsAfterEdit],
    ['a key, 3,000 lines, p95', large.typing, 'p95', targets.longestTypingWait],
    ['completion, 3,000 lines, p95', large.completion, 'p95', targets.longestTypingWait],
  ].map(([what, { wall, processor }, share, target]) => ({ what, wall: wall[share], processor: processor[share], target }));
}

const labels = { initialize: 'initialise', firstDiagnostics: 'first diagnostics, from the start of the process', completion: 'completion', hover: 'hover', diagnosticsAfterEdit: 'diagnostics after an edit', typing: 'a key and the next answer', semanticTokens: 'colours of the whole text', documentSymbol: 'outline' };

/** The section of BENCHMARKS.md that is this script's. */
function section(results) {
  const [load = 0] = os.loadavg();
  const times = ({ p50, p95 }) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
  return [
    heading, '',
    `Written by \`npm run bench:language -- --write\`: the built server over stdio, ${String(runs)} starts and ${String(edits)} edits for each size. Milliseconds, median / 95th percentile.`,
    `*Processor* is the time the server's thread was on a processor. ${String(os.cpus().length)} × ${os.cpus()[0]?.model ?? 'unknown processor'}, load ${load.toFixed(1)} while it ran: where the load is above the number of processors, the time that passed is mostly waiting for them.`, '',
    '| | wanted | passed | processor |', '| --- | ---: | ---: | ---: |',
    ...verdicts(results).map(({ what, wall, processor, target }) => `| ${what} | ${String(target)} | ${wall.toFixed(1)} | ${processor.toFixed(1)} |`), '',
    ...results.flatMap(({ lines, memoryMb, ...measured }) => [
      `${lines.toLocaleString('en')} lines, ${String(memoryMb)} MB resident at the end:`, '',
      '| | passed | processor |', '| --- | ---: | ---: |',
      ...Object.entries(measured).map(([name, { wall, processor }]) => `| ${labels[name]} | ${times(wall)} | ${times(processor)} |`), '',
    ]),
  ].join('\n');
}

/** Puts the section in place of the one that is there, or at the end. */
function writeSection(text) {
  const file = path.join(root, 'BENCHMARKS.md');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '# Benchmarks\n';
  const start = before.indexOf(heading);
  const next = start < 0 ? -1 : before.indexOf('\n## ', start + 1);
  const head = (start < 0 ? before : before.slice(0, start)).trimEnd();
  writeFileSync(file, `${head}\n\n${text.trimEnd()}\n${next < 0 ? '' : before.slice(next)}`);
}

if (!existsSync(server)) throw new Error('dist/server.js is missing: run npm run build first.');
const results = [];
for (const lines of [20, 300, 3000]) results.push(await measure(lines));
if (process.argv.includes('--json')) console.log(JSON.stringify(results, undefined, 2));
else console.log(section(results));
if (process.argv.includes('--write')) writeSection(section(results));
