// Style sheets are bundled by esbuild into one results.css beside the script.
declare module '*.css';
