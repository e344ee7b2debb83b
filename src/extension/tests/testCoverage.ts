import * as vscode from 'vscode';
import type { RuleCoverage, RuleStepCoverage } from '../../protocol/index.ts';
import { rangeOf } from './testPlaces.ts';

/** The coverage of a rule's file, with its details at hand. */
export class RuleFileCoverage extends vscode.FileCoverage {
  readonly details: readonly vscode.FileCoverageDetail[];

  constructor(rule: RuleCoverage) {
    const details = detailsOf(rule);
    const { uri, statementCoverage, branchCoverage, declarationCoverage } = vscode.FileCoverage.fromDetails(vscode.Uri.file(rule.file), details);
    super(uri, statementCoverage, branchCoverage, declarationCoverage);
    this.details = details;
  }
}

/** The rule is a declaration, each step of its query a statement, and each side of a comparison a branch: rows that meet it, and rows that do not. */
function detailsOf({ rule, range, tests, steps }: RuleCoverage): vscode.FileCoverageDetail[] {
  return [new vscode.DeclarationCoverage(rule, tests, rangeOf(range)), ...steps.map((step) => new vscode.StatementCoverage(step.reached, rangeOf(step.range), branchesOf(step)))];
}

function branchesOf({ branches }: RuleStepCoverage): vscode.BranchCoverage[] {
  const [whole, ...parts] = branches;
  return (parts.length > 0 ? parts : whole ? [whole] : []).flatMap(({ label, range, met, unmet }) => [
    new vscode.BranchCoverage(met, rangeOf(range), `row that meets ${label}`),
    new vscode.BranchCoverage(unmet, rangeOf(range), `row that does not meet ${label}`),
  ]);
}
