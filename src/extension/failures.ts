import * as vscode from 'vscode';
import { ProblemError, type Problem } from '../base/index.ts';
import { EngineFailure } from '../protocol/engineClient.ts';
import { nextStepFor, problemLines, problemMessage, type NextStep } from './model/index.ts';

/** The problems in whatever was thrown; a bug becomes a problem of its own, so that it is seen. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof EngineFailure) return error.problems;
  if (error instanceof ProblemError) return [error.problem];
  const message = error instanceof Error ? error.message : String(error);
  return [{ code: 'ENG099', severity: 'error', message: `Something unexpected happened: ${message}. The log has more; please report it.` }];
}

/** Whether a person's own wish ended it. */
export function wasCancelled(error: unknown): boolean {
  return error instanceof EngineFailure && error.cancelled;
}

/** Tells the person who asked for something why it failed. A wish of their own to stop needs no word. */
export function tellFailure(error: unknown, log: vscode.LogOutputChannel): void {
  if (wasCancelled(error)) return;
  const problems = problemsOf(error);
  log.error(problemLines(problems));
  if (!(error instanceof EngineFailure || error instanceof ProblemError)) log.error(error instanceof Error ? error : String(error));
  const step = nextStepFor(problems);
  void vscode.window.showErrorMessage(problemMessage(problems, 'Something unexpected happened.'), ...(step ? [step.title] : []), 'Show Log').then((choice) => {
    if (choice === 'Show Log') log.show();
    else if (choice !== undefined) take(step);
  });
}

/** Offers the step that may help with a failure which is shown elsewhere already; nothing where there is none. */
export function offerNextStep(problems: readonly Problem[]): void {
  const step = nextStepFor(problems);
  if (step) void vscode.window.showWarningMessage(problemMessage(problems, 'The query failed.'), step.title).then((choice) => choice !== undefined && take(step));
}

function take(step: NextStep | undefined): void {
  if (step) void vscode.commands.executeCommand(step.command, ...(step.argument === undefined ? [] : [step.argument]));
}
