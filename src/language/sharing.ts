/** Whether another extension shows what Microsoft's library knows: then only what it cannot know is given. */
export interface Sharing {
  readonly shared?: boolean;
}
