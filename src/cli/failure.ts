import { lineColumnAt, ProblemError, visibleText, type Problem } from '../base/index.ts';
import { EngineFailure } from '../protocol/engineClient.ts';
import { isConfirmable } from '../protocol/index.ts';

/** Problems of a query together with its text, so that each is reported with its place. */
export class ReportedProblems extends Error {
  readonly problems: readonly Problem[];
  readonly text: string;

  constructor(problems: readonly Problem[], text: string) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.problems = problems;
    this.text = text;
  }
}

/** What a person can mend of an error; empty when it is a bug. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof ProblemError) return [error.problem];
  return error instanceof EngineFailure ? error.problems : [];
}

/** Whether a person ended the work (Ctrl+C). */
export function isCancelled(error: unknown): boolean {
  return error instanceof EngineFailure && error.cancelled;
}

/** One readable line for each problem that ended the command, with line and column where there is a place. */
export function describeFailure(error: unknown): readonly string[] {
  if (error instanceof ReportedProblems) return error.problems.map((problem) => problemLine(problem, error.text));
  const problems = problemsOf(error);
  if (problems.length > 0) return problems.map((problem) => problemLine(problem, undefined));
  const { code, path, message } = error as NodeJS.ErrnoException;
  const place = `"${visibleText(path ?? '')}"`;
  if (code === 'ENOENT') return [`There is no file or folder ${place}.`];
  if (code === 'EACCES' || code === 'EPERM') return [`${place} may not be read or written by this account.`];
  if (code === 'EISDIR') return [`${place} is a folder where a file is expected.`];
  return [visibleText(message)];
}

function problemLine({ code, message: said, span }: Problem, text: string | undefined): string {
  const message = isConfirmable(code) ? `${said} On the command line, --yes confirms.` : said;
  if (!text || span === undefined) return visibleText(`${code}: ${message}`);
  const { line, column } = lineColumnAt(text, span.start);
  return visibleText(`line ${String(line)}, column ${String(column)}: ${code}: ${message}`);
}
