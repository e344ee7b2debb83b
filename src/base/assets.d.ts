// Text assets are embedded by esbuild (loader "text") and by the plugin in vitest.config.ts.
declare module '*.kql' {
  const text: string;
  export default text;
}
