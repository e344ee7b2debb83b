// Text assets are embedded by esbuild (loader "text") and by the plugin in vitest.config.ts.
declare module '*.yaml' {
  const text: string;
  export default text;
}

declare module '*.kql' {
  const text: string;
  export default text;
}
