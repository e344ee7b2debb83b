export { Workspaces, type WorkspacesOptions, type WorkspaceWorld } from './workspaces.ts';
