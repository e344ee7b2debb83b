import * as vscode from 'vscode';
import type { IdentitiesView } from '../views/identitiesView.ts';

const typingPauseMs = 150;

/** Filters the tree while a person types; Escape brings the filter of before back. */
export function filterAsTyped(view: IdentitiesView): void {
  const before = view.filter;
  const box = vscode.window.createInputBox();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let accepted = false;
  const apply = (text: string): void => {
    clearTimeout(timer);
    if (text !== view.filter) view.setFilter(text);
  };
  box.title = 'Filter Identities';
  box.prompt = 'Words that occur in a display name or in one of the IDs. Empty shows every identity.';
  box.placeholder = 'pipeline, 3fa85f64, …';
  box.value = before;
  box.onDidChangeValue((text) => {
    clearTimeout(timer);
    timer = setTimeout(() => apply(text), typingPauseMs);
  });
  box.onDidAccept(() => {
    accepted = true;
    apply(box.value);
    box.hide();
  });
  box.onDidHide(() => {
    if (!accepted) apply(before);
    box.dispose();
  });
  box.show();
}
